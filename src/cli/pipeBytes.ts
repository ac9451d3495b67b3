import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { LARGEST_FILE } from '../formats';
import { MisuseError, type Io } from './io';
import { inPatience } from './patience';

/** How often a pipe is looked at that has nothing to give, in ms. */
const LOOK_AGAIN = 20;
const CHUNK = 64 * 1024;

/** What was read of a pipe for a command: it gives its bytes once, and a command may read a file twice. */
const known = new WeakMap<Io, Map<string, Uint8Array>>();

/** What by these paths is read is what the command itself was given. */
function isStandardInput(path: string): boolean {
  return ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'].includes(path);
}

/**
 * Everything that a pipe, or the command's own input, sends until its end.
 * Throws MisuseError where it stays silent, or sends more than is read at once.
 */
export async function pipeBytes(path: string, io: Io | undefined): Promise<Uint8Array> {
  const before = io && known.get(io)?.get(path);
  if (before) return before;
  const bytes = await collected(isStandardInput(path) ? standardInput(path, io) : pipe(path, io), path);
  if (io) known.set(io, (known.get(io) ?? new Map<string, Uint8Array>()).set(path, bytes));
  return bytes;
}

async function collected(pieces: AsyncIterable<Uint8Array>, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    chunks.push(piece);
    size += piece.length;
    if (size > LARGEST_FILE)
      throw new MisuseError(
        `${path} sends more than ${LARGEST_FILE / 1024 / 1024} MiB, the most that is read of a pipe. Save it to a file first.`,
      );
  }
  return Buffer.concat(chunks);
}

/** A pipe with a name. It is opened without waiting: a thread that waits in the system for who writes to it could not be ended. */
async function* pipe(path: string, io: Io | undefined): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  let begun = false;
  /** The next bytes; none at its end, which before anything came only means that nobody writes yet. */
  const next = async (gone: AbortSignal): Promise<Uint8Array> => {
    for (; ; await after(LOOK_AGAIN, undefined, { signal: gone })) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK), 0, CHUNK, null).catch(nothingYet);
      if (bytesRead > 0) return buffer.subarray(0, bytesRead);
      if (bytesRead === 0 && begun) return buffer.subarray(0, 0);
    }
  };
  const gone = new AbortController();
  try {
    for (;;) {
      const looking = next(gone.signal);
      looking.catch(() => undefined);
      const bytes = await inPatience(looking, path, io);
      if (bytes.length === 0) return;
      begun = true;
      yield bytes;
    }
  } finally {
    gone.abort();
    await file.close();
  }
}

function nothingYet(error: NodeJS.ErrnoException): { bytesRead: number; buffer: Uint8Array } {
  if (error.code !== 'EAGAIN') throw error;
  return { bytesRead: -1, buffer: new Uint8Array() };
}

async function* standardInput(path: string, io: Io | undefined): AsyncGenerator<Uint8Array> {
  const stream = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const { value, done } = await inPatience(stream.next(), path === '-' ? 'The standard input' : path, io);
      if (done) return;
      yield value;
    }
  } finally {
    process.stdin.destroy();
  }
}

/** Whether something at a path is read as it comes: a pipe, or the command's own input where that is no file. */
export async function isPipe(path: string): Promise<boolean> {
  if (path === '-') return true;
  const there = await stat(path);
  return there.isFIFO() || (isStandardInput(path) && !there.isFile());
}

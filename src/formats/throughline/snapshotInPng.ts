import { Unzlib, zlibSync } from 'fflate';
import { damaged, noSnapshot, SNAPSHOT_KEY, type EmbeddedSnapshot } from './container';
import { isPng, pngChunk, pngChunks, type PngChunk } from './pngChunks';

/** The most that a picture's snapshot may unpack to, in bytes (64 MiB), so that a small file cannot fill the memory. */
export const LARGEST_UNPACKED = 64 * 1024 * 1024;

/** Bytes that were given as a PNG and are none, or not a whole one. */
export class NotAPngError extends Error {
  override readonly name = 'NotAPngError';
  constructor() {
    super('These bytes are no whole PNG picture.');
  }
}

/**
 * The picture with the snapshot's JSON inside, in an iTXt chunk before its end, in place of one that it had.
 * The same picture and JSON give the same bytes. Throws `NotAPngError`.
 */
export function embedInPng(png: Uint8Array, json: string): Uint8Array {
  const chunks = isPng(png) ? [...pngChunks(png)] : [];
  const last = chunks.at(-1);
  if (last?.type !== 'IEND') throw new NotAPngError();
  const kept = chunks.filter((c) => !isSnapshotChunk(c)).map((c) => png.subarray(c.start, c.end));
  const end = kept.pop()!;
  return joined([png.subarray(0, 8), ...kept, pngChunk('iTXt', chunkData(json)), end]);
}

/** The JSON of the snapshot that a picture carries, or why it gives none. Never throws. */
export function extractFromPng(bytes: Uint8Array): EmbeddedSnapshot {
  let last: PngChunk | undefined;
  for (const chunk of isPng(bytes) ? pngChunks(bytes) : []) {
    last = chunk;
    if (!isSnapshotChunk(chunk)) continue;
    if (!chunk.sound) return damaged('picture', `byte ${chunk.start}`, 'the checksum of its snapshot does not fit.');
    return unpacked(chunk);
  }
  if (last?.type !== 'IEND') return damaged('picture', `byte ${last?.end ?? 0}`, 'it breaks off before its end.');
  return noSnapshot('picture');
}

// iTXt: keyword, 0, compressed?, method, language, 0, translated keyword, 0, text (PNG specification 11.3.3.4).
const PREFIX = new TextEncoder().encode(`${SNAPSHOT_KEY}\0\u0001\0\0\0`);

function isSnapshotChunk({ type, data }: PngChunk): boolean {
  return type === 'iTXt' && PREFIX.subarray(0, SNAPSHOT_KEY.length + 1).every((byte, i) => data[i] === byte);
}

function chunkData(json: string): Uint8Array {
  return joined([PREFIX, zlibSync(new TextEncoder().encode(json), { level: 9 })]);
}

function unpacked({ data, start }: PngChunk): EmbeddedSnapshot {
  const at = `byte ${start}`;
  const compressed = data[SNAPSHOT_KEY.length + 1] === 1;
  const language = data.indexOf(0, SNAPSHOT_KEY.length + 3);
  const keyword = language === -1 ? -1 : data.indexOf(0, language + 1);
  if (keyword === -1) return damaged('picture', at, 'the head of its snapshot is cut short.');
  const body = data.subarray(keyword + 1);
  try {
    return { json: new TextDecoder('utf-8', { fatal: true }).decode(compressed ? inflated(body) : body) };
  } catch (cause) {
    return damaged('picture', at, 'its snapshot does not unpack.', (cause as Error).message);
  }
}

/** Unpacks in pieces, so that the limit holds before the memory is spent. Throws what fflate throws, or a RangeError past the limit. */
function inflated(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const unzlib = new Unzlib((piece) => {
    size += piece.length;
    if (size > LARGEST_UNPACKED) throw new RangeError(`it unpacks to more than ${LARGEST_UNPACKED / 1024 / 1024} MiB`);
    pieces.push(piece);
  });
  const STEP = 65_536;
  for (let at = 0; at < packed.length; at += STEP) unzlib.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

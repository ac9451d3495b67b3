import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Io } from './io';
import { inPatience } from './patience';
import { PIECE, UnreadableFileError, type FileSource } from '../formats';
import { filled } from './pathBytes';

/**
 * A file on disk, of which only what is asked for is read. Rejects with the system's error where it cannot be opened,
 * so that a wrong path is told from a file that breaks off.
 */
export async function pathSource(path: string, io?: Io): Promise<FileSource> {
  /** A disk of the network may never answer. */
  const answered = <T>(work: Promise<T>) => inPatience(work, path, io);
  const { size } = await answered(opened(path, (file) => file.stat()));
  const slice = (from: number, to: number) => answered(opened(path, (file) => filled(file, from, to))).catch(unreadable);
  return {
    name: basename(path),
    size,
    head: (n) => slice(0, Math.min(n, size)),
    bytes: () => slice(0, size),
    slice,
    async *pieces() {
      const file = await answered(open(path)).catch(unreadable);
      try {
        for (let at = 0; at < size; at += PIECE) yield await answered(filled(file, at, Math.min(at + PIECE, size))).catch(unreadable);
      } finally {
        await file.close();
      }
    },
  };
}

async function opened<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path);
  return use(file).finally(() => file.close());
}

function unreadable(cause: unknown): never {
  throw new UnreadableFileError(cause);
}

import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../packed';

/**
 * A file on disk of which any part can be read; it stays open until it is closed.
 * Rejects with the system's error where it cannot be opened.
 */
export async function pathBytes(path: string): Promise<Required<Omit<ByteSource, 'allocate'>>> {
  const file = await open(path);
  const { size } = await file.stat();
  return { name: basename(path), size, read: (from, to) => filled(file, from, to), close: () => file.close() };
}

/** Part of a file. Rejects where the file is shorter than it was. */
export async function filled(file: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(to - from);
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at);
    if (bytesRead === 0) throw new FileShrunkError();
    at += bytesRead;
  }
  return bytes;
}

/** A file became shorter while it was read. */
class FileShrunkError extends Error {
  override readonly name = 'FileShrunkError';
  constructor() {
    super('The file is shorter than it was.');
  }
}

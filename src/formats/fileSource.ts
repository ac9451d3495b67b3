/** A file, wherever it lies, that is read from its start: its beginning, all of it, or piece after piece. */
export interface FileSource {
  readonly name?: string;
  /** In bytes. */
  readonly size: number;
  /** The first bytes, `n` of them or as many as there are. */
  head(n: number): Promise<Uint8Array>;
  bytes(): Promise<Uint8Array>;
  /** A part of it, from one byte up to, not including, another; absent where it can be read from its start alone. */
  slice?(from: number, to: number): Promise<Uint8Array>;
  /** All of it in pieces of any size, from the start, every time that it is called. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** How much of a file is held at a time, in bytes (1 MiB). */
export const PIECE = 1024 * 1024;

/** A file whose bytes are at hand. */
export function sourceOfBytes(bytes: Uint8Array, name?: string): FileSource {
  return {
    ...(name === undefined ? {} : { name }),
    size: bytes.length,
    head: async (n) => bytes.subarray(0, n),
    bytes: async () => bytes,
    slice: async (from, to) => bytes.slice(from, to),
    async *pieces() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
  };
}

/** A file cannot be read, or no further: it was moved, changed or locked after it was chosen. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * A file of the browser's, whose bytes stay where they are until they are asked for.
 * Its reading rejects with `UnreadableFileError` where the file is not as it was any more.
 */
export function sourceOfBlob(blob: Blob, name?: string): FileSource {
  const slice = async (from: number, to: number) => {
    try {
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    } catch (cause) {
      throw new UnreadableFileError(cause);
    }
  };
  return {
    ...(name === undefined ? {} : { name }),
    size: blob.size,
    head: (n) => slice(0, n),
    bytes: () => slice(0, blob.size),
    slice,
    async *pieces() {
      let next = slice(0, PIECE);
      for (let at = 0; at < blob.size; at += PIECE) {
        const piece = await next;
        // The piece after is fetched while this one is worked on; whoever stops before has no use for its failure.
        next = slice(at + PIECE, at + 2 * PIECE);
        next.catch(() => undefined);
        yield piece;
      }
    },
  };
}

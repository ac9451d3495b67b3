/** A file, wherever it lies, of which any part can be read. */
export interface ByteSource {
  /** What the file is called, where that is known. */
  readonly name?: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from `from` up to, not including, `to`, in memory of their own. Rejects where they cannot be read any more. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** Memory for so many bytes that are kept for long, such as other threads can share; of the heap's own kind where it is absent. */
  allocate?(bytes: number): Uint8Array;
  close?(): Promise<void>;
}

/** Bytes at hand. */
export function bytesAtHand(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.slice(from, to) };
}

/** A file of the browser's: nothing of it is copied but what is read. */
export function bytesOfBlob(blob: Blob, name?: string): ByteSource {
  const read = async (from: number, to: number) => new Uint8Array(await blob.slice(from, to).arrayBuffer());
  return { ...(name === undefined ? {} : { name }), size: blob.size, read };
}

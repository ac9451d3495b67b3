import { crc32 } from '../records/checksum';

/** The eight bytes that every PNG begins with. */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A chunk of a PNG: its type, its data, and where it lies in the file, length and checksum included. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Whether its checksum fits. */
  readonly sound: boolean;
}

/** Whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/**
 * The chunks of a PNG up to and with IEND, in order; it stops at a chunk that does not fit into the file,
 * so a whole PNG is one whose last chunk is IEND. Source: PNG specification, third edition, 5.3.
 */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = PNG_SIGNATURE.length;
  while (start + 12 <= bytes.length) {
    const length = view.getUint32(start);
    const end = start + 12 + length;
    if (end > bytes.length) return;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    yield {
      type, data: bytes.subarray(start + 8, end - 4), start, end,
      sound: crc32(bytes.subarray(start + 4, end - 4)) === view.getUint32(end - 4),
    };
    if (type === 'IEND') return;
    start = end;
  }
}

/** A chunk as the bytes of a file. `type` is four ASCII letters. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** The largest window that is unpacked, in bytes (64 MiB): as much is moved at every block. `zstd -19` makes windows of 8 MiB. */
export const LARGEST_WINDOW = 64 * 1024 * 1024;

/** How many bytes the header of a block has. */
const BLOCK_HEADER = 3;

/**
 * Follows the frames of a zstd file that comes in pieces, without unpacking them: gives the largest window that any of
 * them wants so far. Where the bytes are none of zstd it follows no further. Source: RFC 8878, 3.1.1.
 */
export class ZstdWindows {
  largest = 0;
  #held = new Uint8Array(0);
  /** How many bytes are passed over before the next header. */
  #skip = 0;
  #inFrame = false;
  #checksum = false;
  #lost = false;

  push(piece: Uint8Array): void {
    let bytes = this.#held.length === 0 ? piece : Uint8Array.from([...this.#held, ...piece]);
    while (!this.#lost && bytes.length > 0) {
      const passed = Math.min(this.#skip, bytes.length);
      this.#skip -= passed;
      bytes = bytes.subarray(passed);
      const taken = this.#skip > 0 ? undefined : this.#inFrame ? this.#block(bytes) : this.#frame(bytes);
      if (taken === undefined) break;
      bytes = bytes.subarray(taken);
    }
    this.#held = this.#lost || this.#skip > 0 ? new Uint8Array(0) : bytes.slice();
  }

  /** Takes the header of a frame; undefined while it is not whole. */
  #frame(bytes: Uint8Array): number | undefined {
    if (bytes.length < 8) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const magic = view.getUint32(0, true);
    if (magic >>> 4 === 0x184d2a5) {
      this.#skip = view.getUint32(4, true);
      return 8;
    }
    this.#lost = magic !== 0xfd2fb528;
    const descriptor = bytes[4]!;
    const single = (descriptor & 0x20) !== 0;
    const [dictionary, content] = [[0, 1, 2, 4][descriptor & 3]!, [single ? 1 : 0, 2, 4, 8][descriptor >> 6]!];
    const size = 5 + (single ? 0 : 1) + dictionary + content;
    if (bytes.length < size) return undefined;
    this.largest = Math.max(this.largest, single ? contentSize(view, size - content, content) : windowSize(bytes[5]!));
    this.#checksum = (descriptor & 4) !== 0;
    this.#inFrame = true;
    return size;
  }

  /** Takes the header of a block and passes over what is in it; undefined while it is not whole. */
  #block(bytes: Uint8Array): number | undefined {
    if (bytes.length < BLOCK_HEADER) return undefined;
    const header = bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16);
    const repeated = ((header >> 1) & 3) === 1;
    this.#inFrame = (header & 1) === 0;
    this.#skip = (repeated ? 1 : header >> 3) + (this.#checksum && !this.#inFrame ? 4 : 0);
    return BLOCK_HEADER;
  }
}

function contentSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

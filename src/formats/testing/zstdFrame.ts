const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const LARGEST_BLOCK = 128 * 1024;
const WINDOW = 8 * 1024 * 1024;
const [RAW, REPEATED] = [0, 1];

/** Bytes as a zstd file of blocks that are not packed. Source: RFC 8878, 3.1.1. */
export function zstdFrame(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += LARGEST_BLOCK) {
    const block = bytes.subarray(at, at + LARGEST_BLOCK);
    blocks.push(blockHeader(block.length, RAW, at + LARGEST_BLOCK >= bytes.length), block);
  }
  return Buffer.concat([frameHeader(WINDOW), ...blocks]);
}

/** A zstd file of a few bytes a block that unpacks to so many blocks of 128 KiB of one byte, with a window of so many bytes. */
export function zstdBomb(blocks: number, window: number): Uint8Array {
  const repeated = Array.from({ length: blocks }, (_, i) =>
    Buffer.concat([blockHeader(LARGEST_BLOCK, REPEATED, i === blocks - 1), Uint8Array.of(0x20)]),
  );
  return Buffer.concat([frameHeader(window), ...repeated]);
}

/** Of a window of 8 MiB, or of one as large as what is in it. */
function frameHeader(window: number): Uint8Array {
  if (window <= WINDOW) return Uint8Array.of(...MAGIC, 0, (23 - 10) << 3);
  const header = Uint8Array.of(...MAGIC, 0xa0, 0, 0, 0, 0);
  new DataView(header.buffer).setUint32(5, window, true);
  return header;
}

function blockHeader(size: number, type: number, last: boolean): Uint8Array {
  const header = (size << 3) | (type << 1) | Number(last);
  return Uint8Array.of(header & 0xff, (header >> 8) & 0xff, header >> 16);
}

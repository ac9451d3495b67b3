import { readWoff } from '../woff';

/** A WOFF file as the font that a browser makes of it: its tables one after another, with the checksums that the file gives them. */
export function unpackedFont(woff: Uint8Array): Buffer {
  const tables = [...readWoff(woff)];
  const head = new DataView(new ArrayBuffer(12 + 16 * tables.length));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.setUint32(0, 0x00010000);
  [tables.length, 16 * power, Math.log2(power), 16 * (tables.length - power)].forEach((value, i) => head.setUint16(4 + 2 * i, value));
  const parts: Uint8Array[] = [new Uint8Array(head.buffer)];
  let offset = head.byteLength;
  const entries = new DataView(woff.buffer, woff.byteOffset);
  tables.forEach(([tag, data], i) => {
    for (let c = 0; c < 4; c++) head.setUint8(12 + 16 * i + c, tag.charCodeAt(c));
    [entries.getUint32(44 + 20 * i + 16), offset, data.length].forEach((value, k) => head.setUint32(16 + 16 * i + 4 * k, value));
    const padded = new Uint8Array((data.length + 3) & ~3);
    padded.set(data);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

import { checksum } from './checksum';
import { readWoff, type FontTables } from './woff';

const HEADER = 12;
const ENTRY = 16;

/** A WOFF file as the font that a browser makes of it: a TrueType file. */
export function unpackedFont(woff: Uint8Array): Uint8Array<ArrayBuffer> {
  return trueTypeFile(readWoff(woff));
}

/** Tables as a TrueType file, in their order, with its checksums made anew: the same tables give the same bytes. */
function trueTypeFile(tables: FontTables): Uint8Array<ArrayBuffer> {
  const list = [...tables].map(([tag, data]) => ({ tag, data: tag === 'head' ? withoutAdjustment(data) : data }));
  const power = 2 ** Math.floor(Math.log2(list.length));
  const start = HEADER + ENTRY * list.length;
  const file = new Uint8Array(start + list.reduce((sum, { data }) => sum + padded(data.length), 0));
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  [list.length, ENTRY * power, Math.log2(power), ENTRY * (list.length - power)].forEach((value, i) => view.setUint16(4 + 2 * i, value));
  let [offset, head] = [start, 0];
  list.forEach(({ tag, data }, i) => {
    const at = HEADER + ENTRY * i;
    for (let c = 0; c < 4; c++) view.setUint8(at + c, tag.charCodeAt(c));
    [checksum(data), offset, data.length].forEach((value, k) => view.setUint32(at + 4 + 4 * k, value));
    file.set(data, offset);
    if (tag === 'head') head = offset;
    offset += padded(data.length);
  });
  view.setUint32(head + ADJUSTMENT, (WHOLE - checksum(file)) >>> 0);
  return file;
}

/** Where `head` holds what makes the sum of the whole font the number that OpenType asks for. */
const ADJUSTMENT = 8;
const WHOLE = 0xb1b0afba;

function withoutAdjustment(head: Uint8Array): Uint8Array {
  const copy = head.slice();
  copy.fill(0, ADJUSTMENT, ADJUSTMENT + 4);
  return copy;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

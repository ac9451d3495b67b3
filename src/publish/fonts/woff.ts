import { unzlibSync, zlibSync } from 'fflate';
import { checksum } from './checksum';

/** The tables of a font by their tags, in the order of the file. */
export type FontTables = Map<string, Uint8Array<ArrayBuffer>>;

const SIGNATURE = 0x774f4646;
const TRUETYPE = 0x00010000;
const HEADER = 44;
const ENTRY = 20;

/** The tables of a WOFF 1.0 file (W3C 2012). Throws RangeError on what is none, or breaks off. */
export function readWoff(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== SIGNATURE) throw new RangeError('The font is no WOFF file.');
  const tables: FontTables = new Map();
  for (let i = 0; i < view.getUint16(12); i++) {
    const at = HEADER + i * ENTRY;
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    const data = bytes.slice(offset, offset + packed);
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), packed < length ? new Uint8Array(unzlibSync(data)) : data);
  }
  return tables;
}

/** TrueType tables as a WOFF 1.0 file, its checksums made anew: the same tables give the same bytes. */
export function writeWoff(tables: FontTables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tag, data]) => ({ tag, data, sum: checksum(data) }));
  adjustHead(sorted);
  const packed = sorted.map(({ data }) => smaller(zlibSync(data, { level: 9 }), data));
  const sizes = packed.map((data) => padded(data.length));
  const file = new Uint8Array(HEADER + sorted.length * ENTRY + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(file.buffer);
  const sfnt = 12 + 16 * sorted.length + sorted.reduce((sum, { data }) => sum + padded(data.length), 0);
  [SIGNATURE, TRUETYPE, file.length].forEach((value, i) => view.setUint32(4 * i, value));
  view.setUint16(12, sorted.length);
  view.setUint32(16, sfnt);
  view.setUint16(20, 1);
  let offset = HEADER + sorted.length * ENTRY;
  sorted.forEach(({ tag, data, sum }, i) => {
    const at = HEADER + i * ENTRY;
    for (let c = 0; c < 4; c++) file[at + c] = tag.charCodeAt(c);
    [offset, packed[i]!.length, data.length, sum].forEach((value, k) => view.setUint32(at + 4 + 4 * k, value));
    file.set(packed[i]!, offset);
    offset += sizes[i]!;
  });
  return file;
}

function smaller(packed: Uint8Array, data: Uint8Array): Uint8Array {
  return packed.length < data.length ? packed : data;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** Writes into `head` what makes the sum of the whole font, as it is unpacked, the number that OpenType asks for. */
function adjustHead(sorted: { tag: string; data: Uint8Array<ArrayBuffer>; sum: number }[]): void {
  const head = sorted.find(({ tag }) => tag === 'head')!;
  const view = new DataView(head.data.buffer, head.data.byteOffset);
  view.setUint32(8, 0);
  head.sum = checksum(head.data);
  const directory = new DataView(new ArrayBuffer(12 + 16 * sorted.length));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  directory.setUint32(0, TRUETYPE);
  [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].forEach((value, i) => directory.setUint16(4 + 2 * i, value));
  let offset = directory.byteLength;
  sorted.forEach(({ tag, data, sum }, i) => {
    for (let c = 0; c < 4; c++) directory.setUint8(12 + 16 * i + c, tag.charCodeAt(c));
    [sum, offset, data.length].forEach((value, k) => directory.setUint32(16 + 16 * i + 4 * k, value));
    offset += padded(data.length);
  });
  const whole = sorted.reduce((total, { sum }) => total + sum, checksum(new Uint8Array(directory.buffer)));
  view.setUint32(8, (0xb1b0afba - whole) >>> 0);
}

import { characterMap, writeCharacterMap } from './characterMap';
import { readWoff, writeWoff, type FontTables } from './woff';

/** What a browser asks of a font. Substitutions, positions and hints are left out: the scripts cut here are drawn letter by letter. */
const KEPT = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];

/**
 * A WOFF file with some characters and no others. Glyphs keep their numbers, so that what is made of others stays as it
 * is; those left out have neither outline nor width and pack to almost nothing. The same input gives the same bytes.
 * For TrueType outlines, of scripts that need no shaping. `points` are ascending. Cost: linear in the size of the file.
 * Throws `RangeError` on what is no WOFF file, or breaks off.
 */
export function cutFont(woff: Uint8Array, points: readonly number[]): Uint8Array {
  const tables = readWoff(woff);
  const glyphs = characterMap(tables.get('cmap')!);
  const outlines = outlinesOf(tables);
  const kept = new Set<number>([0]);
  for (const point of points) keep(glyphs.get(point), outlines, kept);
  const cut: FontTables = new Map(KEPT.flatMap((tag) => (tables.has(tag) ? [[tag, tables.get(tag)!] as const] : [])));
  const { glyf, loca } = joined(outlines.map((outline, glyph) => (kept.has(glyph) ? outline : outline.subarray(0, 0))));
  cut
    .set('glyf', glyf)
    .set('loca', loca)
    .set('cmap', writeCharacterMap(points.flatMap((point) => (glyphs.has(point) ? [[point, glyphs.get(point)!] as const] : []))));
  viewOf(cut.get('head')!).setInt16(50, 1);
  clearWidths(cut, kept);
  return writeWoff(cut);
}

/** The outline of each glyph, empty where it has none. */
function outlinesOf(tables: FontTables): Uint8Array[] {
  const [glyf, loca, head, maxp] = ['glyf', 'loca', 'head', 'maxp'].map((tag) => tables.get(tag)!) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const isLong = viewOf(head).getInt16(50) === 1;
  const offsets = viewOf(loca);
  const offset = (i: number) => (isLong ? offsets.getUint32(4 * i) : 2 * offsets.getUint16(2 * i));
  return Array.from({ length: viewOf(maxp).getUint16(4) }, (_, i) => glyf.subarray(offset(i), offset(i + 1)));
}

/** Keeps a glyph, and those that it is made of. */
function keep(glyph: number | undefined, outlines: readonly Uint8Array[], kept: Set<number>): void {
  if (glyph === undefined || kept.has(glyph) || glyph >= outlines.length) return;
  kept.add(glyph);
  for (const part of partsOf(outlines[glyph]!)) keep(part, outlines, kept);
}

const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** The glyphs that a composite glyph is made of; none of a simple one. */
function partsOf(outline: Uint8Array): number[] {
  const view = viewOf(outline);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const parts: number[] = [];
  for (let [at, flags] = [10, MORE]; flags & MORE; ) {
    flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & MATRIX ? 8 : flags & TWO_SCALES ? 4 : flags & SCALE ? 2 : 0);
  }
  return parts;
}

/** Outlines one after another, each at a multiple of four, and where each begins. */
function joined(outlines: readonly Uint8Array[]): { glyf: Uint8Array<ArrayBuffer>; loca: Uint8Array<ArrayBuffer> } {
  const loca = new Uint8Array(4 * (outlines.length + 1));
  let length = 0;
  outlines.forEach((outline, i) => {
    length += (outline.length + 3) & ~3;
    viewOf(loca).setUint32(4 * (i + 1), length);
  });
  const glyf = new Uint8Array(length);
  outlines.forEach((outline, i) => glyf.set(outline, viewOf(loca).getUint32(4 * i)));
  return { glyf, loca };
}

/** The widths of glyphs that are not kept become zero. */
function clearWidths(tables: FontTables, kept: ReadonlySet<number>): void {
  const widths = tables.get('hmtx')!;
  const full = viewOf(tables.get('hhea')!).getUint16(34);
  for (let glyph = 0; glyph < full; glyph++) if (!kept.has(glyph)) widths.fill(0, 4 * glyph, 4 * glyph + (glyph === full - 1 ? 0 : 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

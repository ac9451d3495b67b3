import type { AdvanceTable } from './advanceTable';
import { advances } from './advances';
import { fonts, type FaceId, type Font, type FontRole } from './fonts';

/** Advances of one face in ems, by code point. */
interface Measures {
  readonly widths: ReadonlyMap<number, number>;
  /** What a character outside the table is taken to need: the mean of the letters a–z and A–Z. */
  readonly average: number;
}

const measured = new Map<FaceId, Measures>();

function readTable({ unitsPerEm, runs }: AdvanceTable): Measures {
  const widths = new Map<number, number>();
  for (const [first, run] of runs) run.forEach((width, i) => widths.set(first + i, width / unitsPerEm));
  const letters = Array.from({ length: 26 }, (_, i) => [widths.get(65 + i)!, widths.get(97 + i)!]).flat();
  return { widths, average: letters.reduce((sum, w) => sum + w, 0) / letters.length };
}

function measuresOf(face: FaceId): Measures {
  let found = measured.get(face);
  if (!found) measured.set(face, (found = readTable(advances[face])));
  return found;
}

/** Hangul, kana, CJK ideographs, full-width forms and pictographs: drawn one em wide by the fonts that step in for them. */
function isWide(point: number): boolean {
  return (point >= 0x1100 && point <= 0x115f) || (point >= 0x2e80 && point <= 0xa4cf) || (point >= 0xac00 && point <= 0xd7a3)
    || (point >= 0xf900 && point <= 0xfaff) || (point >= 0xfe30 && point <= 0xfe4f) || (point >= 0xff00 && point <= 0xff60)
    || (point >= 0x1f300 && point <= 0x1faff) || (point >= 0x20000 && point <= 0x3fffd);
}

/** Combining marks, joiners and variation selectors take no room of their own. */
function isMark(point: number): boolean {
  return (point >= 0x300 && point <= 0x36f) || (point >= 0x200b && point <= 0x200f) || (point >= 0xfe00 && point <= 0xfe0f);
}

/**
 * The width of a text on one line, in chart units, by the advances of the product's own fonts; no browser is asked, so
 * that every machine measures the same. Kerning is left out: it narrows a name by about a per cent, so boxes err on the
 * roomy side. A character that the fonts lack counts one em if it is wide (CJK, Hangul), else an average letter.
 */
export function measureText(text: string, font: FontRole | Font): number {
  const { face, size } = typeof font === 'string' ? fonts[font] : font;
  const { widths, average } = measuresOf(face);
  let ems = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    ems += isMark(point) ? 0 : (widths.get(point) ?? (isWide(point) ? 1 : average));
  }
  return ems * size;
}

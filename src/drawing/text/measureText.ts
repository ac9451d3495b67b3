import type { AdvanceTable } from './advanceTable';
import { advances } from './advances';
import { faces, fonts, scriptFaces, type FaceId, type Font, type FontRole, type ScriptFaceId } from './fonts';

/** Advances of one face in ems, by code point, with those of the faces that step in where it lacks a script. */
interface Measures {
  readonly widths: ReadonlyMap<number, number>;
  /** The forms of letters that join, as `AdvanceTable.joining` orders them. */
  readonly joining: ReadonlyMap<number, readonly number[]>;
  /** What a character outside the table is taken to need: the mean of the letters a–z and A–Z. */
  readonly average: number;
}

const measured = new Map<FaceId, Measures>();

function readTable({ unitsPerEm, runs }: AdvanceTable, into: Map<number, number>): void {
  for (const [first, run] of runs) run.forEach((width, i) => into.set(first + i, width / unitsPerEm));
}

function readFace(face: FaceId): Measures {
  const widths = new Map<number, number>();
  const joining = new Map<number, readonly number[]>();
  const weight = faces[face].weight === 400 ? 400 : 600;
  const others = (Object.keys(scriptFaces) as ScriptFaceId[]).filter((id) => scriptFaces[id].weight === weight).map((id) => advances[id]);
  for (const table of [...others, advances[face]]) readTable(table, widths);
  for (const { unitsPerEm, joining: forms } of others)
    for (const [point, form] of forms ?? [])
      joining.set(
        point, form.map((width) => width / unitsPerEm),
      );
  const letters = Array.from({ length: 26 }, (_, i) => [widths.get(65 + i)!, widths.get(97 + i)!]).flat();
  return { widths, joining, average: letters.reduce((sum, w) => sum + w, 0) / letters.length };
}

function measuresOf(face: FaceId): Measures {
  let found = measured.get(face);
  if (!found) measured.set(face, (found = readFace(face)));
  return found;
}

/** The width of Hangul syllables and letters in the font that draws them, in ems. */
const HANGUL = 0.92;

/**
 * The width of what the large fonts draw, in ems: Hangul; kana, Han characters and full-width forms one em, half-width
 * kana a half. Pictographs are drawn an em wide by the fonts that step in for them. Undefined for all others.
 */
function wideAdvance(point: number): number | undefined {
  if ((point >= 0xac00 && point <= 0xd7a3) || (point >= 0x1100 && point <= 0x11ff) || (point >= 0x3130 && point <= 0x318f)) return HANGUL;
  if (point >= 0xff61 && point <= 0xff9f) return 0.5;
  if (point >= 0xffa0 && point <= 0xffdc) return HANGUL;
  if (point >= 0xffe8 && point <= 0xffee) return 0.5;
  const isWide = (point >= 0x2e80 && point <= 0xa4cf) || (point >= 0xf900 && point <= 0xfaff) || (point >= 0xfe30 && point <= 0xfe4f)
    || (point >= 0xff00 && point <= 0xffe7) || (point >= 0x1f300 && point <= 0x1faff) || (point >= 0x20000 && point <= 0x3fffd);
  return isWide ? 1 : undefined;
}

/** The first code points that may be a mark, and a letter that joins: what comes before, most of all text, is looked up once. */
const FIRST_MARK = 0x300;
const FIRST_JOINING = 0x600;

/** Combining marks, joiners, variation selectors, and what steers the direction of a text, take no room of their own. */
function isMark(point: number): boolean {
  return (point >= 0x300 && point <= 0x36f) || (point >= 0x200b && point <= 0x200f) || (point >= 0x202a && point <= 0x202e)
    || (point >= 0x2060 && point <= 0x2069) || point === 0x3099 || point === 0x309a || (point >= 0xfe00 && point <= 0xfe0f);
}

/**
 * The width of a text on one line, in chart units, by the advances of the product's own fonts and of those that step in
 * for them; no browser is asked, so that every machine measures the same. Kerning is left out: it narrows a name by about
 * a per cent, so boxes err on the roomy side; so do ligatures of Arabic and Devanagari. A character that no font has
 * counts an average letter.
 */
export function measureText(text: string, font: FontRole | Font): number {
  const { face, size } = typeof font === 'string' ? fonts[font] : font;
  const { widths, joining, average } = measuresOf(face);
  let ems = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point >= FIRST_JOINING && joining.has(point)) return joinedWidth(text, measuresOf(face)) * size;
    ems += point >= FIRST_MARK && isMark(point) ? 0 : (widths.get(point) ?? wideAdvance(point) ?? average);
  }
  return ems * size;
}

/** The same of a text with letters that join, in ems. Marks upon a letter do not part it from the next. */
function joinedWidth(text: string, { widths, joining, average }: Measures): number {
  const points = [...text].map((character) => character.codePointAt(0)!).filter((point) => !isMark(point));
  const letters = points.filter((point) => widths.get(point) !== 0);
  return letters.reduce((ems, point, i) => {
    const forms = joining.get(point);
    if (!forms) return ems + (widths.get(point) ?? wideAdvance(point) ?? average);
    const before = joining.get(letters[i - 1]!)?.length === 4;
    const after = forms.length === 4 && joining.has(letters[i + 1]!);
    return ems + forms[(before ? 1 : 0) + (after ? 2 : 0)]!;
  }, 0);
}

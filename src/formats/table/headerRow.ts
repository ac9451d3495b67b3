import { dateIn } from './dateText';
import { figureOf } from './figureText';
import { isEndWord } from './endWords';
import { isHeaderWord } from './headerWords';
import { folded } from './rawTable';

/** Where the header of a table stands, and whether that is in doubt. */
interface HeaderFound {
  readonly row: number | null;
  readonly unsure: boolean;
}

/** A header stands within so many rows from the start; above it are titles and notes. */
const DEEPEST_HEADER = 15;

/**
 * The header of a table by its first rows. It is a row that is as wide as the rows usually are (titles are narrower) and
 * whose cells are texts, none a figure, date or web address: the first such row that has a usual header word, two where
 * it is wide; else the first such row, unless its texts come again further down, as names in a list of ties do. Otherwise
 * the table has none.
 */
export function headerRowOf(rows: readonly (readonly string[])[]): HeaderFound {
  const widths = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  const wide = rows.slice(0, DEEPEST_HEADER).map((row, i) => ({ row, i })).filter(({ i }) => widths[i]! >= Math.max(1, usual * 0.6));
  const known = wide.find(({ row }) => knownWords(row) >= Math.min(2, Math.max(1, usual - 1)) && textsIn(row) >= 0.6);
  if (known) return { row: known.i, unsure: false };
  const first = wide.find(({ row }) => textsIn(row) === 1);
  if (first === undefined || first.i > firstFullRow(widths, usual)) return { row: null, unsure: usual > 1 };
  const named = knownWords(first.row) > 0;
  return !named && comesAgain(first.row, rows.slice(first.i + 1)) ? { row: null, unsure: true } : { row: first.i, unsure: !named };
}

function firstFullRow(widths: readonly number[], usual: number): number {
  return widths.findIndex((width) => width >= Math.max(1, usual * 0.6));
}

/** The part of a row's cells that are texts as headers are, 0–1. */
function textsIn(row: readonly string[]): number {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const texts = cells.filter(
    (cell) =>
      cell.length <= 120
      && !/^https?:/i.test(cell)
      && figureOf(cell, 'point') === undefined
      && (dateIn(cell, 'DMY').date === undefined || !/^\d/.test(cell)),
  );
  return cells.length === 0 ? 0 : texts.length / cells.length;
}

function knownWords(row: readonly string[]): number {
  return row.filter(
    (cell) =>
      cell.trim() !== ''
      && (isHeaderWord(cell) || isEndWord(cell) || /^:?_?(start|end)(_id)?$|^property(?: \(JSON\))?: /i.test(cell.trim())),
  ).length;
}

/**
 * Whether the texts of a row stand in later rows too, or the rows below look just like it: what a list of names has, and a header has not.
 */
function comesAgain(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const later = new Set(below.flat().map(folded));
  return row.map(folded).some((cell) => cell !== '' && later.has(cell));
}

import Papa from 'papaparse';
import { declaredDelimiter, DELIMITERS } from './delimiters';
import { isOwnText } from './ownTables';

/** How many rows a delimiter is judged by. */
const ROWS = 60;
/**
 * The delimiter of a table by its first rows: the one that gives the most rows of one width, two fields at least; of
 * those that do, the one that gives the wider rows, then the first of the list. A comma where there is none.
 */
export function delimiterOf(text: string): string {
  const declared = declaredDelimiter(text);
  if (declared) return declared.delimiter;
  if (isOwnText(text)) return ',';
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...regularity(text, delimiter) }));
  const best = scored.reduce((a, b) => (b.rows > a.rows * 1.2 || (b.rows * 1.2 >= a.rows && b.rows > 0 && b.width > a.width) ? b : a));
  return best.rows > 0 ? best.delimiter : ',';
}

/** How many of the first rows have the commonest width of two fields or more, and that width. */
function regularity(text: string, delimiter: string): { rows: number; width: number; of: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: ROWS, skipEmptyLines: true });
  const widths = new Map<number, number>();
  for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, rows] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { rows, width, of: data.length };
}

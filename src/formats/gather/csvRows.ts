import Papa from 'papaparse';

/** A row by the names of the header, the line where it begins, and what is wrong with it. */
export interface CsvRow {
  readonly line: number;
  /** Fields by column; a field that the row lacks is absent. A column that is named twice counts at its first place. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fault?: string;
  /** How many characters of the text lie behind, at least. */
  readonly offset: number;
}

/** How many characters are parsed at a time. */
const CHUNK = 1024 * 1024;
/** How far a quoted field may go on before its quote counts as forgotten, in characters (8 Mi). */
export const LONGEST_FIELD = 8 * 1024 * 1024;

/** The rows of a CSV text with a header, parsed in chunks that end at the end of a row. Blank rows are left out. Never throws. */
export function* csvRows(text: string, delimiter = ','): Generator<CsvRow> {
  let header: readonly string[] | undefined;
  let line = 1;
  for (const { chunk, end, forgotten } of chunks(text)) {
    const { data, errors } = Papa.parse<string[]>(chunk, { delimiter, header: false });
    const faults = new Map(errors.filter((e) => e.row !== undefined).map((e) => [e.row!, e.message]));
    for (const [i, cells] of data.entries()) {
      const at = line;
      line += 1 + cells.reduce((n, cell) => n + newlines(cell), 0);
      if (i === data.length - 1 && cells.length === 1 && cells[0] === '') line -= 1;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (header === undefined) header = cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
      else yield rowOf(header, cells, at, end, forgotten ? 'a quote is opened and not closed' : faults.get(i));
    }
  }
}

function rowOf(header: readonly string[], cells: readonly string[], line: number, offset: number, fault: string | undefined): CsvRow {
  const fields = new Map<string, string>();
  header.forEach((name, i) => {
    if (i < cells.length && !fields.has(name)) fields.set(name, cells[i]!);
  });
  const count = cells.length === header.length || fault !== undefined ? fault : `it has ${cells.length} fields where the header has ${header.length}`;
  return { line, fields, offset, ...(count === undefined ? {} : { fault: count }) };
}

function* chunks(text: string): Generator<{ chunk: string; end: number; forgotten: boolean }> {
  for (let start = 0; start < text.length; ) {
    const { end, forgotten } = endOfRows(text, start);
    yield { chunk: text.slice(start, end), end, forgotten };
    start = end;
  }
}

/** The first line break at least a chunk further on that stands outside quotes. */
function endOfRows(text: string, start: number): { end: number; forgotten: boolean } {
  let quoted = false;
  const mark = /["\n]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '"') quoted = !quoted;
    else if (mark.lastIndex - start >= (quoted ? LONGEST_FIELD : CHUNK)) return { end: mark.lastIndex, forgotten: quoted };
  }
  return { end: text.length, forgotten: false };
}

function newlines(cell: string): number {
  let n = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) n += 1;
  return n;
}

import Papa from 'papaparse';

/** A row by the names of the header, the line where it begins, and what is wrong with it. */
export interface CsvRow {
  readonly line: number;
  /** Fields by column; a field that the row lacks is absent. A column that is named twice counts at its first place. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fault?: string;
  /** The text ends here inside a quoted field. */
  readonly cutShort?: true;
  /** How many characters of the text were taken up so far. */
  readonly offset: number;
}

/** A row by the places of its fields. */
interface CsvCells extends Omit<CsvRow, 'fields'> {
  readonly cells: readonly string[];
}

/** How many characters are parsed at a time. */
const CHUNK = 1024 * 1024;
/** How far a quoted field may go on before its quote counts as forgotten, in characters (8 Mi). */
const LONGEST_FIELD = 8 * 1024 * 1024;
/** How many fields of a row are read: as many as Excel has columns. */
const MOST_FIELDS = 16_384;

interface Chunk {
  readonly text: string;
  readonly offset: number;
  readonly forgotten: boolean;
  /** Nothing comes after it. */
  readonly last: boolean;
}

/**
 * The rows of a CSV text, a header among them or not, given in pieces of any size and parsed in chunks that end with a row.
 * Blank rows are left out. Never throws, and holds a chunk at a time.
 */
export function* csvCells(pieces: Iterable<string>, delimiter = ','): Generator<CsvCells> {
  const parser = new CsvParser(delimiter);
  for (const piece of pieces) yield* parser.push(piece);
  yield* parser.end();
}

/** The rows below a header, of a text whose pieces come one after another; the rows of one piece must be taken before the next comes. */
export class CsvRows {
  readonly #parser: CsvParser;
  #header: readonly string[] | undefined;

  constructor(delimiter = ',') {
    this.#parser = new CsvParser(delimiter);
  }

  *push(piece: string): Generator<CsvRow> {
    yield* this.#rows(this.#parser.push(piece));
  }

  *end(): Generator<CsvRow> {
    yield* this.#rows(this.#parser.end());
  }

  *#rows(found: Iterable<CsvCells>): Generator<CsvRow> {
    for (const { line, cells, offset, fault, cutShort } of found) {
      if (this.#header === undefined) this.#header = cells.map((cell) => cell.trim());
      else yield { ...rowOf(this.#header, cells, line, offset, fault), ...(cutShort ? { cutShort } : {}) };
    }
  }
}

/** Cuts a text into chunks that end with a row, and parses them. */
class CsvParser {
  #held = '';
  #offset = 0;
  #line = 1;
  #first = true;

  constructor(readonly delimiter: string) {}

  *push(piece: string): Generator<CsvCells> {
    this.#held += piece;
    for (let end = endOfRows(this.#held, this.delimiter); end > 0; end = endOfRows(this.#held, this.delimiter))
      yield* this.#chunk(end, false);
  }

  *end(): Generator<CsvCells> {
    if (this.#held !== '') yield* this.#chunk(this.#held.length, true);
  }

  *#chunk(end: number, last: boolean): Generator<CsvCells> {
    const text = this.#held.slice(0, end);
    this.#held = this.#held.slice(end);
    this.#offset += end;
    yield* this.#parsed({ text, offset: this.#offset, forgotten: end > LONGEST_FIELD, last });
  }

  *#parsed({ text, offset, forgotten, last }: Chunk): Generator<CsvCells> {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: this.delimiter, header: false });
    const faults = new Map(errors.filter((e) => e.row !== undefined).map((e) => [e.row!, e.message]));
    const open = last && errors.some((e) => e.code === 'MissingQuotes');
    for (const [i, cells] of data.entries()) {
      const line = this.#line;
      this.#line += 1 + cells.reduce((n, cell) => n + newlines(cell), 0);
      if (i === data.length - 1 && cells.length === 1 && cells[0] === '') this.#line -= 1;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (this.#first) cells[0] = cells[0]!.replace(/^\ufeff/, '');
      this.#first = false;
      const fault = forgotten ? 'a quote is opened and not closed, or a line has no end' : (faults.get(i) ?? tooWide(cells));
      yield {
        line, cells: cells.length > MOST_FIELDS ? cells.slice(0, MOST_FIELDS) : cells, offset, ...(fault === undefined ? {} : { fault }),
        ...(open && i === data.length - 1 ? { cutShort: true } : {}),
      };
    }
  }
}

function tooWide(cells: readonly string[]): string | undefined {
  return cells.length > MOST_FIELDS ? `it has ${cells.length} fields, and the first ${MOST_FIELDS} of a row are read` : undefined;
}

function rowOf(header: readonly string[], cells: readonly string[], line: number, offset: number, fault: string | undefined): CsvRow {
  const fields = new Map<string, string>();
  header.forEach((name, i) => {
    if (i < cells.length && !fields.has(name)) fields.set(name, cells[i]!);
  });
  const told =
    cells.length === header.length || fault !== undefined ? fault : `it has ${cells.length} fields where the header has ${header.length}`;
  return { line, fields, offset, ...(told === undefined ? {} : { fault: told }) };
}

/**
 * Where the first line break outside quotes stands that is a chunk or more from the start; 0 while there may be one in
 * what is yet to come. A quote opens where a field begins and nowhere else. What goes on without a line break for twice
 * the longest field is cut there.
 */
function endOfRows(text: string, delimiter: string): number {
  if (text.length < CHUNK) return 0;
  let quoted = false;
  const mark = /["\n]/g;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const at = found.index;
    if (found[0] === '\n') {
      if (quoted ? at >= LONGEST_FIELD : at + 1 >= CHUNK) return at + 1;
    } else if (!quoted) quoted = at === 0 || text[at - 1] === delimiter || text[at - 1] === '\n';
    else if (text[at + 1] === '"') mark.lastIndex = at + 2;
    else quoted = false;
  }
  return text.length > 2 * LONGEST_FIELD ? 2 * LONGEST_FIELD : 0;
}

function newlines(cell: string): number {
  let n = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) n += 1;
  return n;
}

/**
 * The text of bytes in pieces of a mebibyte, so that a file larger than the longest string can be read.
 * Bytes that are no text become U+FFFD.
 */
export function* textPieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += CHUNK) yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  yield decoder.decode();
}

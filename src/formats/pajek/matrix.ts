import type { DatasetBuilder } from '../builder';
import type { GraphEdge } from '../graphs';
import type { LineReader, Relation } from './lineOf';

interface Row {
  readonly text: string;
  readonly at: number;
}

/**
 * The cells of a matrix: a row a line, or where the first line has another number of values, one value after another over
 * lines. A value other than 0 is a line of its network. Of a network with two modes the rows are the first mode, the columns
 * the second. Where the header does not say that there are two, rows of fewer values than vertices do: as many rows as
 * there are other vertices, and no more. They wait as text until the section ends.
 */
export class Matrix {
  #byRow: boolean | undefined;
  #cell = 0;
  #beyond = false;
  /** Rows that may be those of two modes; undefined once that is decided. */
  #waiting: Row[] | undefined;

  constructor(
    readonly reader: LineReader,
    readonly relation: Relation,
    readonly builder: DatasetBuilder,
  ) {
    if (reader.network.firstMode === 0) this.#waiting = [];
  }

  *line(text: string, at: number): Generator<GraphEdge> {
    const waiting = this.#waiting;
    if (waiting === undefined) return yield* this.#row({ text, at });
    waiting.push({ text, at });
    const width = valuesOf(waiting[0]!.text).length;
    const rows = this.reader.network.count - width;
    if (rows < 1 || waiting.length > rows || valuesOf(text).length !== width) yield* this.#decide();
  }

  /** The lines of rows that waited for the end of their section. */
  *end(): Generator<GraphEdge> {
    const waiting = this.#waiting ?? [];
    const { network } = this.reader;
    const width = valuesOf(waiting[0]?.text ?? '').length;
    if (waiting.length > 0 && waiting.length === network.count - width) network.firstMode = waiting.length;
    yield* this.#decide();
  }

  *#decide(): Generator<GraphEdge> {
    const rows = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const row of rows) yield* this.#row(row);
  }

  *#row({ text, at }: Row): Generator<GraphEdge> {
    const { count, firstMode } = this.reader.network;
    const [rows, columns] = firstMode > 0 ? [firstMode, count - firstMode] : [count, count];
    const values = valuesOf(text);
    this.#byRow ??= values.length === columns;
    if (values.some((value) => !Number.isFinite(value)))
      this.#warn('bad-row', at, 'This row has what is no number; it stands for 0.', text);
    if (this.#byRow && values.length !== columns)
      this.#warn(
        'bad-row',
        at,
        `This row has ${values.length} values where the matrix has ${columns} columns; it was read as far as it goes.`,
        text,
      );
    const from = this.#cell;
    const read = this.#byRow ? values.slice(0, columns) : values;
    for (const [i, value] of read.entries()) {
      const row = Math.floor((from + i) / columns);
      if (!(row < rows)) return this.#tellBeyond(at, rows);
      if (Number.isFinite(value) && value !== 0)
        yield this.reader.cell(row + 1, firstMode + ((from + i) % columns) + 1, value, at, this.relation);
    }
    this.#cell += this.#byRow ? columns : values.length;
  }

  #tellBeyond(at: number, rows: number): void {
    this.builder.miss('values beyond the matrix');
    if (!this.#beyond) this.#warn('bad-row', at, `The matrix has ${rows} rows; what is beyond was not read.`, '');
    this.#beyond = true;
  }

  #warn(code: string, at: number, message: string, text: string): void {
    this.builder.warn(code, at, message, 'Correct the row, or the number of vertices.', text);
  }
}

function valuesOf(text: string): number[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number);
}

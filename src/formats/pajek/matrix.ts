import type { DatasetBuilder } from '../builder';
import type { GraphEdge } from '../graphs';
import type { LineReader, Relation } from './lineOf';

/**
 * The cells of a matrix: a row a line, or where the first line has another number of values, one value after another over
 * lines. A value other than 0 is a line of its network. Of a network with two modes the rows are the first mode, the columns the second.
 */
export class Matrix {
  readonly #rows: number;
  readonly #columns: number;
  #byRow: boolean | undefined;
  #cell = 0;
  #beyond = false;

  constructor(
    readonly reader: LineReader,
    readonly relation: Relation,
    readonly builder: DatasetBuilder,
  ) {
    const { count, firstMode } = reader.network;
    this.#rows = firstMode > 0 ? firstMode : count;
    this.#columns = firstMode > 0 ? count - firstMode : count;
  }

  *line(text: string, at: number): Generator<GraphEdge> {
    const values = text.split(/\s+/).filter((word) => word !== '').map(Number);
    this.#byRow ??= values.length === this.#columns;
    if (values.some((value) => !Number.isFinite(value))) this.#warn('bad-row', at, 'This row has what is no number; it stands for 0.', text);
    if (this.#byRow && values.length !== this.#columns) this.#warn('bad-row', at, `This row has ${values.length} values where the matrix has ${this.#columns} columns; it was read as far as it goes.`, text);
    const { firstMode } = this.reader.network;
    const from = this.#cell;
    const read = this.#byRow ? values.slice(0, this.#columns) : values;
    for (const [i, value] of read.entries()) {
      const row = Math.floor((from + i) / this.#columns);
      if (!(row < this.#rows)) return this.#tellBeyond(at);
      if (Number.isFinite(value) && value !== 0) yield this.reader.cell(row + 1, firstMode + ((from + i) % this.#columns) + 1, value, at, this.relation);
    }
    this.#cell += this.#byRow ? this.#columns : values.length;
  }

  #tellBeyond(at: number): void {
    this.builder.miss('values beyond the matrix');
    if (!this.#beyond) this.#warn('bad-row', at, `The matrix has ${this.#rows} rows; what is beyond was not read.`, '');
    this.#beyond = true;
  }

  #warn(code: string, at: number, message: string, text: string): void {
    this.builder.warn(code, at, message, 'Correct the row, or the number of vertices.', text);
  }
}

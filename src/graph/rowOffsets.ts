import { GrowingColumn } from './growingColumn';

/** How many rows share a stored start. */
const BLOCK = 16;

/**
 * Where rows of different lengths begin in one long array: the length of every row, and a start for every sixteenth. For rows shorter than
 * 256 that is 1.25 bytes a row where whole offsets take 4. A start costs the sum of at most 15 lengths that lie side by side.
 */
export class RowOffsets {
  readonly #lengths: GrowingColumn;
  readonly #blockStarts: GrowingColumn;
  /** The end of the last row. */
  total = 0;

  constructor(capacity: number) {
    this.#lengths = new GrowingColumn(capacity);
    this.#blockStarts = new GrowingColumn(Math.ceil(capacity / BLOCK), 32);
  }

  get length(): number {
    return this.#lengths.length;
  }

  push(length: number): void {
    if (this.#lengths.length % BLOCK === 0) this.#blockStarts.push(this.total);
    this.#lengths.push(length);
    this.total += length;
  }

  startOf(row: number): number {
    let start = this.#blockStarts.at(Math.floor(row / BLOCK));
    for (let r = row - (row % BLOCK); r < row; r++) start += this.#lengths.at(r);
    return start;
  }

  lengthOf(row: number): number {
    return this.#lengths.at(row);
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#lengths.trim();
    this.#blockStarts.trim();
  }
}

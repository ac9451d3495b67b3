import { GrowingColumn } from './growingColumn';

/** How many rows share a start: 2 to the power of this. */
const BLOCK_BITS = 3;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;

/**
 * Where rows of different lengths begin in one long array: the length of every row, and a start for every eighth; the others are added up.
 * For rows of up to 255 that is a byte and a half a row where whole offsets take four.
 */
export class RowOffsets {
  /** The end of the last row. */
  total = 0;
  readonly #lengths: GrowingColumn;
  readonly #blocks: GrowingColumn;

  constructor(capacity: number) {
    this.#lengths = new GrowingColumn(capacity);
    this.#blocks = new GrowingColumn((capacity >> BLOCK_BITS) + 1, 32);
  }

  get length(): number {
    return this.#lengths.length;
  }

  push(length: number): void {
    if ((this.#lengths.length & IN_BLOCK) === 0) this.#blocks.push(this.total);
    this.#lengths.push(length);
    this.total += length;
  }

  startOf(row: number): number {
    let start = this.#blocks.at(row >> BLOCK_BITS);
    for (let i = row & ~IN_BLOCK; i < row; i++) start += this.#lengths.at(i);
    return start;
  }

  lengthOf(row: number): number {
    return this.#lengths.at(row);
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#lengths.trim();
    this.#blocks.trim();
  }
}

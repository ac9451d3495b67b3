import { GrowingColumn, type WholeNumbers } from './growingColumn';

/** How many rows share a start: 2 to the power of this. */
const BLOCK_BITS = 3;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;

/** Row offsets as plain data, of which another is made without a copy. */
export interface RowParts {
  readonly lengths: WholeNumbers;
  readonly blocks: WholeNumbers;
  readonly total: number;
}

/**
 * Where rows of different lengths begin in one long array: the length of every row, and a start for every eighth; the others are added up.
 * For rows of up to 255 that is a byte and a half a row where whole offsets take four.
 */
export class RowOffsets {
  /** The end of the last row. */
  total = 0;
  #lengths: GrowingColumn;
  #blocks: GrowingColumn;

  constructor(capacity: number) {
    this.#lengths = new GrowingColumn(capacity);
    this.#blocks = new GrowingColumn((capacity >> BLOCK_BITS) + 1, 32);
  }

  /** The offsets of rows of these lengths. Cost O(rows). */
  static of(lengths: WholeNumbers): RowOffsets {
    const rows = new RowOffsets(0);
    rows.#lengths = GrowingColumn.of(lengths);
    const blocks = new Uint32Array(Math.ceil(lengths.length / (1 << BLOCK_BITS)));
    for (let row = 0; row < lengths.length; row++) {
      if ((row & IN_BLOCK) === 0) blocks[row >> BLOCK_BITS] = rows.total;
      rows.total += lengths[row]!;
    }
    rows.#blocks = GrowingColumn.of(blocks);
    return rows;
  }

  /** The offsets that `parts` of others told. */
  static ofParts({ lengths, blocks, total }: RowParts): RowOffsets {
    const rows = new RowOffsets(0);
    rows.#lengths = GrowingColumn.of(lengths);
    rows.#blocks = GrowingColumn.of(blocks);
    rows.total = total;
    return rows;
  }

  get parts(): RowParts {
    return { lengths: this.#lengths.trim(), blocks: this.#blocks.trim(), total: this.total };
  }

  get length(): number {
    return this.#lengths.length;
  }

  /** How long each row is. */
  get lengths(): WholeNumbers {
    return this.#lengths.values.subarray(0, this.length);
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

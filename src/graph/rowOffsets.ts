/** How many rows share a start: 2 to the power of this. */
const BLOCK_BITS = 4;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;

/**
 * Where rows of different lengths begin in one long array: a start for every sixteenth row, and for each how far after that start it begins. For rows of
 * up to four thousand that is 2.25 bytes a row where whole offsets take 4.
 */
export class RowOffsets {
  length = 0;
  /** The end of the last row. */
  total = 0;
  #within: Uint16Array | Uint32Array;
  #blocks: Uint32Array;

  constructor(capacity: number) {
    this.#within = new Uint16Array(Math.max(capacity, 16));
    this.#blocks = new Uint32Array((this.#within.length >> BLOCK_BITS) + 1);
  }

  push(length: number): void {
    const row = this.length++;
    if (row === this.#within.length) this.#makeRoom(row + (row >> 1));
    if ((row & IN_BLOCK) === 0) this.#blocks[row >> BLOCK_BITS] = this.total;
    const within = this.total - this.#blocks[row >> BLOCK_BITS]!;
    if (within > 0xffff && this.#within instanceof Uint16Array) this.#within = Uint32Array.from(this.#within);
    this.#within[row] = within;
    this.total += length;
  }

  startOf(row: number): number {
    return this.#blocks[row >> BLOCK_BITS]! + this.#within[row]!;
  }

  endOf(row: number): number {
    return row + 1 === this.length ? this.total : this.startOf(row + 1);
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#within = this.#within.slice(0, this.length);
    this.#blocks = this.#blocks.slice(0, (this.length >> BLOCK_BITS) + 1);
  }

  #makeRoom(rows: number): void {
    const within = new (this.#within.constructor as Uint16ArrayConstructor)(rows);
    within.set(this.#within);
    this.#within = within;
    const blocks = new Uint32Array((rows >> BLOCK_BITS) + 1);
    blocks.set(this.#blocks);
    this.#blocks = blocks;
  }
}

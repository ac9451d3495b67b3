import type { Adjacency } from '../adjacency';

/** The least room that is made at once, in slots. */
const LEAST = 1 << 16;

/**
 * The slots of an index with room behind them, into which the rows of indexes that are laid over it are written, one index after another.
 * What was written is never written again, so that whoever still reads an earlier one reads what it was. Room that is not used takes
 * addresses and no memory.
 */
export class SlotRoom {
  readonly neighbours: Uint32Array;
  readonly ties: Uint32Array;
  /** The index's own slots, which lie here now. */
  readonly own: Adjacency;
  #used: number;

  /** `count`: how many slots are wanted at least. */
  constructor(adjacency: Adjacency, count: number) {
    const slots = adjacency.neighbours.length;
    const size = slots + Math.max(LEAST, count * 2, slots >> 2);
    this.neighbours = new Uint32Array(size);
    this.ties = new Uint32Array(size);
    this.neighbours.set(adjacency.neighbours);
    this.ties.set(adjacency.ties);
    this.own = { ...adjacency, neighbours: this.neighbours.subarray(0, slots), ties: this.ties.subarray(0, slots) };
    this.#used = slots;
  }

  /** How many slots have been written. */
  get used(): number {
    return this.#used;
  }

  has(count: number): boolean {
    return this.#used + count <= this.neighbours.length;
  }

  /** Takes room for so many more slots; gives where it begins. */
  take(count: number): number {
    const start = this.#used;
    this.#used += count;
    return start;
  }
}

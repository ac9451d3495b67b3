/** The typed arrays that hold whole numbers of at least 0, narrowest first. */
export type WholeNumbers = Uint8Array | Uint16Array | Uint32Array;

const KINDS = [Uint8Array, Uint16Array, Uint32Array] as const;
const TOP = [0xff, 0xffff, 0xffffffff] as const;

/**
 * A column of whole numbers, 0 to 2³²−1, that grows at its end and is kept in the narrowest typed array that
 * holds them: a column of small codes over millions of relationships costs one byte each. Amortized O(1) a number.
 */
export class GrowingColumn {
  length = 0;
  #kind: number;
  /** The most that a number of this kind can be. */
  #top: number;
  #values: WholeNumbers;

  /** `bits`: the width to begin with, where the numbers are known to need it (or 32 for code that wants `Uint32Array`). */
  constructor(capacity: number, bits: 8 | 16 | 32 = 8) {
    this.#kind = bits === 8 ? 0 : bits === 16 ? 1 : 2;
    this.#top = TOP[this.#kind]!;
    this.#values = new KINDS[this.#kind]!(Math.max(capacity, 16));
  }

  /** A column of numbers that are at hand. They are not copied. */
  static of(values: WholeNumbers): GrowingColumn {
    const column = new GrowingColumn(0, values instanceof Uint8Array ? 8 : values instanceof Uint16Array ? 16 : 32);
    column.#values = values;
    column.length = values.length;
    return column;
  }

  push(value: number): void {
    const at = this.length;
    if (value > this.#top) this.#widenFor(value);
    if (at === this.#values.length) this.#resize(Math.max(16, at + (at >> 1)));
    this.#values[at] = value;
    this.length = at + 1;
  }

  /** Adds `values[code]` for each code. */
  pushCoded(codes: WholeNumbers, values: readonly number[]): void {
    const start = this.#roomFor(codes.length, values);
    const column = this.#values;
    for (let i = 0; i < codes.length; i++) column[start + i] = values[codes[i]!]!;
  }

  /** Adds the numbers of two columns in turn, the first one's first. They are as long. */
  pushInTurn(first: Uint32Array, second: Uint32Array): void {
    this.#widenFor(TOP[2]);
    const start = this.#roomFor(first.length * 2, []);
    const column = this.#values;
    for (let i = 0; i < first.length; i++) {
      column[start + i * 2] = first[i]!;
      column[start + i * 2 + 1] = second[i]!;
    }
  }

  /** The numbers, and room for more: the first `length` count. Another array takes its place when it grows. */
  get values(): WholeNumbers {
    return this.#values;
  }

  at(i: number): number {
    return this.#values[i]!;
  }

  /** The numbers, in an array of just their length: what was kept for more is given back. */
  trim(): WholeNumbers {
    if (this.length < this.#values.length) this.#values = this.#values.slice(0, this.length);
    return this.#values;
  }

  /** Makes room for as many more of these numbers; gives where they begin. */
  #roomFor(count: number, numbers: readonly number[]): number {
    const start = this.length;
    for (const number of numbers) if (number > this.#top) this.#widenFor(number);
    if (start + count > this.#values.length) this.#resize(start + count);
    this.length = start + count;
    return start;
  }

  #widenFor(value: number): void {
    if (value <= this.#top) return;
    while (value > TOP[this.#kind]!) this.#kind++;
    this.#top = TOP[this.#kind]!;
    this.#resize(this.#values.length);
  }

  #resize(capacity: number): void {
    const next = new KINDS[this.#kind]!(capacity);
    next.set(this.#values.subarray(0, this.length));
    this.#values = next;
  }
}

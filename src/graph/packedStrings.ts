import { RowOffsets } from './rowOffsets';

/**
 * Many short strings in typed arrays: their code units one after another, and where each begins. One byte a unit until a
 * string needs two. It costs a third to a quarter of the same strings on the heap, and nothing to collect.
 */
export class PackedStrings {
  #units: Uint8Array | Uint16Array;
  readonly #rows: RowOffsets;

  constructor(capacity: number, unitsEach = 8) {
    this.#rows = new RowOffsets(capacity);
    this.#units = new Uint8Array(Math.max(capacity, 16) * unitsEach);
  }

  get length(): number {
    return this.#rows.length;
  }

  push(text: string): number {
    const start = this.#rows.total;
    const end = start + text.length;
    if (end > this.#units.length) this.#units = enlarged(this.#units, Math.max(end, this.#units.length * 1.5));
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0xff && this.#units instanceof Uint8Array) this.#units = Uint16Array.from(this.#units);
      this.#units[start + i] = unit;
    }
    this.#rows.push(text.length);
    return this.length - 1;
  }

  at(i: number): string {
    const start = this.#rows.startOf(i);
    const units = this.#units.subarray(start, this.#rows.endOf(i));
    return String.fromCharCode.apply(null, units as unknown as number[]);
  }

  is(i: number, text: string): boolean {
    const start = this.#rows.startOf(i);
    if (this.#rows.endOf(i) - start !== text.length) return false;
    const units = this.#units;
    for (let at = 0; at < text.length; at++) if (units[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Below 0 where string `a` comes before string `b` in the order of code units, as `<` compares strings. */
  compare(a: number, b: number): number {
    const startA = this.#rows.startOf(a);
    const startB = this.#rows.startOf(b);
    const lengthA = this.#rows.endOf(a) - startA;
    const lengthB = this.#rows.endOf(b) - startB;
    const shared = Math.min(lengthA, lengthB);
    for (let i = 0; i < shared; i++) {
      const difference = this.#units[startA + i]! - this.#units[startB + i]!;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#units = this.#units.slice(0, this.#rows.total);
    this.#rows.trim();
  }
}

function enlarged<T extends Uint8Array | Uint16Array>(values: T, length: number): T {
  const next = new (values.constructor as new (length: number) => T)(Math.ceil(length));
  next.set(values);
  return next;
}

/**
 * Many short strings in two typed arrays: their code units one after another, and where each begins. One byte a
 * unit until a string needs two. It costs a third of the same strings on the heap, and nothing to collect.
 */
export class PackedStrings {
  length = 0;
  #units: Uint8Array | Uint16Array;
  #starts: Uint32Array;

  constructor(capacity: number, unitsEach = 10) {
    this.#starts = new Uint32Array(Math.max(capacity, 16) + 1);
    this.#units = new Uint8Array(Math.max(capacity, 16) * unitsEach);
  }

  push(text: string): number {
    const start = this.#starts[this.length]!;
    this.#makeRoom(start + text.length);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0xff && this.#units instanceof Uint8Array) this.#units = Uint16Array.from(this.#units);
      this.#units[start + i] = unit;
    }
    this.#starts[++this.length] = start + text.length;
    return this.length - 1;
  }

  at(i: number): string {
    const units = this.#units.subarray(this.#starts[i]!, this.#starts[i + 1]!);
    return String.fromCharCode.apply(null, units as unknown as number[]);
  }

  is(i: number, text: string): boolean {
    const start = this.#starts[i]!;
    if (this.#starts[i + 1]! - start !== text.length) return false;
    for (let at = 0; at < text.length; at++) if (this.#units[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Below 0 where string `a` comes before string `b` in the order of code units, as `<` compares strings. */
  compare(a: number, b: number): number {
    const startA = this.#starts[a]!;
    const startB = this.#starts[b]!;
    const lengthA = this.#starts[a + 1]! - startA;
    const lengthB = this.#starts[b + 1]! - startB;
    const shared = Math.min(lengthA, lengthB);
    for (let i = 0; i < shared; i++) {
      const difference = this.#units[startA + i]! - this.#units[startB + i]!;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#units = this.#units.slice(0, this.#starts[this.length]!);
    this.#starts = this.#starts.slice(0, this.length + 1);
  }

  #makeRoom(units: number): void {
    if (this.length + 2 > this.#starts.length) this.#starts = enlarged(this.#starts, this.#starts.length * 1.5);
    if (units > this.#units.length) this.#units = enlarged(this.#units, Math.max(units, this.#units.length * 1.5));
  }
}

function enlarged<T extends Uint8Array | Uint16Array | Uint32Array>(values: T, length: number): T {
  const next = new (values.constructor as new (length: number) => T)(Math.ceil(length));
  next.set(values);
  return next;
}

/** Whole numbers of 32 bits in a typed array that grows at its end. Amortized O(1) a number. */
export class Numbers {
  length = 0;
  values: Uint32Array;

  constructor(capacity: number) {
    this.values = new Uint32Array(Math.max(capacity, 16));
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.values = this.values.slice(0, this.length);
  }
}

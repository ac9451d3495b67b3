const BITS = 1 << 16;

/**
 * A set of nodes that may say yes of others as well: a bit for the last bits of each. It is small enough to stay at hand, so that of most
 * nodes it is known that they are not in a set without looking them up far away in memory (Bloom 1970, with one hash).
 */
export class BloomFilter {
  readonly #bits = new Int32Array(BITS >> 5);

  add(node: number): void {
    this.#bits[(node & (BITS - 1)) >> 5]! |= 1 << node;
  }

  mayHave(node: number): boolean {
    return ((this.#bits[(node & (BITS - 1)) >> 5]! >>> node) & 1) === 1;
  }

  /** Takes a node out, and others with it: for emptying, by taking out all, where they are few. */
  drop(node: number): void {
    this.#bits[(node & (BITS - 1)) >> 5] = 0;
  }

  clear(): void {
    this.#bits.fill(0);
  }
}

/** A label of this many hops is none. */
export const NO_LABEL = 127;

/** This bit of a label: it was looked at. */
export const SETTLED = 128;

/**
 * How small trees are that tie a node to a set of parties, in hops: a byte for each set of parties at each node that was met. A place in
 * `bytes` is the node's row times `sets`, plus the set.
 */
export class Labels {
  bytes: Uint8Array;
  /** By node: its row, or -1. */
  readonly #rows: Int32Array;
  /** By row: its node. */
  #nodes: Int32Array;
  #count = 0;

  constructor(nodeCount: number, readonly sets: number) {
    this.#rows = new Int32Array(nodeCount).fill(-1);
    const rows = Math.min(nodeCount, FIRST_ROWS);
    this.#nodes = new Int32Array(rows);
    this.bytes = new Uint8Array(rows * sets).fill(NO_LABEL);
  }

  /** How many bytes the labels take. */
  get size(): number {
    return this.#count * this.sets;
  }

  /** The node of a place. */
  nodeAt(place: number): number {
    return this.#nodes[Math.floor(place / this.sets)]!;
  }

  /** The hops of a label, or `NO_LABEL`. */
  hops(node: number, set: number): number {
    const row = this.#rows[node]!;
    return row < 0 ? NO_LABEL : this.bytes[row * this.sets + set]! & NO_LABEL;
  }

  /** The place of a node's first label; a node that is new gets a row. */
  placeOf(node: number): number {
    const known = this.#rows[node]!;
    if (known >= 0) return known * this.sets;
    const row = this.#count++;
    if (row === this.#nodes.length) this.#grow();
    this.#rows[node] = row;
    this.#nodes[row] = node;
    return row * this.sets;
  }

  #grow(): void {
    const rows = Math.min(this.#nodes.length * 2, this.#rows.length);
    const nodes = new Int32Array(rows);
    nodes.set(this.#nodes);
    this.#nodes = nodes;
    const bytes = new Uint8Array(rows * this.sets).fill(NO_LABEL, this.bytes.length);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}

const FIRST_ROWS = 256;

/**
 * Bounds from below for trees, in hops: half of a shortest one-tree (Held and Karp, 1970), as "Dijkstra meets Steiner" uses it (Hougardy,
 * Silvanus and Vygen, Mathematical Programming Computation 9, 2017). Half a tour is never more than a tree that spans it.
 */
export class TreeBound {
  /** By set of parties (bits): the hops of a shortest spanning tree over distances between them. */
  readonly #spanning: Float64Array;
  readonly #distances: Uint8Array;
  readonly #apart: readonly (readonly number[])[];

  /**
   * `distances`: by node, then by party: how far apart they are at least, in hops; `apart`: by party, by party, how far apart they are.
   */
  constructor(distances: Uint8Array, apart: readonly (readonly number[])[]) {
    this.#distances = distances;
    this.#apart = apart;
    this.#spanning = spanningTrees(apart);
  }

  /** At least how many hops a tree has that ties a node to a set of parties (bits, not empty). */
  of(node: number, set: number): number {
    const distances = this.#distances;
    const from = node * this.#apart.length;
    let nearest = Infinity;
    let second = Infinity;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const distance = distances[from + 31 - Math.clz32(rest & -rest)]!;
      if (distance < nearest) {
        second = nearest;
        nearest = distance;
      } else if (distance < second) second = distance;
    }
    return second === Infinity ? nearest : Math.ceil((nearest + second + this.#spanning[set]!) / 2);
  }

  /** The same for some of the nodes, numbered anew in the order given. */
  among(some: Int32Array): TreeBound {
    const count = this.#apart.length;
    const distances = new Uint8Array(some.length * count);
    some.forEach((node, i) => distances.set(this.#distances.subarray(node * count, (node + 1) * count), i * count));
    return new TreeBound(distances, this.#apart);
  }
}

/** Prim (1957) for each set: a set's tree is not read off from that of a smaller one. Cost O(2^parties · parties²). */
function spanningTrees(distances: readonly (readonly number[])[]): Float64Array {
  const count = distances.length;
  const hops = new Float64Array(2 ** count);
  for (let set = 1; set < hops.length; set++) {
    const members = Array.from({ length: count }, (_, i) => i).filter((i) => (set & (1 << i)) !== 0);
    const [first, ...others] = members as [number, ...number[]];
    const away = new Map(others.map((i) => [i, distances[first]![i]!]));
    while (away.size > 0) {
      const [next, distance] = [...away].reduce((a, b) => (b[1] < a[1] ? b : a));
      hops[set]! += distance;
      away.delete(next);
      for (const [i, known] of away) away.set(i, Math.min(known, distances[next]![i]!));
    }
  }
  return hops;
}

/**
 * Who is beside whom, in compressed sparse rows: the slots of entity `e` are `starts[e]` up to, not including, `starts[e + 1]`,
 * in the order in which relationships were added. Every relationship has a slot at either end; one from an entity to itself has one.
 */
export interface Adjacency {
  readonly starts: Uint32Array;
  /** By slot: the entity at the other end. */
  readonly neighbours: Uint32Array;
  /** By slot: twice the relationship's integer, plus 1 where the slot's entity is its `from`. */
  readonly ties: Uint32Array;
}

/** Counting sort of the ends. Cost O(entities + relationships). */
export function adjacencyOf(entityCount: number, from: Uint32Array, to: Uint32Array): Adjacency {
  const starts = slotStarts(entityCount, from, to);
  const slots = starts[entityCount]!;
  const neighbours = new Uint32Array(slots);
  const ties = new Uint32Array(slots);
  const free = starts.slice(0, entityCount);
  for (let r = 0; r < from.length; r++) {
    const a = from[r]!;
    const b = to[r]!;
    const out = free[a]!++;
    neighbours[out] = b;
    ties[out] = r * 2 + 1;
    if (a === b) continue;
    const into = free[b]!++;
    neighbours[into] = a;
    ties[into] = r * 2;
  }
  return { starts, neighbours, ties };
}

function slotStarts(entityCount: number, from: Uint32Array, to: Uint32Array): Uint32Array {
  const starts = new Uint32Array(entityCount + 1);
  for (let r = 0; r < from.length; r++) {
    starts[from[r]! + 1]!++;
    if (from[r] !== to[r]) starts[to[r]! + 1]!++;
  }
  for (let e = 0; e < entityCount; e++) starts[e + 1]! += starts[e]!;
  return starts;
}

/**
 * Who is beside whom, in compressed sparse rows: the slots of entity `e` are `starts[e]` up to, not including, `stops[e]`,
 * in the order in which relationships were added. Every relationship has a slot at either end; one from an entity to itself has one.
 */
export interface Adjacency {
  readonly starts: Uint32Array;
  /** In an index that stands on its own these are the starts of the next entities, in the same memory. */
  readonly stops: Uint32Array;
  /** By slot: the entity at the other end. */
  readonly neighbours: Uint32Array;
  /** By slot: twice the relationship's integer, plus 1 where the slot's entity is its `from`. */
  readonly ties: Uint32Array;
}

/** Counting sort of `ends`, which holds `from` and `to` of one relationship after another. Cost O(entities + relationships). */
export function adjacencyOf(entityCount: number, ends: Uint32Array): Adjacency {
  const starts = slotStarts(entityCount, ends);
  const slots = starts[entityCount]!;
  const neighbours = new Uint32Array(slots);
  const ties = new Uint32Array(slots);
  const free = starts.slice(0, entityCount);
  for (let i = 0; i < ends.length; i += 2) {
    const from = ends[i]!;
    const to = ends[i + 1]!;
    const out = free[from]!++;
    neighbours[out] = to;
    ties[out] = i + 1;
    if (from === to) continue;
    const into = free[to]!++;
    neighbours[into] = from;
    ties[into] = i;
  }
  return withStops({ starts, neighbours, ties });
}

/** Of rows one after another: the last start is where the last row stops. */
export function withStops(rows: Omit<Adjacency, 'stops'>): Adjacency {
  return { ...rows, stops: rows.starts.subarray(1) };
}

function slotStarts(entityCount: number, ends: Uint32Array): Uint32Array {
  const starts = new Uint32Array(entityCount + 1);
  for (let i = 0; i < ends.length; i += 2) {
    starts[ends[i]! + 1]!++;
    if (ends[i] !== ends[i + 1]) starts[ends[i + 1]! + 1]!++;
  }
  for (let e = 0; e < entityCount; e++) starts[e + 1]! += starts[e]!;
  return starts;
}

/** `from` and `to` of one relationship after another, as adjacency has them. Cost O(entities + relationships). */
export function endsOf({ starts, stops, neighbours, ties }: Adjacency, relationshipCount: number): Uint32Array {
  const ends = new Uint32Array(relationshipCount * 2);
  for (let entity = 0; entity < stops.length; entity++) {
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      if ((ties[slot]! & 1) === 0) continue;
      ends[ties[slot]! - 1] = entity;
      ends[ties[slot]!] = neighbours[slot]!;
    }
  }
  return ends;
}

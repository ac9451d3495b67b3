import type { GraphIndex } from '../../graph';

/** Whether any chain of relationships, of whatever status, type and date, ties two entities. Breadth first; cost O(entities + relationships). */
export function isTied(index: GraphIndex, from: number, to: number): boolean {
  const { starts, neighbours } = index.adjacency;
  const seen = new Uint8Array(index.entityCount);
  const queue = new Uint32Array(index.entityCount);
  let length = 1;
  queue[0] = from;
  seen[from] = 1;
  for (let i = 0; i < length && seen[to] === 0; i++) {
    for (let slot = starts[queue[i]!]!; slot < starts[queue[i]! + 1]!; slot++) {
      const neighbour = neighbours[slot]!;
      if (seen[neighbour] === 1) continue;
      seen[neighbour] = 1;
      queue[length++] = neighbour;
    }
  }
  return seen[to] === 1;
}

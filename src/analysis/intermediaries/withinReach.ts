import type { Ties } from './ties';

/**
 * Ties narrowed to entities that stand on some walk of at most `maxHops` hops between two others. A route of that
 * length passes only such entities; a set of them that separates may still be larger than one that only has to cut
 * the short routes, which is a harder question (Itai, Perl and Shiloach 1982). Cost O(entities and ties within reach).
 */
export function withinReach(ties: Ties, from: number, to: number, maxHops: number): Ties {
  const away = distances(ties.onward, from, maxHops);
  const ahead = distances(ties.backward, to, maxHops);
  const near = (entity: number) => (away.get(entity) ?? Infinity) + (ahead.get(entity) ?? Infinity) <= maxHops;
  const narrowed = (inner: Ties): Ties => ({
    onward: (entity, visit) => inner.onward(entity, (neighbour) => near(neighbour) && visit(neighbour)),
    backward: (entity, visit) => inner.backward(entity, (neighbour) => near(neighbour) && visit(neighbour)),
    reversed: () => narrowed(inner.reversed()),
    memory: inner.memory,
  });
  return narrowed(ties);
}

function distances(step: Ties['onward'], start: number, most: number): Map<number, number> {
  const distance = new Map([[start, 0]]);
  for (const [entity, hops] of distance) {
    if (hops === most) continue;
    step(entity, (neighbour) => {
      if (!distance.has(neighbour)) distance.set(neighbour, hops + 1);
      return false;
    });
  }
  return distance;
}

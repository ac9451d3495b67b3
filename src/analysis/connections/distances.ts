import type { Steps } from '../../model';
import type { Ground } from './network';

/** What stands for a distance that is not known, in hops. */
export const FAR = 255;

/** How far every entity is from each of some parties, in hops; `FAR` where nothing ties them. */
export interface Distances {
  /** By party, by entity. */
  readonly of: readonly Uint8Array[];
  /** By party: entities farther than this were not looked at. */
  readonly reach: readonly number[];
}

/** How many entities are looked at between two pauses. */
const PAUSE = 2000;

/**
 * Breadth-first from each party until all others that can be reached are: the first half of a question. Undefined where nothing ties the
 * first to another. Cost O(parties × entities and ties within that reach).
 */
export function* distancesFrom(ground: Ground, parties: readonly number[]): Steps<Distances | undefined> {
  const of: Uint8Array[] = [];
  const reach: number[] = [];
  const queue = new Int32Array(ground.nodeCount);
  for (const [i, party] of parties.entries()) {
    const found = yield* distancesOf(ground, party, parties, queue);
    if (parties.some((other) => found.distances[other] === FAR)) return undefined;
    of.push(found.distances);
    reach.push(found.reach);
    yield (i + 1) / parties.length / 2;
  }
  return { of, reach };
}

function* distancesOf(
  ground: Ground, from: number, parties: readonly number[], queue: Int32Array,
): Steps<{ distances: Uint8Array; reach: number }> {
  const distances = new Uint8Array(ground.nodeCount).fill(FAR);
  distances[from] = 0;
  queue[0] = from;
  let count = 1;
  let next = 0;
  for (let depth = 1; next < count && depth < FAR; depth++) {
    for (const end = count; next < end; next++) {
      if (next % PAUSE === PAUSE - 1) yield;
      for (let i = ground.around(queue[next]!); i < ground.stop; i++) {
        const neighbour = ground.ends[i]!;
        if (distances[neighbour] !== FAR) continue;
        distances[neighbour] = depth;
        queue[count++] = neighbour;
      }
    }
    if (parties.every((party) => distances[party] !== FAR)) return { distances, reach: depth };
  }
  return { distances, reach: FAR - 1 };
}

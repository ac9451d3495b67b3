import type { Steps } from '../../model';
import { eachStep, type Ground } from './network';

/** What stands for a distance that is not known, in hops. */
export const FAR = 255;

/** How far every entity is from each of some parties, in hops; `FAR` where nothing ties them. */
export interface Distances {
  /** By party, by entity. */
  readonly of: readonly Uint8Array[];
  /** By party: entities farther than this were not looked at. */
  readonly reach: readonly number[];
}

/**
 * Breadth-first from each party until all others that can be reached are: the first half of a question. Cost O(parties × entities and
 * ties within that reach).
 */
export function* distancesFrom(ground: Ground, parties: readonly number[]): Steps<Distances> {
  const of: Uint8Array[] = [];
  const reach: number[] = [];
  for (const [i, party] of parties.entries()) {
    const found = yield* distancesOf(ground, party, parties);
    of.push(found.distances);
    reach.push(found.reach);
    yield (i + 1) / parties.length / 2;
  }
  return { of, reach };
}

function* distancesOf(ground: Ground, from: number, parties: readonly number[]): Steps<{ distances: Uint8Array; reach: number }> {
  const distances = new Uint8Array(ground.index.entityCount).fill(FAR);
  distances[from] = 0;
  let level = [from];
  let depth = 0;
  while (level.length > 0 && depth < FAR - 1) {
    depth++;
    const next: number[] = [];
    for (const [i, entity] of level.entries()) {
      if (i % 1000 === 999) yield;
      eachStep(ground, entity, (neighbour) => {
        if (distances[neighbour] !== FAR) return;
        distances[neighbour] = depth;
        next.push(neighbour);
      });
    }
    level = next;
    if (parties.every((party) => distances[party] !== FAR)) return { distances, reach: depth };
  }
  return { distances, reach: FAR - 1 };
}

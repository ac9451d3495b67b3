import type { Steps } from '../../model';
import { eachStep, type Ground } from './network';
import type { Tree } from './smallestTree';
import { hopCost } from './treeCost';

/** Where an entity is reached from: the nearest party, how far, and the entity before it. */
interface Reached {
  readonly party: number;
  readonly distance: number;
  readonly before: number;
}

interface Bridge {
  readonly near: number;
  readonly far: number;
  readonly hops: number;
}

/**
 * A tree over any number of parties with at most 2(1 − 1/parties) times the hops of the smallest: shortest ways between the regions of the
 * parties, joined shortest first (Mehlhorn, Information Processing Letters 27, 1988). Undefined where nothing ties them all. Of
 * several such trees which one it is depends on the order of the dataset. Cost O(entities and ties + ways log).
 */
export function* spanningTree(ground: Ground, parties: readonly number[]): Steps<Tree | undefined> {
  const reached = new Map<number, Reached>(parties.map((party) => [party, { party, distance: 0, before: party }]));
  const bridges = new Map<string, Bridge>();
  let level = [...parties];
  for (let distance = 1; level.length > 0; distance++) {
    const next: number[] = [];
    for (const [i, entity] of level.entries()) {
      if (i % 1000 === 999) yield;
      const { party } = reached.get(entity)!;
      eachStep(ground, entity, (neighbour) => {
        const other = reached.get(neighbour);
        if (!other) {
          reached.set(neighbour, { party, distance, before: entity });
          next.push(neighbour);
        } else if (other.party !== party) {
          const hops = distance + other.distance;
          const key = party < other.party ? `${party} ${other.party}` : `${other.party} ${party}`;
          if (hops < (bridges.get(key)?.hops ?? Infinity)) bridges.set(key, { near: entity, far: neighbour, hops });
        }
      });
    }
    level = next;
  }
  return joined(ground, parties, reached, [...bridges.values()]);
}

function joined(ground: Ground, parties: readonly number[], reached: ReadonlyMap<number, Reached>, bridges: Bridge[]): Tree | undefined {
  const compare = (a: number, b: number) => ground.index.compareEntityIds(a, b);
  const groupOf = new Map(parties.map((party) => [party, party]));
  const root = (party: number): number => {
    let at = party;
    while (groupOf.get(at) !== at) at = groupOf.get(at)!;
    return at;
  };
  const edges = new Map<string, [number, number]>();
  const add = (a: number, b: number) => edges.set(a < b ? `${a} ${b}` : `${b} ${a}`, [a, b]);
  let parts = parties.length;
  for (const { near, far } of bridges.sort((a, b) => a.hops - b.hops || compare(a.near, b.near) || compare(a.far, b.far))) {
    const [a, b] = [root(reached.get(near)!.party), root(reached.get(far)!.party)];
    if (a === b) continue;
    groupOf.set(a, b);
    parts--;
    add(near, far);
    for (const end of [near, far]) {
      for (let at = end, { before } = reached.get(at)!; before !== at; at = before, { before } = reached.get(at)!) add(at, before);
    }
  }
  if (parts > 1) return undefined;
  const tree = [...edges.values()];
  return { edges: tree, cost: tree.reduce((sum, [a, b]) => sum + hopCost(strongest(ground, a, b)), 0) };
}

function strongest(ground: Ground, a: number, b: number): number {
  let least = Infinity;
  eachStep({ ...ground, mayPass: (entity) => entity === b }, a, (_, weakness) => (least = Math.min(least, weakness)));
  return least;
}

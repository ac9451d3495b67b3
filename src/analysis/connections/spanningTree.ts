import type { Steps } from '../../model';
import { PAUSE, type Ground } from './network';
import { hopCost } from './treeCost';
import type { Tree } from './treeParts';

/** Where entities are reached from, by entity. */
class Reached {
  /** The nearest party, by its place among the parties; -1: none. */
  readonly partyOf: Int32Array;
  /** How far it is, in hops. */
  readonly distances: Int32Array;
  /** The entity before it on the way from that party; a party comes after itself. */
  readonly befores: Int32Array;

  constructor(entities: number, parties: readonly number[]) {
    this.partyOf = new Int32Array(entities).fill(-1);
    this.distances = new Int32Array(entities);
    this.befores = new Int32Array(entities);
    for (const [i, party] of parties.entries()) {
      this.partyOf[party] = i;
      this.befores[party] = party;
    }
  }
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
  const reached = new Reached(ground.nodeCount, parties);
  const { partyOf, distances, befores } = reached;
  const bridges = new Map<number, Bridge>();
  const queue = [...parties];
  for (let next = 0; next < queue.length; next++) {
    if (next % PAUSE === PAUSE - 1) yield;
    const entity = queue[next]!;
    const party = partyOf[entity]!;
    const distance = distances[entity]! + 1;
    for (let i = ground.around(entity); i < ground.stop; i++) {
      const neighbour = ground.ends[i]!;
      const other = partyOf[neighbour]!;
      if (other < 0) {
        partyOf[neighbour] = party;
        distances[neighbour] = distance;
        befores[neighbour] = entity;
        queue.push(neighbour);
      } else if (other !== party) {
        const hops = distance + distances[neighbour]!;
        const key = Math.min(party, other) * parties.length + Math.max(party, other);
        if (hops < (bridges.get(key)?.hops ?? Infinity)) bridges.set(key, { near: entity, far: neighbour, hops });
      }
    }
  }
  return joined(ground, parties, reached, [...bridges.values()]);
}

function joined(ground: Ground, parties: readonly number[], { partyOf, befores }: Reached, bridges: Bridge[]): Tree | undefined {
  const compare = (a: number, b: number) => ground.compare(a, b);
  const groupOf = parties.map((_, i) => i);
  const root = (party: number): number => {
    let at = party;
    while (groupOf[at] !== at) at = groupOf[at]!;
    return at;
  };
  const edges = new Map<string, [number, number]>();
  const add = (a: number, b: number) => edges.set(a < b ? `${a} ${b}` : `${b} ${a}`, [a, b]);
  let parts = parties.length;
  for (const { near, far } of bridges.sort((a, b) => a.hops - b.hops || compare(a.near, b.near) || compare(a.far, b.far))) {
    const [a, b] = [root(partyOf[near]!), root(partyOf[far]!)];
    if (a === b) continue;
    groupOf[a] = b;
    parts--;
    add(near, far);
    for (const end of [near, far]) for (let at = end; befores[at] !== at; at = befores[at]!) add(at, befores[at]!);
  }
  if (parts > 1) return undefined;
  const tree = [...edges.values()];
  return { edges: tree, cost: tree.reduce((sum, [a, b]) => sum + hopCost(strongest(ground, a, b)), 0) };
}

function strongest(ground: Ground, a: number, b: number): number {
  let least = Infinity;
  for (let i = ground.around(a); i < ground.stop; i++) if (ground.ends[i] === b) least = Math.min(least, ground.weaknesses[i]!);
  return least;
}

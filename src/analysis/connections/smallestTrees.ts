import type { Steps } from '../../model';
import { Labels, NO_LABEL, SETTLED } from './labels';
import type { Ways } from './network';
import type { TreeBound } from './treeBound';
import { TreeParts } from './treeParts';

/** What is sought: the trees of fewest hops over some nodes (at most 11) that pass none of those left out. */
interface TreeSearch {
  readonly ways: Ways;
  readonly bound: TreeBound;
  readonly parties: readonly number[];
  readonly without: ReadonlySet<number>;
  readonly mostHops: number;
  readonly effort: Effort;
}

/** How many labels were looked at, and how many may be: then a search ends. */
export interface Effort {
  labels: number;
  readonly most: number;
}

/** How many bytes of labels a search may hold. */
const MOST_BYTES = 2 ** 28;

/** How many labels are settled between two pauses. */
const PAUSE = 2000;

/**
 * All smallest trees over some parties: Dreyfus and Wagner (Networks 1, 1971) as a search from the smallest label to the next (Erickson,
 * Monma and Veinott, 1987), led by a bound from below (Hougardy, Silvanus and Vygen, 2017), with hops as the only cost, so that labels are
 * bytes and wait in a list for each count of hops (Dial, 1969). It goes on until every label that may lie on a smallest tree is settled:
 * the trees are then read backwards (`TreeParts`). Exact. Cost O(3^p nodes + 2^p ties) at worst for p parties less one; with the bound,
 * what lies on trees that may be as small as the smallest. Undefined where there is none of at most so many hops, or the effort came to its
 * end before the first was found; where it came to its end later, `complete` is false: not all smallest trees may be among the parts.
 */
export function* smallestTrees(search: TreeSearch): Steps<{ parts: TreeParts; complete: boolean } | undefined> {
  const { ways, bound, parties, without, mostHops, effort } = search;
  const root = parties.length - 1;
  const sets = 1 << root;
  const full = sets - 1;
  const all = full | sets;
  const labels = new Labels(ways.nodeCount, sets);
  const caps = new Caps(sets);
  const waiting = Array.from({ length: mostHops + 1 }, (): number[] => []);
  const partyAt = new Map(parties.map((node, i) => [node, 1 << i]));
  let most = mostHops;
  let least = 0;
  const improve = (node: number, set: number, hops: number) => {
    if (hops >= labels.hops(node, set)) return;
    const total = hops + bound.of(node, all & ~set);
    if (total > most) return;
    const place = labels.placeOf(node) + set;
    labels.bytes[place] = hops;
    waiting[total]!.push(place);
    if (total < least) least = total;
  };
  for (let i = 0; i < root; i++) improve(parties[i]!, 1 << i, 0);
  let found = false;
  let complete = true;
  for (let count = 1; least <= most; count++) {
    const place = waiting[least]!.pop();
    if (place === undefined) {
      least++;
      continue;
    }
    const hops = labels.bytes[place]!;
    if (hops >= SETTLED) continue;
    if (effort.labels++ >= effort.most || labels.size > MOST_BYTES) {
      complete = false;
      break;
    }
    if (count % PAUSE === 0) yield;
    const set = place & full;
    const node = labels.nodeAt(place);
    labels.bytes[place] = hops | SETTLED;
    if (set === full && node === parties[root]) {
      most = hops;
      found = true;
      continue;
    }
    if (hops > caps.of(set)) continue;
    const party = partyAt.get(node) ?? 0;
    if ((party & ~set) !== 0) caps.touch(set, hops, party);
    const rest = full & ~set;
    for (let other = rest; other !== 0; other = (other - 1) & rest) {
      const label = labels.bytes[place - set + other]!;
      if (label < SETTLED) continue;
      caps.join(set, other);
      const both = hops + (label & NO_LABEL);
      if (both <= caps.of(set | other)) improve(node, set | other, both);
    }
    if (hops + 1 > caps.of(set)) continue;
    for (let i = ways.around(node); i < ways.stop; i++) {
      const neighbour = ways.ends[i]!;
      if (without.size === 0 || !without.has(neighbour)) improve(neighbour, set, hops + 1);
    }
  }
  if (!found) return undefined;
  const parts = yield* TreeParts.of(ways, labels, parties[root]!);
  return { parts, complete };
}

/**
 * What a tree over a set of parties may cost at most: once smaller ones have tied each of them to a party outside of the set, a larger one
 * is no part of a smallest tree, since those could stand in its place (the pruning of Hougardy, Silvanus and Vygen).
 */
class Caps {
  readonly #hops: Float64Array;
  /** The parties outside that a set is tied to, as bits. */
  readonly #touched: Int32Array;

  constructor(sets: number) {
    this.#hops = new Float64Array(sets).fill(Infinity);
    this.#touched = new Int32Array(sets);
  }

  of(set: number): number {
    return this.#hops[set]!;
  }

  touch(set: number, hops: number, parties: number): void {
    if (hops >= this.#hops[set]!) return;
    this.#hops[set] = hops;
    this.#touched[set] = parties;
  }

  /** Takes over what two sets without a member in common come to together, unless each is tied to a member of the other. */
  join(a: number, b: number): void {
    const ofA = this.#touched[a]!;
    const ofB = this.#touched[b]!;
    if (ofA === 0 || ofB === 0 || ((ofA & b) !== 0 && (ofB & a) !== 0)) return;
    this.touch(a | b, this.#hops[a]! + this.#hops[b]!, (ofA | ofB) & ~(a | b));
  }
}

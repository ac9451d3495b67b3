import type { Steps } from '../../model';
import { BinaryHeap } from '../routes/binaryHeap';
import type { TreeBound } from './treeBound';
import { costOfHops } from './treeCost';

/** A tree as its edges, each two nodes, and its cost (see `treeCost`). */
export interface Tree {
  readonly cost: number;
  readonly edges: readonly (readonly [number, number])[];
}

/** Calls `visit` with every neighbour of a node, and what a hop to it costs. */
export type EachHop = (node: number, visit: (neighbour: number, cost: number) => void) => void;

/** What is sought: a tree over some nodes (at most 11) that passes none of those left out and has at most so many hops. */
interface TreeSearch {
  readonly eachHop: EachHop;
  readonly bound: TreeBound;
  readonly parties: readonly number[];
  readonly without: ReadonlySet<number>;
  readonly mostHops: number;
  readonly effort: Effort;
}

/** How many labels were looked at, and how many may be: then a search ends without a tree. */
export interface Effort {
  labels: number;
  readonly most: number;
}

/**
 * A tree that ties a node to a set of parties: what it costs, and what it was made of: a node before (0 and up), or two sets at the node
 * (below 0).
 */
interface Labels {
  readonly costs: Float64Array;
  readonly befores: Int32Array;
  /** The sets whose label is settled. */
  readonly settled: number[];
}

interface Waiting {
  readonly node: number;
  readonly set: number;
  readonly cost: number;
  readonly least: number;
}

/** How many labels are settled between two pauses. */
const PAUSE = 2000;

/**
 * The cheapest tree over some parties: Dreyfus and Wagner (Networks 1, 1971) as a search from the cheapest label to the next (Erickson,
 * Monma and Veinott, 1987), led by a bound from below (Hougardy, Silvanus and Vygen, 2017). Exact. Cost O(3^p nodes + 2^p ties log) at
 * worst for p parties less one; with the bound, what lies on trees nearly as small as the smallest. Undefined where there is none of at
 * most so many hops, or the effort came to its end. Of trees of one cost it gives one, always the same.
 */
export function* smallestTree({ eachHop, bound, parties, without, mostHops, effort }: TreeSearch): Steps<Tree | undefined> {
  const root = parties.length - 1;
  const full = (1 << root) - 1;
  const all = (1 << parties.length) - 1;
  const most = costOfHops(mostHops + 1);
  const labels = new Map<number, Labels>();
  const waiting = new BinaryHeap<Waiting>((a, b) => (a.least - b.least || a.node - b.node || a.set - b.set) < 0);
  const at = (node: number) => {
    let known = labels.get(node);
    if (!known) {
      known = { costs: new Float64Array(full + 1).fill(Infinity), befores: new Int32Array(full + 1), settled: [] };
      labels.set(node, known);
    }
    return known;
  };
  const partyAt = new Map(parties.map((node, i) => [node, 1 << i]));
  const caps = new Caps(full + 1);
  const improve = (node: number, set: number, cost: number, before: number) => {
    if (cost > caps.of(set)) return;
    const known = at(node);
    if (cost >= known.costs[set]!) return;
    const least = cost + costOfHops(bound.of(node, all & ~set));
    if (least >= most) return;
    known.costs[set] = cost;
    known.befores[set] = before;
    waiting.push({ node, set, cost, least });
  };
  for (let i = 0; i < root; i++) improve(parties[i]!, 1 << i, 0, parties[i]!);
  for (let count = 1; ; count++) {
    const next = waiting.pop();
    if (!next) return undefined;
    if (effort.labels++ >= effort.most) return undefined;
    const { node, set, cost } = next;
    const known = labels.get(node)!;
    if (cost > known.costs[set]!) continue;
    if (node === parties[root] && set === full) return { cost, edges: edgesOf(labels, node, set) };
    if (count % PAUSE === 0) yield;
    if (cost > caps.of(set)) continue;
    const party = partyAt.get(node) ?? 0;
    if ((party & ~set) !== 0) caps.touch(set, cost, party);
    for (const other of known.settled) {
      if ((other & set) !== 0) continue;
      caps.join(set, other);
      improve(node, set | other, cost + known.costs[other]!, -set);
    }
    if (!known.settled.includes(set)) known.settled.push(set);
    eachHop(node, (neighbour, hop) => {
      if (!without.has(neighbour)) improve(neighbour, set, cost + hop, node);
    });
  }
}

/**
 * What a tree over a set of parties may cost at most: once cheaper ones have tied each of them to a party outside of the set, a dearer one
 * is no part of a smallest tree, since those could stand in its place (the pruning of Hougardy, Silvanus and Vygen).
 */
class Caps {
  readonly #costs: Float64Array;
  /** The parties outside that a set is tied to, as bits. */
  readonly #touched: Int32Array;

  constructor(sets: number) {
    this.#costs = new Float64Array(sets).fill(Infinity);
    this.#touched = new Int32Array(sets);
  }

  of(set: number): number {
    return this.#costs[set]!;
  }

  touch(set: number, cost: number, parties: number): void {
    if (cost >= this.#costs[set]!) return;
    this.#costs[set] = cost;
    this.#touched[set] = parties;
  }

  /** Takes over what two sets without a member in common cost together, unless each is tied to a member of the other. */
  join(a: number, b: number): void {
    const [ofA, ofB] = [this.#touched[a]!, this.#touched[b]!];
    if (ofA === 0 || ofB === 0 || ((ofA & b) !== 0 && (ofB & a) !== 0)) return;
    this.touch(a | b, this.#costs[a]! + this.#costs[b]!, (ofA | ofB) & ~(a | b));
  }
}

/** The edges that a label was made of. */
function edgesOf(labels: ReadonlyMap<number, Labels>, root: number, full: number): [number, number][] {
  const edges: [number, number][] = [];
  const open: [node: number, set: number][] = [[root, full]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [node, set] = part;
    const { befores, costs } = labels.get(node)!;
    if (costs[set] === 0) continue;
    const before = befores[set]!;
    if (before < 0) open.push([node, -before], [node, set & ~-before]);
    else {
      edges.push([before, node]);
      open.push([before, set]);
    }
  }
  return edges;
}

import { sorted, type Steps } from '../../model';
import { NO_LABEL, type Labels } from './labels';
import type { Ways } from './network';
import { hopCost } from './treeCost';

/** A tree as its edges, each two nodes, and its cost (see `treeCost`). */
export interface Tree {
  readonly cost: number;
  readonly edges: readonly (readonly [number, number])[];
}

/** How many parts are looked at between two pauses. */
const PAUSE = 500;

/**
 * What the smallest trees of a search are made of. A part is a label that lies on one of them: a node that is tied to a set of parties.
 * It is made of a part at a node beside it and the hop between, or of two parts at the same node; a party alone is made of nothing.
 * Since all parts are as small as can be, whatever is put together of them is a smallest tree.
 */
export class TreeParts {
  /** The nodes of the parts, in their order (`Ways.compare`). A part has the place of its node. */
  readonly nodes: readonly number[];

  private constructor(
    nodes: readonly number[],
    /** By part: the place of its node. Parts come after those that they are made of; the last is the whole. */
    private readonly placeOf: Int32Array,
    /** By part: where its makings begin in the next two; one more at the end. */
    private readonly starts: Int32Array,
    private readonly first: Int32Array,
    /** The other part, or the weakness of the hop less 6. */
    private readonly second: Int32Array,
  ) {
    this.nodes = nodes;
  }

  /** How many parts there are. */
  get size(): number {
    return this.placeOf.length;
  }

  /**
   * Reads labels backwards from the whole: all parties at the root. Cost O(parts × (ties of a node + 2^parties)).
   */
  static *of(ways: Ways, labels: Labels, root: number): Steps<TreeParts> {
    const { sets } = labels;
    const found = new Map<number, Making[]>();
    const open = [labels.placeOf(root) + sets - 1];
    for (let count = 1; open.length > 0; count++) {
      if (count % PAUSE === 0) yield;
      const place = open.pop()!;
      if (found.has(place)) continue;
      const makings = makingsOf(ways, labels, place);
      found.set(place, makings);
      for (const { first, second } of makings) {
        open.push(first);
        if (second >= 0) open.push(second);
      }
    }
    const order = yield* sorted([...found.keys()], (a, b) => depth(labels, a) - depth(labels, b));
    const nodes = yield* sorted([...new Set(order.map((place) => labels.nodeAt(place)))], (a, b) => ways.compare(a, b));
    const rank = new Map(nodes.map((node, i) => [node, i]));
    const partAt = new Map(order.map((place, part) => [place, part]));
    const starts = new Int32Array(order.length + 1);
    const first: number[] = [];
    const second: number[] = [];
    // Which of two trees of one cost is given depends on the ids alone.
    const rankAt = (place: number) => rank.get(labels.nodeAt(place))!;
    for (const [part, place] of order.entries()) {
      if (part % PAUSE === PAUSE - 1) yield;
      const makings = found.get(place)!;
      makings.sort((a, b) => rankAt(a.first) - rankAt(b.first) || (a.first % sets) - (b.first % sets));
      for (const making of makings) {
        first.push(partAt.get(making.first)!);
        second.push(making.second < 0 ? making.second : partAt.get(making.second)!);
      }
      starts[part + 1] = first.length;
    }
    const placeOf = Int32Array.from(order, rankAt);
    return new TreeParts(nodes, placeOf, starts, Int32Array.from(first), Int32Array.from(second));
  }

  /**
   * The strongest tree that passes none of some nodes (by place in `nodes`), whose edges are pairs of places; undefined where each passes
   * one. Of those of one cost it gives one, always the same. Cost O(parts and their makings).
   */
  strongest(without: ReadonlySet<number>): Tree | undefined {
    const { placeOf, starts, first, second } = this;
    const costs = new Float64Array(this.size).fill(Infinity);
    const chosen = new Int32Array(this.size);
    for (let part = 0; part < this.size; part++) {
      if (without.has(placeOf[part]!)) continue;
      if (starts[part] === starts[part + 1]) costs[part] = 0;
      for (let i = starts[part]!; i < starts[part + 1]!; i++) {
        const other = second[i]!;
        const cost = costs[first[i]!]! + (other < 0 ? hopCost(other + WEAKNESSES) : costs[other]!);
        if (cost >= costs[part]!) continue;
        costs[part] = cost;
        chosen[part] = i;
      }
    }
    const whole = this.size - 1;
    if (costs[whole] === Infinity) return undefined;
    const edges: [number, number][] = [];
    const open = [whole];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (starts[part] === starts[part + 1]) continue;
      const [before, other] = [first[chosen[part]!]!, second[chosen[part]!]!];
      open.push(before);
      if (other < 0) edges.push([placeOf[before]!, placeOf[part]!]);
      else open.push(other);
    }
    return { cost: costs[whole]!, edges };
  }
}

/** How many weaknesses there are: a weakness less this number is below 0, unlike a part. */
const WEAKNESSES = 6;

/** Two labels at one node that make another, or one beside it and the weakness of the hop, less 6. */
interface Making {
  readonly first: number;
  readonly second: number;
}

/** What a label is made of, by places. */
function makingsOf(ways: Ways, labels: Labels, place: number): Making[] {
  const { sets } = labels;
  const set = place & (sets - 1);
  const node = labels.nodeAt(place);
  const hops = labels.hops(node, set);
  const makings: Making[] = [];
  if (hops === 0) return makings;
  for (let i = ways.around(node); i < ways.stop; i++) {
    const end = ways.ends[i]!;
    if (labels.hops(end, set) + 1 === hops) makings.push({ first: labels.placeOf(end) + set, second: ways.weaknesses[i]! - WEAKNESSES });
  }
  const others = place - set;
  for (let part = (set - 1) & set; part > (set ^ part); part = (part - 1) & set) {
    const rest = set ^ part;
    if (labels.hops(node, part) + labels.hops(node, rest) === hops) makings.push({ first: others + part, second: others + rest });
  }
  return makings;
}

/** Labels of fewer hops come first, then those of fewer parties: what a label is made of comes before it. */
function depth(labels: Labels, place: number): number {
  const set = place & (labels.sets - 1);
  let parties = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) parties++;
  return (labels.bytes[place]! & NO_LABEL) * 16 + parties;
}

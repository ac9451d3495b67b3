import type { Steps } from '../../model';
import { BinaryHeap } from '../routes/binaryHeap';
import { HOP, hopsOf, stepCost } from '../routes/cost';
import { beyond, CostToEnd, hopsToEnd, NONE } from './costToEnd';
import { eachState, type PatternGround } from './patternGround';

/** How many relationships are looked at, and beginnings kept, before a search is given up. */
const MOST_LOOKED = 20_000_000;
const MOST_BEGINNINGS = 400_000;

/** A chain of distinct entities that may be gone on from, or is a route. */
interface Beginning {
  readonly nodes: readonly number[];
  /** The states that it may be in, and the least cost in each plus one. */
  readonly states: number;
  readonly costs: Int32Array;
  /** No route that begins so costs less. */
  readonly bound: number;
  readonly whole: boolean;
  /** What goes on from it to within so many hops of the end stands in the queue already. */
  readonly after: number;
}

/** How much a search may do. */
export interface PatternEffort {
  readonly looked: number;
  readonly beginnings: number;
}

/**
 * Routes of distinct entities that follow a pattern, best first. To know whether there is one is NP-hard in the length of a route for a
 * fixed pattern (Mendelzon and Wood, SIAM Journal on Computing 24, 1995), so that this is a search that is given up at a stated effort. A*:
 * beginnings with the states that they may be in, best first by the cost so far and the least to the end over walks (`CostToEnd`), then by
 * ids. Where walks that follow the pattern seldom come back to an entity, few beginnings are looked at that lead nowhere.
 */
export class PatternSearch {
  readonly #queue: BinaryHeap<Beginning>;
  readonly #toEnd: CostToEnd;
  #looked = 0;
  #kept = 0;
  /** The search was given up, and all routes that are left cost at least so much. */
  givenUpAt: number | undefined;

  constructor(
    readonly ground: PatternGround,
    readonly from: readonly number[],
    readonly longest: number,
    readonly most: PatternEffort = { looked: MOST_LOOKED, beginnings: MOST_BEGINNINGS },
  ) {
    const compareIds = (a: number, b: number) => ground.index.compareEntityIds(a, b);
    this.#queue = new BinaryHeap<Beginning>((a, b) => (a.bound - b.bound || compareNodes(a, b, compareIds)) < 0);
    this.#toEnd = new CostToEnd(ground, longest);
    this.#queue.push({ nodes: [], states: 0, costs: new Int32Array(0), bound: 0, whole: false, after: -1 });
  }

  /** The best route that was not given yet, as its entities; undefined where there is none, or the search is given up. */
  *next(): Steps<readonly number[] | undefined> {
    for (let best = this.#queue.pop(); best; best = this.#queue.pop()) {
      if (best.whole) return best.nodes;
      if (this.#looked > this.most.looked || this.#kept > this.most.beginnings) {
        this.givenUpAt = best.bound;
        return undefined;
      }
      yield;
      while (best.after >= this.#toEnd.covered && this.#toEnd.goesOn) yield* this.#toEnd.extend();
      yield* this.#goOn(best);
      this.#keepRest(best);
    }
    return undefined;
  }

  *#goOn(beginning: Beginning): Steps<void> {
    if (beginning.nodes.length === 0) return this.#begin(beginning.after);
    const onward = new Map<number, { states: number; costs: Int32Array }>();
    const { index, automaton, masks, steps } = this.ground;
    const {
      adjacency: { starts, stops, neighbours },
    } = index;
    const here = beginning.nodes.at(-1)!;
    const leaving = beginning.nodes.length === 1 ? beginning.states : this.ground.passing(here, beginning.states);
    for (let slot = starts[here]!; slot < stops[here]!; slot++) {
      if (++this.#looked % 2000 === 0) yield;
      const mask = masks.at(slot, steps[slot]!);
      if (mask === 0 || beginning.nodes.includes(neighbours[slot]!)) continue;
      const hop = stepCost(steps[slot]!);
      eachState(leaving, (state) => {
        const reached = automaton.follow[state]! & mask;
        if (reached === 0) return;
        const there = onward.get(neighbours[slot]!) ?? { states: 0, costs: new Int32Array(automaton.start + 1) };
        onward.set(neighbours[slot]!, there);
        eachState(reached, (next) => {
          const cost = beginning.costs[state]! + hop;
          if (there.costs[next] === NONE || cost < there.costs[next]!) there.costs[next] = cost;
          there.states |= 1 << next;
        });
      });
    }
    for (const [entity, { states, costs }] of onward) this.#offer([...beginning.nodes, entity], states, costs, beginning.after);
  }

  #begin(after: number): void {
    const {
      automaton: { start },
    } = this.ground;
    for (const entity of this.from) {
      const toEnd = this.#toEnd.of(entity, start);
      if (toEnd === NONE || hopsToEnd(toEnd) <= after) continue;
      const costs = new Int32Array(start + 1);
      costs[start] = 1;
      this.#keep({ nodes: [entity], states: 1 << start, costs, bound: toEnd - 1, whole: false, after: -1 });
    }
  }

  /** Puts a chain in the queue: as a route where it may end, and as a beginning where it may go on within what is covered. */
  #offer(nodes: readonly number[], states: number, costs: Int32Array, after: number): void {
    const entity = nodes.at(-1)!;
    const { ground } = this;
    const ending = ground.ending(entity, states);
    if (ending !== 0 && after < 0) this.#keep({ nodes, states, costs, bound: leastOf(costs, ending), whole: true, after: -1 });
    // The only end cannot be come back to.
    if (ground.isTarget.size === 1 && ground.isTarget.has(entity)) return;
    let bound = Infinity;
    let level = Infinity;
    eachState(ground.passing(entity, states), (state) => {
      const toEnd = (ending & (1 << state)) !== 0 ? HOP + 1 : this.#toEnd.of(entity, state);
      if (toEnd === NONE) return;
      level = Math.min(level, hopsToEnd(toEnd));
      bound = Math.min(bound, costs[state]! + toEnd - 2);
    });
    if (level > after && level <= this.#toEnd.covered && nodes.length - 1 + level <= this.longest)
      this.#keep({ nodes, states, costs, bound, whole: false, after: -1 });
  }

  /** What a beginning leads to that is further from the end than is covered waits for its turn. */
  #keepRest(beginning: Beginning): void {
    const { covered, goesOn } = this.#toEnd;
    const { nodes, states, costs } = beginning;
    if (!goesOn || nodes.length + covered + 1 > this.longest) return;
    const soFar = nodes.length === 0 ? 0 : leastOf(costs, states) + HOP;
    this.#queue.push({ ...beginning, bound: Math.max(beginning.bound, soFar + beyond(covered) - 1), after: covered });
  }

  #keep(beginning: Beginning): void {
    this.#kept++;
    this.#queue.push(beginning);
  }
}

/** The least cost in some states. */
function leastOf(costs: Int32Array, states: number): number {
  let least = Infinity;
  eachState(states, (state) => (least = Math.min(least, costs[state]! - 1)));
  return least;
}

/** Id by id; what is the beginning of another comes first. */
function compareNodes(a: Beginning, b: Beginning, compareIds: (a: number, b: number) => number): number {
  const length = Math.min(a.nodes.length, b.nodes.length);
  for (let i = 0; i < length; i++) if (a.nodes[i] !== b.nodes[i]) return compareIds(a.nodes[i]!, b.nodes[i]!);
  return a.nodes.length - b.nodes.length || Number(b.whole) - Number(a.whole);
}

/** How many hops every route has at least that a search left. */
export function hopsLeft(givenUpAt: number): number {
  return hopsOf(givenUpAt);
}

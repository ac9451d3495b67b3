import { HOP, hopsOf, stepCost } from '../routes/cost';
import { eachState, type PatternGround } from './patternGround';

/** No way to the end is known. */
export const NONE = 0;

/** The most entities times states of a search: its table takes four bytes of each. */
const MOST_CELLS = 2 ** 27;

/** A dataset that is too large for a pattern of so many steps. */
export class PatternSizeError extends Error {
  override readonly name = 'PatternSizeError';
  constructor(states: number) {
    super(`The dataset is too large for a pattern of ${states - 1} steps, its repetitions written out. Ask with a shorter one.`);
  }
}

/**
 * The least cost from an entity in a state of the automaton to the end, over walks that may come back to an entity: a bound from below for
 * routes. Found backwards from the ends in the product of index and automaton, a level of hops at a time, each when it is first needed.
 * Cost O(relationships within reach · steps).
 */
export class CostToEnd {
  /** By entity times states plus state: the cost plus one. */
  readonly #costs: Int32Array;
  readonly #states: number;
  #level = new Map<number, number>();
  /** Every entity is covered that is at most so many hops from an end. */
  covered = 0;

  constructor(
    readonly ground: PatternGround,
    readonly longest: number,
  ) {
    this.#states = ground.automaton.start + 1;
    const cells = this.#states * ground.index.entityCount;
    if (cells > MOST_CELLS) throw new PatternSizeError(this.#states);
    this.#costs = new Int32Array(cells);
    for (const entity of ground.isTarget) {
      eachState(ground.automaton.last, (state) => (this.#costs[entity * this.#states + state] = 1));
      this.#level.set(entity, ground.automaton.last);
    }
  }

  /** The cost plus one, or NONE as far as it is covered. */
  of(entity: number, state: number): number {
    return this.#costs[entity * this.#states + state]!;
  }

  /** Whether there is more to cover. */
  get goesOn(): boolean {
    return this.#level.size > 0 && this.covered < this.longest;
  }

  /** Covers one hop more. */
  *extend(): Generator<void> {
    const next = new Map<number, number>();
    let looked = 0;
    for (const [entity, states] of this.#level) {
      if (++looked % 500 === 0) yield;
      this.#from(entity, states, next);
    }
    this.#level = next;
    this.covered++;
  }

  /** What leads to an entity in some of its states, where it may be passed or is an end. */
  #from(entity: number, states: number, next: Map<number, number>): void {
    const { ground, covered } = this;
    const open = covered === 0 ? states : ground.passing(entity, states);
    if (open === 0) return;
    const {
      adjacency: { starts, stops, neighbours },
    } = ground.index;
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      const into = ground.masks.into(entity, slot, ground.steps[slot]!) & open;
      if (into === 0 || neighbours[slot] === entity) continue;
      const hop = stepCost(ground.steps[slot]!);
      eachState(into, (state) => this.#reach(neighbours[slot]!, state, this.of(entity, state) + hop, next));
    }
  }

  #reach(entity: number, state: number, cost: number, next: Map<number, number>): void {
    const { automaton } = this.ground;
    const reach = (before: number) => {
      const cell = entity * this.#states + before;
      const known = this.#costs[cell]!;
      if (known !== NONE && known <= cost) return;
      // What was reached by fewer hops is cheaper, so this is a way of the level that is being made.
      this.#costs[cell] = cost;
      if (before !== automaton.start) next.set(entity, (next.get(entity) ?? 0) | (1 << before));
    };
    eachState(automaton.before[state]!, reach);
    if ((automaton.first & (1 << state)) !== 0) reach(automaton.start);
  }
}

/** How many hops a way of this cost plus one has. */
export function hopsToEnd(cost: number): number {
  return hopsOf(cost - 1);
}

/** The least cost plus one of a way of more hops than are covered. */
export function beyond(covered: number): number {
  return (covered + 1) * HOP + 1;
}

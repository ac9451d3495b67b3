import type { GraphIndex } from '../../graph';
import { HOP, hopsOf, WEAKNESS_COST } from './cost';
import type { ReachMemory } from './reachMemory';
import { PENDING, shortestTies, type LevelTies } from './shortestTies';
import { STEP } from './stepTable';
import { TwoSearches, type Touch } from './twoSearches';

/** By level: which bytes of `ReachMemory.levels` are of that level from the target; and which are of at most that level from the source. */
const AT_FROM_TARGET = admitting((levels, level) => levels >> 4 === level + 1);
const WITHIN_FROM_SOURCE = admitting((levels, level) => (levels & 15) >= 1 && (levels & 15) <= level + 1);

function admitting(test: (levels: number, level: number) => boolean): Uint8Array[] {
  return Array.from({ length: 13 }, (_, level) => Uint8Array.from({ length: 256 }, (_byte, levels) => Number(test(levels, level))));
}

/**
 * How far every entity that matters is from the target, for routes to `target` from a source (or from the best of several) of at most `limit` hops.
 *
 * Two breadth-first searches grow from the two ends until they touch (`TwoSearches`). Then costs are settled from the target on, level by level: for
 * the shortest routes over what lies on one of them (`shortestTies`) and no more; where longer ones are wanted, over all that the search from the
 * target has taken, and beyond that over entities that the other has reached in time, since any chain of `limit` hops or fewer runs through those
 * alone. Afterwards `costTo` is exact for every entity that can lie on such a chain: hops first, then strength (see `cost.ts`).
 * Cost O(relationships at the entities reached).
 */
export class Reach {
  /** Where routes begin, which none comes back to; -1 where there are several such places. */
  readonly source: number;
  readonly #memory: ReachMemory;
  readonly #searches: TwoSearches;
  readonly #starts: Uint32Array;
  readonly #neighbours: Uint32Array;
  /** The ties of the shortest routes, by level, while nothing longer is covered. */
  #ties: LevelTies[] | undefined;
  /** How many levels are settled for all entities that the search from the target has taken. */
  #whole = 1;
  /** Routes of up to so many hops are covered; 0 before any is. */
  limit = 0;

  constructor(
    readonly index: GraphIndex,
    readonly steps: Uint8Array,
    memory: ReachMemory,
    sources: readonly number[],
    readonly target: number,
    barred: readonly number[],
  ) {
    this.#memory = memory;
    this.#starts = index.adjacency.starts;
    this.#neighbours = index.adjacency.neighbours;
    this.source = sources.length === 1 ? sources[0]! : -1;
    this.#searches = new TwoSearches(index, steps, memory, sources, target, barred);
  }

  /** The hops of the shortest route; `limit` is then as many. Undefined where there is none of `longest` hops or fewer. */
  findShortest(longest: number): number | undefined {
    if (this.limit > 0) return this.limit;
    const touches = this.#searches.growUntilTouch(longest);
    if (touches === undefined) return undefined;
    this.limit = this.#searches.hops;
    this.#settleShortest(touches);
    return this.limit;
  }

  /** The same, but no more than that: nothing is covered, and the reach is spent. */
  shortestLength(longest: number): number | undefined {
    return this.#searches.growUntilTouch(longest) && this.#searches.hops;
  }

  /** Covers routes of one hop more. */
  extend(): void {
    const { settled } = this.#memory;
    this.#ties = undefined;
    this.#forgetFrom(this.#whole);
    this.#searches.growOn();
    this.limit++;
    for (; this.#whole < this.#memory.to.levels; this.#whole++) this.#spread(this.#whole, AT_FROM_TARGET[this.#whole]!);
    while (settled.levels <= this.limit) this.#settleBeyond(settled.levels);
  }

  /** The cost from an entity to the target: exact where the entity lies on a chain of `limit` hops or fewer; -1 where it is not known to. */
  costTo(entity: number): number {
    return this.#memory.costs[entity]! - 1;
  }

  /** The entity after this one on the best chain to the target; of equally good ones, the one whose id comes first. The entity must be covered, and not the target. */
  bestStep(entity: number): number {
    const level = hopsOf(this.costTo(entity));
    if (this.#ties !== undefined && this.#ties[level]!.before.length < this.index.degree(entity)) return this.#bestOf(this.#ties[level]!, entity);
    const nearer = level - 1;
    return this.#memory.settled.work(nearer) < this.index.degree(entity) ? this.#bestFromBeyond(entity, nearer) : this.#bestFromHere(entity);
  }

  /** The same, among the ties of all shortest routes. */
  #bestOf({ before, after, steps }: LevelTies, entity: number): number {
    const { costs } = this.#memory;
    let best = -1;
    for (let i = 0; i < before.length; i++) {
      if (before[i] !== entity || costs[after[i]!]! + HOP + WEAKNESS_COST[steps[i]! & STEP.weakness]! !== costs[entity]) continue;
      if (best === -1 || (after[i] !== best && this.index.compareEntityIds(after[i]!, best) < 0)) best = after[i]!;
    }
    return best;
  }

  #bestFromHere(entity: number): number {
    const { costs } = this.#memory;
    const cost = costs[entity]!;
    let best = -1;
    for (let slot = this.#starts[entity]!; slot < this.#starts[entity + 1]!; slot++) {
      const step = this.steps[slot]!;
      if ((step & STEP.leave) === 0) continue;
      const after = this.#neighbours[slot]!;
      if (costs[after] === 0 || costs[after]! + HOP + WEAKNESS_COST[step & STEP.weakness]! !== cost || after === this.source) continue;
      if (best === -1 || (after !== best && this.index.compareEntityIds(after, best) < 0)) best = after;
    }
    return best;
  }

  /** The same, looking back from all entities one level nearer to the target: they may have fewer relationships together than a hub alone. */
  #bestFromBeyond(entity: number, nearer: number): number {
    const { costs, settled } = this.#memory;
    let best = -1;
    for (let i = settled.begin(nearer); i < settled.end(nearer); i++) {
      const after = settled.entities[i]!;
      if (after === this.source || (best !== -1 && this.index.compareEntityIds(after, best) > 0)) continue;
      for (let slot = this.#starts[after]!; slot < this.#starts[after + 1]!; slot++) {
        const step = this.steps[slot]!;
        if (this.#neighbours[slot] !== entity || (step & STEP.enter) === 0) continue;
        if (costs[after]! + HOP + WEAKNESS_COST[step & STEP.weakness]! === costs[entity]) best = after;
      }
    }
    return best;
  }

  #settleShortest(touches: readonly Touch[]): void {
    const { settled } = this.#memory;
    this.#settleTarget();
    this.#ties = shortestTies(this.#searches, touches);
    for (let level = 1; level <= this.limit; level++) {
      const { before, after, steps } = this.#ties[level]!;
      for (let i = 0; i < before.length; i++) this.#lower(before[i]!, after[i]!, steps[i]!);
      settled.finishLevel(this.#starts);
    }
  }

  #settleTarget(): void {
    const { costs, settled } = this.#memory;
    costs[this.target] = 1;
    settled.push(this.target);
    settled.finishLevel(this.#starts);
  }

  /**
   * Settles a level outside those of the search from the target: from the entities of the level before, or from those that the other search has reached in
   * time, whichever have fewer relationships.
   */
  #settleBeyond(level: number): void {
    const { from, settled } = this.#memory;
    const within = Math.min(this.limit - level, from.outermost);
    if (from.workUpTo(within) < settled.work(level - 1)) this.#reachBack(level, from.end(within));
    else this.#spread(level, WITHIN_FROM_SOURCE[within]!);
  }

  /** Settles, of the entities that touch the level before, those whose byte of `levels` is admitted. */
  #spread(level: number, admitted: Uint8Array): void {
    const { levels, settled } = this.#memory;
    const end = settled.end(level - 1);
    for (let i = settled.begin(level - 1); i < end; i++) {
      const after = settled.entities[i]!;
      if (after === this.source) continue;
      for (let slot = this.#starts[after]!; slot < this.#starts[after + 1]!; slot++) {
        const before = this.#neighbours[slot]!;
        const step = this.steps[slot]!;
        if ((step & STEP.enter) !== 0 && admitted[levels[before]!] === 1) this.#lower(before, after, step);
      }
    }
    settled.finishLevel(this.#starts);
  }

  /** Settles those of the first entities of the search from the source that touch the level before. */
  #reachBack(level: number, end: number): void {
    const { costs, from, settled } = this.#memory;
    for (let i = 0; i < end; i++) {
      const before = from.entities[i]!;
      for (let slot = this.#starts[before]!; slot < this.#starts[before + 1]!; slot++) {
        const after = this.#neighbours[slot]!;
        if (hopsOf(costs[after]!) !== level - 1 || costs[after] === 0 || after === this.source) continue;
        if ((this.steps[slot]! & STEP.leave) !== 0) this.#lower(before, after, this.steps[slot]!);
      }
    }
    settled.finishLevel(this.#starts);
  }

  /** Lowers the cost of an entity to what it is through one after it. */
  #lower(entity: number, after: number, step: number): void {
    const { costs, settled } = this.#memory;
    const through = costs[after]! + HOP + WEAKNESS_COST[step & STEP.weakness]!;
    const known = costs[entity]!;
    if (known === 0 || known === PENDING) settled.push(entity);
    else if (known <= through) return;
    costs[entity] = through;
  }

  #forgetFrom(level: number): void {
    const { costs, settled } = this.#memory;
    for (let i = settled.begin(level); i < settled.length; i++) costs[settled.entities[i]!] = 0;
    settled.cutTo(level);
  }
}

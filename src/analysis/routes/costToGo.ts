import { hopsOf, stepCost } from './cost';
import type { SearchMemory } from './searchMemory';
import { COST, LEVELS, NODE, STEP_SHIFT } from './rowLayout';
import type { SearchRows } from './searchRows';
import { addShortestTies, PENDING } from './shortestTies';
import { STEP } from './stepTable';
import { TwoSearches } from './twoSearches';

/** By level: which `LEVELS` are of that level from the target; and which are of at most that level from the source. */
const AT_FROM_TARGET = admitting((levels, level) => levels >> 4 === level + 1);
const WITHIN_FROM_SOURCE = admitting((levels, level) => (levels & 15) >= 1 && (levels & 15) <= level + 1);

function admitting(test: (levels: number, level: number) => boolean): Uint8Array[] {
  return Array.from({ length: 13 }, (_, level) => Uint8Array.from({ length: 256 }, (_byte, levels) => Number(test(levels, level))));
}

/**
 * How far every node that matters is from the target, for routes to `target` from a source (or from the best of several) of at most `limit`
 * hops.
 *
 * Two breadth-first searches grow from the two ends until they touch (`TwoSearches`). Then costs are settled from the target on, level by
 * level: for the shortest routes over what lies on one of them (`shortestTies`) and no more; where longer ones are wanted, over all that
 * the search from the target has taken, and beyond that over nodes that the other has reached in time, since any chain of `limit` hops or
 * fewer runs through those alone. Afterwards `of` is exact for every node that can lie on such a chain: hops first, then strength (see
 * `cost.ts`). Cost O(relationships at the nodes reached).
 */
export class CostToGo {
  /** Where routes begin, which none comes back to; -1 where there are several such places. */
  readonly source: number;
  readonly rows: SearchRows;
  readonly #memory: SearchMemory;
  readonly #searches: TwoSearches;
  /** Whether nothing longer than the shortest routes is covered, so that the memory's ties are all that matters. */
  #onlyShortest = true;
  /** How many levels are settled for all nodes that the search from the target has taken. */
  #whole = 1;
  /** Routes of up to so many hops are covered; 0 before any is. */
  limit = 0;

  /** The source, the target and what is barred are nodes of the memory's rows. */
  constructor(memory: SearchMemory, sources: readonly number[], readonly target: number, readonly barred: readonly number[]) {
    this.#memory = memory;
    this.rows = memory.rows;
    this.source = sources.length === 1 ? sources[0]! : -1;
    this.#searches = new TwoSearches(memory, sources, target, barred);
  }

  /** The hops of the shortest route; `limit` is then as many. Undefined where there is none of `longest` hops or fewer. */
  findShortest(longest: number): number | undefined {
    if (this.limit > 0) return this.limit;
    if (!this.#searches.growUntilTouch(longest)) return undefined;
    this.limit = this.#searches.hops;
    this.#settleShortest();
    return this.limit;
  }

  /** The same, but no more than that: nothing is covered, and the search is spent. */
  shortestLength(longest: number): number | undefined {
    return this.#searches.growUntilTouch(longest) ? this.#searches.hops : undefined;
  }

  /** Covers routes of one hop more. */
  extend(): void {
    const { settled } = this.#memory;
    this.#onlyShortest = false;
    this.#forgetFrom(this.#whole);
    this.#searches.growOn();
    this.limit++;
    for (; this.#whole < this.#memory.to.levels; this.#whole++) this.#spread(this.#whole, AT_FROM_TARGET[this.#whole]!);
    while (settled.levels <= this.limit) this.#settleBeyond(settled.levels);
  }

  /** The cost from a node to the target: exact where the node lies on a chain of `limit` hops or fewer; -1 where it is not known to. */
  of(node: number): number {
    return this.rows.words[node + COST]! - 1;
  }

  /**
   * The node after this one on the best chain to the target; of equally good ones, the one whose id comes first.
   * The node must be covered, and not the target.
   */
  bestStep(node: number): number {
    const level = hopsOf(this.of(node));
    const degree = this.rows.degree(node);
    const { ties } = this.#memory;
    if (this.#onlyShortest && ties.end(level) - ties.begin(level) < degree) return this.#bestOfTies(node, level);
    const nearer = level - 1;
    return this.#memory.settled.workOf(nearer) < degree ? this.#bestFromBeyond(node, nearer) : this.#bestFromHere(node);
  }

  /** The same, among the ties of all shortest routes. */
  #bestOfTies(node: number, level: number): number {
    const { words } = this.rows;
    const { ties } = this.#memory;
    const { far, near, steps } = ties;
    const cost = words[node + COST]!;
    const end = ties.end(level);
    let best = -1;
    for (let i = ties.begin(level); i < end; i++) {
      if (far[i] === node && words[near[i]! + COST]! + stepCost(steps[i]!) === cost) best = this.#firstById(best, near[i]!);
    }
    return best;
  }

  #bestFromHere(node: number): number {
    const { words } = this.rows;
    const cost = words[node + COST]!;
    const end = this.rows.end(node);
    let best = -1;
    for (let slot = this.rows.begin(node); slot < end; slot++) {
      const step = words[slot]! >>> STEP_SHIFT;
      if ((step & STEP.leave) === 0) continue;
      const after = words[slot]! & NODE;
      const toGo = words[after + COST]!;
      if (toGo !== 0 && toGo + stepCost(step) === cost && after !== this.source) best = this.#firstById(best, after);
    }
    return best;
  }

  /** The same, looking back from all nodes one level nearer to the target: they may have fewer relationships together than a hub alone. */
  #bestFromBeyond(node: number, nearer: number): number {
    const { words } = this.rows;
    const { settled } = this.#memory;
    let best = -1;
    for (let i = settled.begin(nearer); i < settled.end(nearer); i++) {
      const after = settled.nodes[i]!;
      if (after === this.source || (best !== -1 && this.rows.compareIds(after, best) > 0)) continue;
      const end = this.rows.end(after);
      for (let slot = this.rows.begin(after); slot < end; slot++) {
        const step = words[slot]! >>> STEP_SHIFT;
        if ((words[slot]! & NODE) === node && (step & STEP.enter) !== 0 && words[after + COST]! + stepCost(step) === words[node + COST])
          best = after;
      }
    }
    return best;
  }

  /** Of two nodes the one whose id comes first; `a` is -1 where there is none yet. */
  #firstById(a: number, b: number): number {
    return a === -1 || (a !== b && this.rows.compareIds(b, a) < 0) ? b : a;
  }

  #settleShortest(): void {
    const { settled, ties } = this.#memory;
    addShortestTies(this.#searches);
    this.#settleTarget();
    for (let level = 1; level <= this.limit; level++) {
      const end = ties.end(level);
      for (let i = ties.begin(level); i < end; i++) this.#lower(ties.far[i]!, ties.near[i]!, ties.steps[i]!);
      settled.finishLevel();
    }
  }

  #settleTarget(): void {
    const { settled } = this.#memory;
    this.rows.words[this.target + COST] = 1;
    settled.push(this.target, this.rows.degree(this.target));
    settled.finishLevel();
  }

  /**
   * Settles a level outside those of the search from the target: from the nodes of the level before, or from those that the other search
   * has reached in time, whichever have fewer relationships.
   */
  #settleBeyond(level: number): void {
    const { from, settled } = this.#memory;
    const within = Math.min(this.limit - level, from.outermost);
    if (from.workUpTo(within) < settled.workOf(level - 1)) this.#growBack(level, from.end(within));
    else this.#spread(level, WITHIN_FROM_SOURCE[within]!);
  }

  /** Settles, of the nodes that touch the level before, those whose `LEVELS` are admitted. */
  #spread(level: number, admitted: Uint8Array): void {
    const { words } = this.rows;
    const { settled } = this.#memory;
    const end = settled.end(level - 1);
    for (let i = settled.begin(level - 1); i < end; i++) {
      const after = settled.nodes[i]!;
      if (after === this.source) continue;
      const last = this.rows.end(after);
      for (let slot = this.rows.begin(after); slot < last; slot++) {
        const before = words[slot]! & NODE;
        const step = words[slot]! >>> STEP_SHIFT;
        if ((step & STEP.enter) !== 0 && admitted[words[before]! & LEVELS] === 1) this.#lower(before, after, step);
      }
    }
    settled.finishLevel();
  }

  /** Settles those of the first nodes of the search from the source that touch the level before. */
  #growBack(level: number, end: number): void {
    const { words } = this.rows;
    const { from, settled } = this.#memory;
    for (let i = 0; i < end; i++) {
      const before = from.nodes[i]!;
      const last = this.rows.end(before);
      for (let slot = this.rows.begin(before); slot < last; slot++) {
        const after = words[slot]! & NODE;
        const cost = words[after + COST]!;
        if (hopsOf(cost) !== level - 1 || cost === 0 || after === this.source) continue;
        const step = words[slot]! >>> STEP_SHIFT;
        if ((step & STEP.leave) !== 0) this.#lower(before, after, step);
      }
    }
    settled.finishLevel();
  }

  /** Lowers the cost of a node to what it is through one after it. */
  #lower(node: number, after: number, step: number): void {
    const { words } = this.rows;
    const through = words[after + COST]! + stepCost(step);
    const known = words[node + COST]!;
    if (known === 0 || known === PENDING) this.#memory.settled.push(node, this.rows.degree(node));
    else if (known <= through) return;
    words[node + COST] = through;
  }

  #forgetFrom(level: number): void {
    const { settled } = this.#memory;
    for (let i = settled.begin(level); i < settled.length; i++) this.rows.words[settled.nodes[i]! + COST] = 0;
    settled.cutTo(level);
  }
}

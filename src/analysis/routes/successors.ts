import { HOP, hopsOf, WEAKNESS_COST } from './cost';
import type { Reach } from './reach';
import { STEP } from './stepTable';

/** Costs fit in 20 bits, entities in 32: one double holds both, and sorting doubles sorts by cost. */
const ENTITY_RANGE = 2 ** 32;

/**
 * Where a chain may go on from an entity: the entities after it, by what the best chain through each costs from here to the target,
 * then by id. Ids are compared only within the stretch of equal costs that is looked at. An entity tied more than once appears more than once.
 */
export class Successors {
  readonly #keys: Float64Array;
  /** How far ties are in the order of ids. */
  #settled = 0;

  constructor(readonly reach: Reach, entity: number) {
    this.#keys = keysOf(reach, entity);
    if (this.#keys.length > 1) this.#keys.sort();
  }

  get length(): number {
    return this.#keys.length;
  }

  entityAt(i: number): number {
    while (i >= this.#settled) this.#settle();
    return this.#keys[i]! % ENTITY_RANGE;
  }

  /** From the entity that these come after, through the one at `i`, to the target. */
  costAt(i: number): number {
    return Math.floor(this.#keys[i]! / ENTITY_RANGE);
  }

  #settle(): void {
    const first = this.#settled;
    let last = first + 1;
    while (last < this.length && this.costAt(last) === this.costAt(first)) last++;
    if (last - first > 1) this.#keys.subarray(first, last).sort((a, b) => this.reach.index.compareEntityIds(a % ENTITY_RANGE, b % ENTITY_RANGE));
    this.#settled = last;
  }
}

function keysOf(reach: Reach, entity: number): Float64Array {
  const { starts, neighbours } = reach.index.adjacency;
  const keys: number[] = [];
  for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
    const step = reach.steps[slot]!;
    if ((step & STEP.leave) === 0) continue;
    const toGo = reach.costTo(neighbours[slot]!);
    if (toGo === -1) continue;
    const cost = HOP + WEAKNESS_COST[step & STEP.weakness]! + toGo;
    if (hopsOf(cost) <= reach.limit) keys.push(cost * ENTITY_RANGE + neighbours[slot]!);
  }
  return new Float64Array(keys);
}

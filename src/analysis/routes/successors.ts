import { hopsOf, stepCost } from './cost';
import type { CostToGo } from './costToGo';
import { NODE, STEP_SHIFT } from './rowLayout';
import { STEP } from './stepTable';

/** Costs fit in 24 bits, nodes in 26: one double holds both, and sorting doubles sorts by cost. */
const NODE_RANGE = NODE + 1;

/**
 * Where a chain may go on from a node: the nodes after it, by what the best chain through each costs from here to the target,
 * then by id. Ids are compared only within the stretch of equal costs that is looked at. A node tied more than once appears more than once.
 */
export class Successors {
  readonly #keys: Float64Array;
  /** How far ties are in the order of ids. */
  #settled = 0;

  constructor(readonly costToGo: CostToGo, node: number) {
    this.#keys = keysOf(costToGo, node);
    if (this.#keys.length > 1) this.#keys.sort();
  }

  get length(): number {
    return this.#keys.length;
  }

  nodeAt(i: number): number {
    while (i >= this.#settled) this.#settle();
    return this.#keys[i]! % NODE_RANGE;
  }

  /** From the node that these come after, through the one at `i`, to the target. */
  costAt(i: number): number {
    return Math.floor(this.#keys[i]! / NODE_RANGE);
  }

  #settle(): void {
    const first = this.#settled;
    let last = first + 1;
    while (last < this.length && this.costAt(last) === this.costAt(first)) last++;
    if (last - first > 1) this.#keys.subarray(first, last).sort((a, b) => this.costToGo.rows.compareIds(a % NODE_RANGE, b % NODE_RANGE));
    this.#settled = last;
  }
}

function keysOf(costToGo: CostToGo, node: number): Float64Array {
  const { words } = costToGo.rows;
  const end = costToGo.rows.end(node);
  const keys: number[] = [];
  for (let slot = costToGo.rows.begin(node); slot < end; slot++) {
    const step = words[slot]! >>> STEP_SHIFT;
    if ((step & STEP.leave) === 0) continue;
    const after = words[slot]! & NODE;
    const toGo = costToGo.of(after);
    if (toGo === -1) continue;
    const cost = stepCost(step) + toGo;
    if (hopsOf(cost) <= costToGo.limit) keys.push(cost * NODE_RANGE + after);
  }
  return new Float64Array(keys);
}

import { STEP } from './stepTable';

/**
 * The cost of a chain of hops as one whole number, so that comparing numbers compares chains as the order of routes wants:
 * hops count most, then how many of them are denied, then readings, disputed, alleged, reported. A chain has at most 12 hops,
 * so that four bits hold each count, and costs add up hop by hop.
 */
export const HOP = 1 << 20;

/** By the weakness of a hop's strongest relationship (0 confirmed to 5 denied). */
const HOP_COSTS = Int32Array.of(HOP, HOP + 1, HOP + (1 << 4), HOP + (1 << 8), HOP + (1 << 12), HOP + (1 << 16), 0, 0);

/** What a hop by a step costs; see `STEP`. */
export function stepCost(step: number): number {
  return HOP_COSTS[step & STEP.weakness]!;
}

/** How many hops a chain of this cost has. */
export function hopsOf(cost: number): number {
  return cost >>> 20;
}

/**
 * The cost of a tree as one number, so that comparing numbers compares trees: hops count most, then how many of them are denied, then
 * readings, disputed, alleged, reported. Six bits hold each count, so that a tree may have 63 hops of one status; a float is exact up to
 * 2^53.
 */
const BITS = 6;
const HOP = 2 ** (5 * BITS);
const HOP_COSTS = Float64Array.from([0, 1, 2 ** BITS, 2 ** (2 * BITS), 2 ** (3 * BITS), 2 ** (4 * BITS)], (cost) => HOP + cost);

/** The most hops of a tree whose strength is weighed. */
export const MOST_HOPS = 2 ** BITS - 1;

/** What a hop costs, by the weakness of its strongest relationship (0 confirmed to 5 denied). */
export function hopCost(weakness: number): number {
  return HOP_COSTS[weakness]!;
}

/** How many hops a tree of this cost has. */
export function treeHops(cost: number): number {
  return Math.floor(cost / HOP);
}

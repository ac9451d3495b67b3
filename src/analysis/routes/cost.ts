/**
 * The cost of a chain of hops as one whole number, so that comparing numbers compares chains as the order of routes wants:
 * hops count most, then how many of them are denied, then disputed, alleged, reported. A chain has at most 12 hops,
 * so that four bits hold each count, and costs add up hop by hop.
 */
export const HOP = 1 << 16;

/** What a hop adds beyond `HOP`, by the weakness of its strongest relationship (0 confirmed to 4 denied). */
export const WEAKNESS_COST = Uint16Array.of(0, 1, 1 << 4, 1 << 8, 1 << 12, 0, 0, 0);

/** How many hops a chain of this cost has. */
export function hopsOf(cost: number): number {
  return cost >>> 16;
}

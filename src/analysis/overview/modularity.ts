import { eachNumber, type Steps } from '../../model';
import type { SimpleGraph } from '../structure';

/**
 * The modularity of a partition (Newman and Girvan, "Finding and evaluating community structure in networks", Physical Review E 69,
 * 2004), every tie counting once; 0 where there is none. `groupOf`: numbers below the number of nodes. Cost O(ties).
 */
export function* modularitySteps({ starts, neighbours }: SimpleGraph, groupOf: Uint32Array): Steps<number> {
  if (neighbours.length === 0) return 0;
  const degrees = new Float64Array(groupOf.length);
  let inside = 0;
  yield* eachNumber(groupOf.length, (node) => {
    degrees[groupOf[node]!]! += starts[node + 1]! - starts[node]!;
    for (let i = starts[node]!; i < starts[node + 1]!; i++) if (groupOf[neighbours[i]!] === groupOf[node]) inside++;
  });
  // Both ends of every tie are counted.
  const ends = neighbours.length;
  return inside / ends - degrees.reduce((sum, degree) => sum + (degree / ends) ** 2, 0);
}

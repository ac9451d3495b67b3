import { addTo, type Relationship } from '../../model';

/** How many relationships are looked at in a step. */
const BATCH = 1000;

/** Those relationships for which a condition holds, by a key, in steps. Cost O(relationships). */
export function* groupedInSteps(
  relationships: readonly Relationship[], keyOf: (r: Relationship) => string | undefined,
): Generator<void, Map<string, Relationship[]>> {
  const groups = new Map<string, Relationship[]>();
  for (const [i, r] of relationships.entries()) {
    if (i % BATCH === BATCH - 1) yield;
    const key = keyOf(r);
    if (key !== undefined) addTo(groups, key, r);
  }
  return groups;
}

import { intervalBounds, shareBounds, type IntervalBounds, type Relationship, type Steps } from '../../model';

/**
 * Relationships that contradict another of their type between the same two: there is a day on which both certainly held, and no share fits
 * both. Cost O(relationships), and the pairs within each group.
 */
export function* shareClashes(relationships: readonly Relationship[]): Steps<ReadonlySet<string>> {
  const groups = new Map<string, Relationship[]>();
  for (const r of relationships) {
    if (r.share === undefined) continue;
    const key = JSON.stringify([r.type, r.from, r.to]);
    const group = groups.get(key);
    if (group) group.push(r);
    else groups.set(key, [r]);
  }
  const clashing = new Set<string>();
  for (const group of groups.values()) {
    const known = group.map((r) => ({ id: r.id, share: shareBounds(r.share), sure: sureDays(intervalBounds(r)) }));
    for (const [i, a] of known.entries()) {
      yield;
      for (const b of known.slice(i + 1)) {
        const apart = a.share.max < b.share.min || b.share.max < a.share.min;
        const together = Math.max(a.sure.first, b.sure.first) <= Math.min(a.sure.last, b.sure.last);
        if (apart && together) clashing.add(a.id).add(b.id);
      }
    }
  }
  return clashing;
}

/** The days on which it held whichever way its dates are read; none where the first is after the last. */
function sureDays({ start, end }: IntervalBounds): { first: number; last: number } {
  return { first: start.latest, last: end.earliest };
}

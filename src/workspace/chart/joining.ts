import type { Relationship } from '../../model';
import type { ChartState } from '../state';

/**
 * The joins of a chart whose two are said to be the same by a relationship of it, if only through others of their box;
 * a document from elsewhere may bring others.
 */
export function recordedJoins(joined: ChartState['joined'], relationships: readonly Relationship[]): ReadonlyMap<string, string> {
  const same = new Map<string, string[]>();
  for (const { type, from, to } of relationships) {
    if (type !== 'sameAs') continue;
    same.set(from, [...(same.get(from) ?? []), to]);
    same.set(to, [...(same.get(to) ?? []), from]);
  }
  const reached = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    for (const id of seen) for (const next of same.get(id) ?? []) seen.add(next);
    return seen.has(to);
  };
  const kept = [...joined].filter(([member, head]) => reached(member, head));
  return kept.length === joined.size ? joined : new Map(kept);
}

/** In whose box an entity is drawn, whatever the filter leaves: its own, unless it is joined to another. */
export function headOf({ joined }: Pick<ChartState, 'joined'>, id: string): string {
  return joined.get(id) ?? id;
}

/** Everybody in the same box as an entity, whose box it is first; an entity that is drawn by itself is alone. */
export function inBoxOf({ joined }: Pick<ChartState, 'joined'>, id: string): string[] {
  const head = joined.get(id) ?? id;
  return [head, ...[...joined].filter(([, at]) => at === head).map(([member]) => member)];
}

/** The chart with two entities, and everybody in their boxes, in the box of the first. */
export function withEntitiesJoined<T extends Pick<ChartState, 'joined'>>(chart: T, head: string, other: string): T {
  const [box, moving] = [headOf(chart, head), inBoxOf(chart, other)];
  if (moving.includes(box)) return chart;
  return { ...chart, joined: new Map([...chart.joined, ...moving.map((id) => [id, box] as const)]) };
}

/** The chart with everybody in an entity's box drawn alone again, where they stood. */
export function takenApart<T extends Pick<ChartState, 'joined'>>(chart: T, id: string): T {
  const head = headOf(chart, id);
  return { ...chart, joined: new Map([...chart.joined].filter(([, at]) => at !== head)) };
}

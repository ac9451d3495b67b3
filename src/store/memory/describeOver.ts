import { type Entity, type Interval, type Relationship } from '../../model';
import type { GraphIndex, TableOver } from '../../graph';
import type { DatasetDescription } from '../graphStore';
import { yearOfDate } from './describeDataset';

type Counted = (Entity | Relationship) & Interval;

/** The figures of a dataset with changes laid over it, from those of the base. Cost O(changes), but where its first or last year goes. */
export function describeOver(base: DatasetDescription, { changes }: TableOver, index: GraphIndex): DatasetDescription {
  const { entities, newEntities, entitiesBefore, relationships, newRelationships, changedSources, newSources } = changes;
  const came = {
    entities: [...newEntities, ...present(entities.values())],
    relationships: [...newRelationships, ...present([...relationships.values()].map((r) => r.now))],
  };
  const went = { entities: [...entitiesBefore.values()], relationships: [...relationships.values()].map((r) => r.was) };
  const plus: readonly Counted[] = [...came.entities, ...came.relationships];
  const minus: readonly Counted[] = [...went.entities, ...went.relationships];
  const { years: _years, ...rest } = base;
  const years = yearsAfter(base.years, plus, minus, index);
  return {
    ...rest,
    entities: base.entities + came.entities.length - went.entities.length,
    relationships: base.relationships + came.relationships.length - went.relationships.length,
    claims: base.claims + claimsOf(plus) - claimsOf(minus),
    sources: base.sources + newSources.length - [...changedSources.values()].filter((s) => s === null).length,
    entityTypes: countsAfter(base.entityTypes, came.entities, went.entities),
    relationshipTypes: countsAfter(base.relationshipTypes, came.relationships, went.relationships),
    ...(years ? { years } : {}),
  };
}

function present<R>(records: Iterable<R | null>): R[] {
  return [...records].filter((record) => record !== null);
}

function claimsOf(records: readonly Counted[]): number {
  return records.reduce((sum, { claims }) => sum + (claims?.length ?? 0), 0);
}

function countsAfter<T extends string>(
  before: Partial<Record<T, number>>, came: readonly { readonly type: T }[], went: readonly { readonly type: T }[],
): Partial<Record<T, number>> {
  const counts = new Map(Object.entries(before) as [T, number][]);
  for (const { type } of came) counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const { type } of went) counts.set(type, counts.get(type)! - 1);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0)) as Partial<Record<T, number>>;
}

type Years = DatasetDescription['years'];

function yearsAfter(before: Years, came: readonly Counted[], went: readonly Counted[], index: GraphIndex): Years {
  const kept = new Set(yearsOf(came));
  const lost = yearsOf(went).filter((year) => !kept.has(year));
  const left = before && (lost.includes(before.first) || lost.includes(before.last)) ? yearsIn(index) : before;
  return [...kept].reduce<Years>(
    (span, year) => (span ? { first: Math.min(span.first, year), last: Math.max(span.last, year) } : { first: year, last: year }), left,
  );
}

function yearsOf(records: readonly Interval[]): number[] {
  return records.flatMap(({ start, end }) => [yearOfDate(start), yearOfDate(end)]).filter((year) => year !== undefined);
}

/** The first and last year of all that is there. Cost O(entities + relationships). */
function yearsIn(index: GraphIndex): Years {
  const { intervals, intervalCodes, lifeCodes = [] } = index.parts;
  const used = new Uint8Array(intervals.length);
  for (let r = 0; r < index.relationshipCount; r++) if (!index.delta?.goneRelationships.has(r)) used[intervalCodes[r]!] = 1;
  for (let e = 0; e < index.entityCount && e < lifeCodes.length; e++) if (index.isThere(e)) used[lifeCodes[e]!] = 1;
  const years = yearsOf(intervals.all().filter((_, code) => used[code] === 1));
  if (years.length === 0) return undefined;
  return years.reduce((span, year) => ({ first: Math.min(span.first, year), last: Math.max(span.last, year) }), {
    first: Infinity, last: -Infinity,
  });
}

import {
  citedSources, compareText, entityTypeIds, families, relationshipType, relationshipTypeIds, statuses,
  type EntityType, type Family, type RelationshipType, type Source, type Status,
} from '../../model';
import { chartRecords } from './chartRecords';
import { memoised } from './memoised';
import { visiblePart } from './visiblePart';

/** What there is to filter by: everything on the chart, drawn or not, in the catalogue's order; sources by how much they say. */
export interface FilterChoices {
  readonly entityTypes: readonly { readonly value: EntityType; readonly count: number }[];
  readonly families: readonly { readonly value: Family; readonly count: number }[];
  readonly relationshipTypes: readonly { readonly value: RelationshipType; readonly count: number }[];
  readonly statuses: readonly { readonly value: Status; readonly count: number }[];
  /** How many relationships each source speaks of. */
  readonly sources: readonly { readonly value: string; readonly source: Source; readonly count: number }[];
}

export const filterChoices = memoised([visiblePart, chartRecords], (state): FilterChoices => {
  const { entities, sources } = chartRecords(state);
  const relationships = [...chartRecords(state).relationships.values()];
  const cited = countBy(relationships.flatMap((r) => [...citedSources([r])]));
  return {
    entityTypes: choices(entityTypeIds, [...entities.values()].map((e) => e.type)),
    families: choices(families, relationships.map((r) => relationshipType(r.type).family)),
    relationshipTypes: choices(relationshipTypeIds, relationships.map((r) => r.type)),
    statuses: choices(statuses, [...visiblePart(state).statuses.values()]),
    sources: [...sources.values()]
      .flatMap((source) => (cited.has(source.id) ? [{ value: source.id, source, count: cited.get(source.id)! }] : []))
      .sort((a, b) => b.count - a.count || compareText(a.value, b.value)),
  };
});

/** How many of each there are. */
function countBy<T>(list: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function choices<T>(order: readonly T[], there: readonly T[]): { value: T; count: number }[] {
  const counts = countBy(there);
  return order.filter((value) => counts.has(value)).map((value) => ({ value, count: counts.get(value)! }));
}

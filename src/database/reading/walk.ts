import { entityTypeIds, periodBounds, relationshipType, relationshipTypeIds, STATUSES_BY_DEFAULT, type Filter } from '../../model';
import { listOf, textsOf, type Value } from '../connection';

/** Which ties a search in the database takes: at least all that the question takes. What the database cannot say is judged by the index. */
export interface Walk {
  readonly filter: Filter;
  readonly direction: 'any' | 'along';
  readonly places: boolean;
  /** Entities that are admitted whatever their type, and whom no one else's rule keeps out. */
  readonly named: readonly number[];
  /** Entities that nothing passes. */
  readonly avoid: readonly number[];
}

export const EVERYTHING: Omit<Walk, 'named'> = {
  filter: { statuses: ['confirmed', 'reported', 'alleged', 'disputed', 'reading', 'denied'] }, direction: 'any', places: true, avoid: [],
};

/** Collects what the `$1`, `$2` … of a statement stand for. */
export class Values {
  readonly list: Value[] = [];

  add(value: Value): string {
    return `$${this.list.push(value)}`;
  }

  numbers(numbers: Iterable<number>): string {
    return `${this.add(listOf(numbers))}::bigint[]`;
  }

  texts(texts: Iterable<string>): string {
    return `${this.add(textsOf(texts))}::text[]`;
  }
}

/**
 * That the neighbour is one of many. It is a filter by a hash table, not a condition of the index, which would be descended once for each
 * pair of an entity and a neighbour.
 */
export function neighbourIn(neighbours: Iterable<number>, values: Values): string {
  return `a.neighbour + 0 = any(${values.numbers(neighbours)})`;
}

/** Conditions on a row of `adj` (named `a`) that the filter may admit. Sound: they leave out nothing that it admits. */
export function filterConditions({ relationshipTypes, families, statuses, withoutSources, period }: Filter, values: Values): string[] {
  const conditions: string[] = [];
  if (relationshipTypes || families) {
    const types = relationshipTypeIds.filter(
      (type) => (relationshipTypes?.includes(type) ?? true) && (families?.includes(relationshipType(type).family) ?? true),
    );
    conditions.push(`a.type = any(${values.texts(types)})`);
  }
  // Without some sources a status is another one.
  if (!withoutSources?.length) conditions.push(`a.status = any(${values.texts(statuses ?? STATUSES_BY_DEFAULT)})`);
  if (period) {
    const { earliest, latest } = periodBounds(period);
    if (Number.isFinite(latest)) conditions.push(`(a.first_day is null or a.first_day <= ${values.add(latest)})`);
    if (Number.isFinite(earliest)) conditions.push(`(a.last_day is null or a.last_day >= ${values.add(earliest)})`);
  }
  return conditions;
}

/** The same of a step from `a.entity` to `a.neighbour`; `onward`: in the direction of the question, else against it. */
export function stepConditions({ filter, direction, places, named, avoid }: Walk, onward: boolean, values: Values): string[] {
  const conditions = filterConditions(filter, values);
  if (direction === 'along') {
    const undirected = relationshipTypeIds.filter((type) => !relationshipType(type).directed);
    conditions.push(`(${onward ? '' : 'not '}a.forward or a.type = any(${values.texts(undirected)}))`);
  }
  const types = entityTypeIds.filter((type) => (filter.entityTypes?.includes(type) ?? true) && (places || type !== 'place'));
  if (types.length < entityTypeIds.length)
    conditions.push(`(a.ntype = any(${values.texts(types)}) or a.neighbour = any(${values.numbers(named)}))`);
  if (avoid.length > 0) conditions.push(`(a.neighbour <> all(${values.numbers(avoid)}) or a.neighbour = any(${values.numbers(named)}))`);
  return conditions;
}

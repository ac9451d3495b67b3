import type { Dataset, Interval } from '../../model';
import type { DatasetDescription } from '../graphStore';

/** A dataset in figures. Cost O(dataset). */
export function describeDataset(data: Dataset): DatasetDescription {
  const { id, title, summary, licence, entities, relationships, sources } = data;
  const years = yearsOf([...entities, ...relationships]);
  return {
    id,
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(licence === undefined ? {} : { licence }),
    entities: entities.length,
    relationships: relationships.length,
    claims: [...entities, ...relationships].reduce((n, record) => n + (record.claims?.length ?? 0), 0),
    sources: sources.length,
    entityTypes: countBy(entities),
    relationshipTypes: countBy(relationships),
    ...(years ? { years } : {}),
  };
}

/** The calendar year of a partial date; undefined where there is none or nobody knows it. */
export function yearOfDate(date: string | undefined): number | undefined {
  const year = date === undefined ? NaN : Number.parseInt(date, 10);
  return Number.isNaN(year) ? undefined : year;
}

function countBy<T extends string>(records: readonly { type: T }[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function yearsOf(records: readonly Interval[]): { first: number; last: number } | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (const { start, end } of records) {
    for (const year of [yearOfDate(start), yearOfDate(end)]) {
      if (year === undefined) continue;
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  }
  return first > last ? undefined : { first, last };
}

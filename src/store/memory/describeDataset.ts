import { atOnce, eachNumber, type Dataset, type EntityType, type Interval, type RelationshipType, type Steps } from '../../model';
import type { DatasetDescription } from '../graphStore';

/** A dataset in figures. Cost O(dataset). */
export function describeDataset(data: Dataset): DatasetDescription {
  return atOnce(describeSteps(data));
}

/** The same in steps. */
export function* describeSteps(data: Dataset): Steps<DatasetDescription> {
  const { id, title, summary, licence, entities, relationships, sources } = data;
  const ofEntities = new Figures<EntityType>();
  const ofRelationships = new Figures<RelationshipType>();
  yield* eachNumber(entities.length, (i) => ofEntities.add(entities[i]!), [0, 0.5]);
  yield* eachNumber(relationships.length, (i) => ofRelationships.add(relationships[i]!), [0.5, 1]);
  const first = Math.min(ofEntities.first, ofRelationships.first);
  const last = Math.max(ofEntities.last, ofRelationships.last);
  return {
    id,
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(licence === undefined ? {} : { licence }),
    entities: entities.length,
    relationships: relationships.length,
    claims: ofEntities.claims + ofRelationships.claims,
    sources: sources.length,
    entityTypes: ofEntities.types,
    relationshipTypes: ofRelationships.types,
    ...(first > last ? {} : { years: { first, last } }),
  };
}

/** What is counted of records of one kind. */
class Figures<T extends string> {
  readonly types: Partial<Record<T, number>> = {};
  claims = 0;
  first = Infinity;
  last = -Infinity;

  add({ type, claims, start, end }: { readonly type: T; readonly claims?: readonly unknown[] | undefined } & Interval): void {
    this.types[type] = (this.types[type] ?? 0) + 1;
    this.claims += claims?.length ?? 0;
    for (const year of [yearOfDate(start), yearOfDate(end)]) {
      if (year === undefined) continue;
      this.first = Math.min(this.first, year);
      this.last = Math.max(this.last, year);
    }
  }
}

/** The calendar year of a partial date; undefined where there is none or nobody knows it. */
export function yearOfDate(date: string | undefined): number | undefined {
  const year = date === undefined ? NaN : Number.parseInt(date, 10);
  return Number.isNaN(year) ? undefined : year;
}

import {
  entityTypeIds, relationshipTypeIds,
  type Dataset, type Entity, type EntityType, type Interval, type Relationship, type RelationshipType, type Source,
} from '../../model';
import type { GraphIndex, RecordTable } from '../../graph';
import type { DatasetDescription } from '../graphStore';

/** A dataset in figures, without an index. Cost O(dataset). */
export function describeDataset(data: Dataset): DatasetDescription {
  const figures = new DatasetFigures();
  for (const source of data.sources) figures.addSource(source);
  for (const entity of data.entities) figures.addEntity(entity);
  for (const relationship of data.relationships) figures.addRelationship(relationship);
  return figures.described(data);
}

/** The figures of a dataset whose records stream past. */
export class DatasetFigures {
  readonly #entities = new Figures<EntityType>();
  readonly #relationships = new Figures<RelationshipType>();
  #sources = 0;

  addSource(_source: Source): void {
    this.#sources++;
  }

  addEntity(entity: Entity): void {
    this.#entities.add(entity);
  }

  addRelationship(relationship: Relationship): void {
    this.#relationships.add(relationship);
  }

  described({ id, title, summary, licence }: Pick<Dataset, 'id' | 'title' | 'summary' | 'licence'>): DatasetDescription {
    const [entities, relationships] = [this.#entities, this.#relationships];
    const first = Math.min(entities.first, relationships.first);
    const last = Math.max(entities.last, relationships.last);
    return {
      id,
      title,
      ...(summary === undefined ? {} : { summary }),
      ...(licence === undefined ? {} : { licence }),
      entities: entities.records,
      relationships: relationships.records,
      claims: entities.claims + relationships.claims,
      sources: this.#sources,
      entityTypes: entities.types,
      relationshipTypes: relationships.types,
      ...(first > last ? {} : { years: { first, last } }),
    };
  }
}

/** The figures of a dataset from the columns of its index. Cost O(entities + relationships), a few ns each. */
export function describeIndex(
  { head: { id, title, summary, licence }, entityClaims, sourceCount }: RecordTable, index: GraphIndex,
): DatasetDescription {
  const { entityTypeCodes, relationshipTypeCodes, claims, intervals } = index.parts;
  const ofPatterns = Array.from({ length: claims.patternCount }, (_, pattern) => claims.claimsOf(pattern).length);
  let ofRelationships = 0;
  for (let r = 0; r < index.relationshipCount; r++) ofRelationships += ofPatterns[claims.patternAt(r)]!;
  const dates = intervals
    .all()
    .flatMap(({ start, end }) => [yearOfDate(start), yearOfDate(end)])
    .filter((year) => year !== undefined);
  const years = dates.reduce((y, year) => ({ first: Math.min(y.first, year), last: Math.max(y.last, year) }), {
    first: Infinity, last: -Infinity,
  });
  return {
    id,
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(licence === undefined ? {} : { licence }),
    entities: index.entityCount,
    relationships: index.relationshipCount,
    claims: ofRelationships + entityClaims,
    sources: sourceCount,
    entityTypes: countsOf(entityTypeCodes, entityTypeIds),
    relationshipTypes: countsOf(relationshipTypeCodes, relationshipTypeIds),
    ...(dates.length === 0 ? {} : { years }),
  };
}

/** How often each of the types occurs, those that occur first before others. */
function countsOf<T extends string>(codes: Uint8Array, types: readonly T[]): Partial<Record<T, number>> {
  const counts = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) counts.set(codes[i]!, (counts.get(codes[i]!) ?? 0) + 1);
  return Object.fromEntries([...counts].map(([code, count]) => [types[code]!, count])) as Partial<Record<T, number>>;
}

/** What is counted of records of one kind. */
class Figures<T extends string> {
  readonly types: Partial<Record<T, number>> = {};
  records = 0;
  claims = 0;
  first = Infinity;
  last = -Infinity;

  add({ type, claims, start, end }: { readonly type: T; readonly claims?: readonly unknown[] | undefined } & Interval): void {
    this.records++;
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

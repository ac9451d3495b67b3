import type { Source } from './claim';
import type { DatasetPart, Entity, Relationship } from './dataset';

/** Records by id. */
export interface Records {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly sources: ReadonlyMap<string, Source>;
}

export const NO_RECORDS: Records = { entities: new Map(), relationships: new Map(), sources: new Map() };

/** Records of a part, by id. */
export function recordsOf({ entities, relationships, sources }: DatasetPart): Records {
  return { entities: byId(entities), relationships: byId(relationships), sources: byId(sources) };
}

/** Both; of two records with one id the first stays, so that what is drawn stays the same object. */
export function withRecords(records: Records, more: Records): Records {
  return {
    entities: merged(records.entities, more.entities),
    relationships: merged(records.relationships, more.relationships),
    sources: merged(records.sources, more.sources),
  };
}

/** The same records, as the objects that they are known as where they are. */
export function asKnown(records: Records, known: Records): Records {
  return {
    entities: replaced(records.entities, known.entities),
    relationships: replaced(records.relationships, known.relationships),
    sources: replaced(records.sources, known.sources),
  };
}

function replaced<T>(records: ReadonlyMap<string, T>, known: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...records].map(([id, record]) => [id, known.get(id) ?? record]));
}

/** Records as a part, in the order in which they came. */
export function partOf({ entities, relationships, sources }: Records): DatasetPart {
  return { entities: [...entities.values()], relationships: [...relationships.values()], sources: [...sources.values()] };
}

/** Of a part some entities and relationships, in their order; its sources are all kept. O(entities + relationships). */
export function partAmong(part: DatasetPart, entityIn: (id: string) => boolean, relationshipIn: (r: Relationship) => boolean): DatasetPart {
  return { entities: part.entities.filter((e) => entityIn(e.id)), relationships: part.relationships.filter(relationshipIn), sources: part.sources };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((record) => [record.id, record]));
}

function merged<T>(records: ReadonlyMap<string, T>, more: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const added = [...more].filter(([id]) => !records.has(id));
  return added.length === 0 ? records : new Map([...records, ...added]);
}

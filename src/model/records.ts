import type { Source } from './claim';
import type { DatasetPart, Entity, Relationship } from './dataset';

/** Records by id. */
export interface Records {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The ids of some records, in an order. */
export interface RecordIds {
  readonly entities: Iterable<string>;
  readonly relationships: Iterable<string>;
  readonly sources: Iterable<string>;
}

export const NO_RECORDS: Records = { entities: new Map(), relationships: new Map(), sources: new Map() };
export const NO_IDS: RecordIds = { entities: [], relationships: [], sources: [] };

/** Records of a part, by id. */
export function recordsOf({ entities, relationships, sources }: DatasetPart): Records {
  return { entities: byId(entities), relationships: byId(relationships), sources: byId(sources) };
}

/** Both; of two with one id the first stays, so that what is drawn stays the same object. The same records where nothing comes. */
export function withRecords(records: Records, more: Records): Records {
  const entities = merged(records.entities, more.entities);
  const relationships = merged(records.relationships, more.relationships);
  const sources = merged(records.sources, more.sources);
  const same = entities === records.entities && relationships === records.relationships && sources === records.sources;
  return same ? records : { entities, relationships, sources };
}

/** The ids of a part's records, in its order. */
export function idsOf({ entities, relationships, sources }: DatasetPart): RecordIds {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return { entities: ids(entities), relationships: ids(relationships), sources: ids(sources) };
}

/** Both, each id once. */
export function withIds(some: RecordIds, more: Partial<RecordIds>): RecordIds {
  const both = (a: Iterable<string>, b: Iterable<string> = []) => [...new Set([...a, ...b])];
  return {
    entities: both(some.entities, more.entities),
    relationships: both(some.relationships, more.relationships),
    sources: both(some.sources, more.sources),
  };
}

/** Of all records those with certain ids, in the order of the ids; an id without a record is passed over. */
export function namedRecords({ entities, relationships, sources }: Records, ids: RecordIds): Records {
  return {
    entities: picked(entities, ids.entities),
    relationships: picked(relationships, ids.relationships),
    sources: picked(sources, ids.sources),
  };
}

function picked<T>(records: ReadonlyMap<string, T>, ids: Iterable<string>): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const id of ids) {
    const record = records.get(id);
    if (record !== undefined) found.set(id, record);
  }
  return found;
}

interface RecordRevision {
  readonly add: { readonly relationships: readonly Relationship[]; readonly sources: readonly Source[] };
  readonly remove: Pick<RecordIds, 'relationships' | 'sources'>;
}

/** Records with some taken out, and others put in place of those with their ids. */
export function revisedRecords(records: Records, { add, remove }: RecordRevision): Records {
  const { entities, relationships, sources } = records;
  return {
    entities,
    relationships: revised(relationships, add.relationships, remove.relationships),
    sources: revised(sources, add.sources, remove.sources),
  };
}

function revised<T extends { id: string }>(records: ReadonlyMap<string, T>, add: readonly T[], remove: Iterable<string>) {
  const next = new Map(records);
  for (const id of remove) next.delete(id);
  for (const record of add) next.set(record.id, record);
  return next;
}

/** Records as a part, in the order in which they came. */
export function partOf({ entities, relationships, sources }: Records): DatasetPart {
  return { entities: [...entities.values()], relationships: [...relationships.values()], sources: [...sources.values()] };
}

/** Some entities and relationships of a part, in their order; its sources are all kept. O(entities + relationships). */
export function partAmong(part: DatasetPart, entityIn: (id: string) => boolean, relationshipIn: (r: Relationship) => boolean): DatasetPart {
  const { entities, relationships, sources } = part;
  return { entities: entities.filter((e) => entityIn(e.id)), relationships: relationships.filter(relationshipIn), sources };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((record) => [record.id, record]));
}

function merged<T>(records: ReadonlyMap<string, T>, more: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const added = [...more].filter(([id]) => !records.has(id));
  return added.length === 0 ? records : new Map([...records, ...added]);
}

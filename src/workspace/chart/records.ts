import type { DatasetPart } from '../../model';
import type { Records } from '../state';

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

/** The records of a chart as a part, in the order in which they came. */
export function partOf({ entities, relationships, sources }: Records): DatasetPart {
  return { entities: [...entities.values()], relationships: [...relationships.values()], sources: [...sources.values()] };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((record) => [record.id, record]));
}

function merged<T>(records: ReadonlyMap<string, T>, more: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const added = [...more].filter(([id]) => !records.has(id));
  return added.length === 0 ? records : new Map([...records, ...added]);
}

import { compareText } from '../order';
import type { Source } from '../claim';
import { source } from '../claim';
import { entity, relationship, type Dataset, type Entity, type Relationship } from '../dataset';
import { note, type Note } from '../note';

/** The lists of a dataset, what others refer to first. */
export const recordLists = ['sources', 'entities', 'relationships', 'notes'] as const;
export type RecordList = (typeof recordLists)[number];

export interface RecordTypes {
  sources: Source;
  entities: Entity;
  relationships: Relationship;
  notes: Note;
}
export type AnyRecord = RecordTypes[RecordList];

/** The schema of a record of each list. */
export const recordSchemas = { sources: source, entities: entity, relationships: relationship, notes: note } as const;

/** The records of a list of a dataset; a dataset without notes has none. */
export function recordsIn<L extends RecordList>(
  dataset: Pick<Dataset, Exclude<RecordList, 'notes'>> & Pick<Dataset, 'notes'>, list: L,
): readonly RecordTypes[L][] {
  return (dataset[list] ?? []) as unknown as readonly RecordTypes[L][];
}

/** A dataset with other records; no notes leave no list of them. */
export function withRecordLists(
  dataset: Dataset, { sources, entities, relationships, notes }: { readonly [L in RecordList]: readonly RecordTypes[L][] },
): Dataset {
  const { notes: _before, ...head } = dataset;
  return {
    ...head, sources: [...sources], entities: [...entities], relationships: [...relationships],
    ...(notes.length > 0 ? { notes: [...notes] } : {}),
  };
}

/** A value as text, the same whatever order its fields have; what is undefined counts as absent. */
export function contentText(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'undefined';
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, v]) => [key, ordered(v)]),
  );
}

/** Whether two values say the same. */
export function sameContent(a: unknown, b: unknown): boolean {
  return a === b || contentText(a) === contentText(b);
}

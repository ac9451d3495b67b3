import { z } from 'zod';
import { source } from '../claim';
import { entity, relationship, type Dataset } from '../dataset';
import { note } from '../note';
import { compareIds } from '../order';
import type { Records } from '../records';
import { recordLists, recordsIn, sameContent, withRecordLists, type AnyRecord, type RecordList, type RecordTypes } from './recordLists';

/** What was done to one record: as it is now; null where it was taken away. */
export type Edit = {
  readonly [L in RecordList]: { readonly list: L; readonly id: string; readonly record: RecordTypes[L] | null };
}[RecordList];

/**
 * What was done to a dataset, by record (`editKey`), whatever the steps were: laid over what was opened, it gives the dataset as it is
 * now. A map that is never changed in place, so that the diff of two (`diff.ts`) is a step of undo.
 */
export type Edits = ReadonlyMap<string, Edit>;

const id = z.string().min(1).max(200);

/** An edit as it is written. */
export const edit = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('sources'), id, record: source.nullable() }),
  z.strictObject({ list: z.literal('entities'), id, record: entity.nullable() }),
  z.strictObject({ list: z.literal('relationships'), id, record: relationship.nullable() }),
  z.strictObject({ list: z.literal('notes'), id, record: note.nullable() }),
]);

export const NO_EDITS: Edits = new Map();

export function editKey(list: RecordList, id: string): string {
  return `${list}/${id}`;
}

/** Edits with more done after them. */
export function withEdits(edits: Edits, more: readonly Edit[]): Edits {
  const next = new Map(edits);
  for (const edit of more) next.set(editKey(edit.list, edit.id), edit);
  return next;
}

/** The edit that puts a record into its list, in place of one with its id. */
export function put<L extends RecordList>(list: L, record: RecordTypes[L]): Edit {
  return { list, id: record.id, record } as unknown as Edit;
}

/** The edit that takes a record away. */
export function drop(list: RecordList, id: string): Edit {
  return { list, id, record: null } as Edit;
}

/** The edits that turn the records of one dataset into those of another; title and the like are no records. Cost O(size of both). */
export function editsBetween(before: Dataset, after: Dataset): Edit[] {
  return recordLists.flatMap((list) => {
    const was = new Map(recordsIn(before, list).map((r) => [r.id, r]));
    const is = new Map(recordsIn(after, list).map((r) => [r.id, r]));
    return [
      ...[...is.values()].filter((record) => !sameContent(was.get(record.id), record)).map((record) => put(list, record)),
      ...[...was.keys()].filter((id) => !is.has(id)).map((id) => drop(list, id)),
    ];
  });
}

/**
 * A dataset with edits laid over it: what is changed stands where it stood, what came stands behind it in the order of ids, so that it does
 * not matter in which order things were done and undone. The given one is left as it is, and shares its records. Cost O(size of the dataset
 * + edits · log).
 */
export function edited(dataset: Dataset, edits: Edits): Dataset {
  if (edits.size === 0) return dataset;
  const list = <L extends RecordList>(name: L) => editedList(recordsIn(dataset, name), name, edits);
  return withRecordLists(dataset, {
    sources: list('sources'), entities: list('entities'), relationships: list('relationships'), notes: list('notes'),
  });
}

function editedList<L extends RecordList>(records: readonly RecordTypes[L][], list: L, edits: Edits): readonly RecordTypes[L][] {
  const own = new Map([...edits.values()].filter((e) => e.list === list).map((e) => [e.id, e.record as RecordTypes[L] | null]));
  if (own.size === 0) return records;
  const there = new Set<string>();
  const kept = records.flatMap((record) => {
    there.add(record.id);
    const now = own.get(record.id);
    return now === undefined ? [record] : now === null ? [] : [now];
  });
  const fresh = [...own].flatMap(([id, record]) => (record !== null && !there.has(id) ? [record] : [])).sort(compareIds);
  return [...kept, ...fresh];
}

/**
 * Records that are known, with other edits than before laid over them. `unedited` remembers what edits stand over, so that it is there
 * again once they are taken back; what came with an edit goes with it. Cost O(records of the lists that differ + edits).
 */
export function editedRecords(records: Records, before: Edits, after: Edits, unedited: Map<string, AnyRecord>): Records {
  const lists = {
    entities: new Map(records.entities), relationships: new Map(records.relationships), sources: new Map(records.sources),
  } as Record<string, Map<string, AnyRecord>>;
  for (const [key, { list, id, record }] of after) {
    if (before.get(key)?.record === record) continue;
    const known = lists[list];
    const was = known?.get(id);
    if (!before.has(key) && was !== undefined) unedited.set(key, was);
    if (record === null) known?.delete(id);
    else known?.set(id, record);
  }
  for (const [key, { list, id }] of before) {
    if (after.has(key)) continue;
    const was = unedited.get(key);
    if (was === undefined) lists[list]?.delete(id);
    else lists[list]?.set(id, was);
  }
  return lists as unknown as Records;
}

/** The records of edits, by list: what is there now, and the ids of what is gone. */
export function editsByList(edits: Edits): {
  readonly [L in RecordList]: { readonly now: readonly RecordTypes[L][]; readonly gone: readonly string[] };
} {
  const of = <L extends RecordList>(list: L) => {
    const own = [...edits.values()].filter((e) => e.list === list) as { id: string; record: AnyRecord | null }[];
    return {
      now: own.flatMap((e) => (e.record === null ? [] : [e.record as RecordTypes[L]])),
      gone: own.filter((e) => e.record === null).map((e) => e.id),
    };
  };
  return { sources: of('sources'), entities: of('entities'), relationships: of('relationships'), notes: of('notes') };
}


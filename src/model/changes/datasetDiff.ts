import { applyDiff, diffBetween, invertDiff, isEmptyDiff, type Diff } from '../diff';
import { compareIds, compareText } from '../order';
import type { Dataset } from '../dataset';
import { statusReader } from '../filter';
import type { Status } from '../status';
import { recordLists, recordsIn, recordSchemas, sameContent, withRecordLists, type RecordList, type RecordTypes } from './recordLists';

/** What stands in a dataset besides its records. */
export type DatasetHead = Pick<Dataset, 'id' | 'title' | 'summary' | 'licence'>;

/** What turns one dataset into another: by record, and the head where it differs. Can be applied and inverted. */
export type DatasetDiff = { readonly [L in RecordList]: Diff<RecordTypes[L]> } & {
  readonly head?: { readonly before: DatasetHead; readonly after: DatasetHead };
};

/** The records of a list by id. */
export function recordsById<L extends RecordList>(dataset: Dataset, list: L): ReadonlyMap<string, RecordTypes[L]> {
  return new Map(recordsIn(dataset, list).map((record) => [record.id, record]));
}

/** What turns `a` into `b`. Records are the same that say the same; their order does not count. Cost O(size of both). */
export function diffDatasets(a: Dataset, b: Dataset): DatasetDiff {
  const before = headOf(a);
  const after = headOf(b);
  return {
    sources: diffOf(a, b, 'sources'), entities: diffOf(a, b, 'entities'), relationships: diffOf(a, b, 'relationships'),
    notes: diffOf(a, b, 'notes'), ...(sameContent(before, after) ? {} : { head: { before, after } }),
  };
}

function diffOf<L extends RecordList>(a: Dataset, b: Dataset, list: L): Diff<RecordTypes[L]> {
  const before = recordsById(a, list);
  const after = new Map([...recordsById(b, list)].map(([id, record]) => {
    const was = before.get(id);
    return [id, was !== undefined && sameContent(was, record) ? was : record] as const;
  }));
  return diffBetween(before, after);
}

export function headOf({ id, title, summary, licence }: Dataset): DatasetHead {
  return { id, title, ...(summary === undefined ? {} : { summary }), ...(licence === undefined ? {} : { licence }) };
}

/**
 * The dataset after a diff: what stays keeps its place, what comes stands behind it in the order of the diff.
 * The given one is left as it is.
 */
export function applyDatasetDiff(dataset: Dataset, diff: DatasetDiff): Dataset {
  const { id: _id, title: _title, summary: _summary, licence: _licence, ...rest } = dataset;
  const { $schema, format } = dataset;
  const headed = diff.head
    ? {
        ...($schema === undefined ? {} : { $schema }), format, ...diff.head.after, sources: rest.sources, entities: rest.entities,
        relationships: rest.relationships, ...(rest.notes ? { notes: rest.notes } : {}),
      }
    : dataset;
  const list = <L extends RecordList>(name: L) => [...applyDiff(recordsById(dataset, name), diff[name] as Diff<RecordTypes[L]>).values()];
  return withRecordLists(headed, {
    sources: list('sources'), entities: list('entities'), relationships: list('relationships'), notes: list('notes'),
  });
}

/** The diff that takes a diff back. */
export function invertDatasetDiff({ sources, entities, relationships, notes, head }: DatasetDiff): DatasetDiff {
  return {
    sources: invertDiff(sources), entities: invertDiff(entities), relationships: invertDiff(relationships), notes: invertDiff(notes),
    ...(head ? { head: { before: head.after, after: head.before } } : {}),
  };
}

export function isEmptyDatasetDiff(diff: DatasetDiff): boolean {
  return diff.head === undefined && recordLists.every((list) => isEmptyDiff(diff[list] as Diff<unknown>));
}

/** A dataset with its records in the order of their ids, so that what was done in another order reads the same. */
export function inOrderOfIds(dataset: Dataset): Dataset {
  const list = <L extends RecordList>(name: L) => [...recordsIn(dataset, name)].sort(compareIds);
  return withRecordLists(dataset, {
    sources: list('sources'), entities: list('entities'), relationships: list('relationships'), notes: list('notes'),
  });
}

/** What a diff does to one list: ids in their order, and the fields of each changed record in the order of the schema. */
interface ListChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

export function listChanges<L extends RecordList>(list: L, diff: Diff<RecordTypes[L]>): ListChanges {
  const sorted = (ids: Iterable<string>) => [...ids].sort(compareText);
  return {
    added: sorted(diff.added.keys()),
    removed: sorted(diff.removed.keys()),
    changed: sorted(diff.updated.keys()).map((id) => ({ id, fields: changedFields(list, diff.updated.get(id)!) })),
  };
}

/** The fields in which two records differ, in the order of the schema. */
export function changedFields<L extends RecordList>(
  list: L, { before, after }: { readonly before: RecordTypes[L]; readonly after: RecordTypes[L] },
): string[] {
  return fieldsOf(list).filter((field) => !sameContent(before[field as keyof typeof before], after[field as keyof typeof after]));
}

/** The fields of a record of a list, in the order of the schema. */
export function fieldsOf(list: RecordList): string[] {
  return Object.keys(recordSchemas[list].shape);
}

interface StatusChange {
  readonly relationship: string;
  readonly before: Status;
  readonly after: Status;
}

/**
 * The relationships that are in both datasets and have another status now, in the order of their ids:
 * by other claims, or because a source is another now. Cost O(size of both).
 */
export function statusChanges(a: Dataset, b: Dataset): StatusChange[] {
  const [was, is] = [statusReader(a.sources, {}), statusReader(b.sources, {})];
  const before = recordsById(a, 'relationships');
  return [...b.relationships].sort(compareIds).flatMap((r) => {
    const earlier = before.get(r.id);
    if (!earlier) return [];
    const change = { relationship: r.id, before: was(earlier), after: is(r) };
    return change.before === change.after ? [] : [change];
  });
}

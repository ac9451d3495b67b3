import type { Dataset } from '../dataset';
import { compareText } from '../order';
import { fieldsOf, headOf, recordsById } from './datasetDiff';
import { contentText, sameContent, withRecordLists, type AnyRecord, type RecordList, type RecordTypes } from './recordLists';

/** Something that both sides changed otherwise, or that one changed and the other took away. */
export interface MergeConflict {
  readonly list: RecordList | 'dataset' | 'charts';
  readonly id: string;
  /** Absent where it is about the whole record. */
  readonly field?: string;
  /** Absent where the side took it away. */
  readonly ours?: unknown;
  readonly theirs?: unknown;
  /** Which of the two the merged file has. */
  readonly kept: 'ours' | 'theirs';
}

interface MergedDataset {
  readonly dataset: Dataset;
  readonly conflicts: readonly MergeConflict[];
}

/** Fields that are lists of things of their own: both sides' changes stand, what both changed otherwise side by side. */
const UNITED: ReadonlySet<string> = new Set(['claims', 'aliases', 'identifiers', 'derivedFrom']);

/**
 * What two sides made of one dataset, as one: by record, then by field; lists of claims, aliases and identifiers by what is in them, so
 * that two claims that contradict each other stand side by side. Where both changed one field otherwise ours is kept and the conflict told;
 * a record that one side took away and the other changed, or still needs, stays. Where there is no conflict it does not matter which side
 * is which. Cost O(size of all three).
 */
export function mergeDatasets(base: Dataset, ours: Dataset, theirs: Dataset): MergedDataset {
  const conflicts: MergeConflict[] = [];
  const merged = {
    sources: mergedList('sources', base, ours, theirs, conflicts), entities: mergedList('entities', base, ours, theirs, conflicts),
    relationships: mergedList('relationships', base, ours, theirs, conflicts), notes: mergedList('notes', base, ours, theirs, conflicts),
  };
  keepNeeded(merged, base, conflicts);
  const head = mergedFields('dataset', 'dataset', HEAD, headOf(base), headOf(ours), headOf(theirs), conflicts);
  const { $schema } = ours;
  const whole = { ...($schema === undefined ? {} : { $schema }), format: ours.format, ...head } as Dataset;
  return {
    dataset: withRecordLists(whole, {
      sources: [...merged.sources.values()], entities: [...merged.entities.values()], relationships: [...merged.relationships.values()],
      notes: [...merged.notes.values()],
    }),
    conflicts,
  };
}

const HEAD = ['id', 'title', 'summary', 'licence'];

/** Records of the base in its order, then those that came, by id. */
function mergedList<L extends RecordList>(
  list: L, base: Dataset, ours: Dataset, theirs: Dataset, conflicts: MergeConflict[],
): Map<string, RecordTypes[L]> {
  const [b, o, t] = [recordsById(base, list), recordsById(ours, list), recordsById(theirs, list)];
  const fresh = [...new Set([...o.keys(), ...t.keys()])].filter((id) => !b.has(id)).sort(compareText);
  const merged = new Map<string, RecordTypes[L]>();
  for (const id of [...b.keys(), ...fresh]) {
    const record = mergedRecord(list, id, b.get(id), o.get(id), t.get(id), conflicts);
    if (record) merged.set(id, record);
  }
  return merged;
}

function mergedRecord<R extends AnyRecord>(
  list: RecordList, id: string, base: R | undefined, ours: R | undefined, theirs: R | undefined, conflicts: MergeConflict[],
): R | undefined {
  if (sameContent(ours, theirs) || sameContent(theirs, base)) return ours;
  if (sameContent(ours, base)) return theirs;
  if (ours === undefined || theirs === undefined) {
    conflicts.push({
      list, id, ...(ours === undefined ? {} : { ours }), ...(theirs === undefined ? {} : { theirs }),
      kept: ours === undefined ? 'theirs' : 'ours',
    });
    return ours ?? theirs;
  }
  return mergedFields(list, id, fieldsOf(list), base ?? {}, ours, theirs, conflicts) as unknown as R;
}

type Fields = Readonly<Record<string, unknown>>;

function mergedFields(
  list: MergeConflict['list'], id: string, fields: readonly string[], base: object, ours: object, theirs: object,
  conflicts: MergeConflict[],
): Fields {
  const merged: Record<string, unknown> = {};
  const [b, o, t] = [base, ours, theirs] as [Fields, Fields, Fields];
  for (const field of fields) {
    const value = mergedField(list, id, field, b[field], o[field], t[field], conflicts);
    if (value !== undefined) merged[field] = value;
  }
  return merged;
}

function mergedField(
  list: MergeConflict['list'], id: string, field: string, base: unknown, ours: unknown, theirs: unknown, conflicts: MergeConflict[],
): unknown {
  if (sameContent(ours, theirs) || sameContent(theirs, base)) return ours;
  if (sameContent(ours, base)) return theirs;
  if (UNITED.has(field)) return united(listOf(base), listOf(ours), listOf(theirs), field === 'claims');
  if (field === 'properties') {
    const [b, o, t] = [base ?? {}, ours ?? {}, theirs ?? {}] as [Fields, Fields, Fields];
    const keys = [...new Set([...Object.keys(b), ...Object.keys(o), ...Object.keys(t)])].sort(compareText);
    const merged = Object.fromEntries(
      keys
        .map((key) => [key, mergedField(list, id, `properties.${key}`, own(b, key), own(o, key), own(t, key), conflicts)] as const)
        .filter(([, value]) => value !== undefined),
    );
    return Object.keys(merged).length > 0 ? merged : undefined;
  }
  conflicts.push({
    list, id, field, ...(ours === undefined ? {} : { ours }), ...(theirs === undefined ? {} : { theirs }),
    kept: ours === undefined ? 'theirs' : 'ours',
  });
  return ours ?? theirs;
}

/** A record may have a property of the name "constructor". */
function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return (value as readonly unknown[] | undefined) ?? [];
}

/**
 * What of the base neither side took away, in its order, then what either added, by what it says;
 * of what is there several times, as many as the side that has most of them more than the base.
 */
function united(base: readonly unknown[], ours: readonly unknown[], theirs: readonly unknown[], keepEmpty: boolean): unknown[] | undefined {
  const [b, o, t] = [tally(base), tally(ours), tally(theirs)];
  const wanted = new Map<string, number>();
  for (const key of new Set([...b.keys(), ...o.keys(), ...t.keys()])) {
    const [inBase, inOurs, inTheirs] = [b.get(key) ?? 0, o.get(key) ?? 0, t.get(key) ?? 0];
    const change = (n: number) => n - inBase;
    const [most, least] = [Math.max(change(inOurs), change(inTheirs)), Math.min(change(inOurs), change(inTheirs))];
    wanted.set(key, inBase + (most > 0 ? most : 0) + (least < 0 ? least : 0));
  }
  const values = new Map([...theirs, ...ours, ...base].map((value) => [contentText(value), value]));
  const merged: unknown[] = [];
  const take = (key: string) => {
    const left = wanted.get(key) ?? 0;
    if (left <= 0) return;
    wanted.set(key, left - 1);
    merged.push(values.get(key));
  };
  base.map(contentText).forEach(take);
  for (const key of [...wanted.keys()].sort(compareText)) while ((wanted.get(key) ?? 0) > 0) take(key);
  return merged.length > 0 || keepEmpty ? merged : undefined;
}

function tally(values: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(contentText(value), (counts.get(contentText(value)) ?? 0) + 1);
  return counts;
}

type Lists = { [L in RecordList]: Map<string, RecordTypes[L]> };

/** What one side took away and the other needs (an end of a tie, a cited source, its origin) comes back from the base, and is told. */
function keepNeeded(merged: Lists, base: Dataset, conflicts: MergeConflict[]): void {
  const before = { entities: recordsById(base, 'entities'), sources: recordsById(base, 'sources') };
  const back = <L extends 'entities' | 'sources'>(list: L, id: string) => {
    const record = before[list].get(id);
    if (!record || merged[list].has(id)) return;
    (merged[list] as Map<string, AnyRecord>).set(id, record);
    conflicts.push({ list, id, ours: record, kept: 'ours' });
  };
  for (const { from, to } of merged.relationships.values()) for (const end of [from, to]) back('entities', end);
  for (const list of [merged.entities, merged.relationships])
    for (const { claims } of list.values()) for (const { source } of claims ?? []) back('sources', source);
  for (const { derivedFrom } of merged.sources.values()) for (const origin of derivedFrom ?? []) back('sources', origin);
}


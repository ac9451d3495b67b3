import { z } from 'zod';
import { edit, editKey, type Edit, type Edits } from './edits';
import { sameContent, type AnyRecord, type RecordList } from './recordLists';

/** What a step did to one record: as it was before and after; null where it was not there. */
const recordChange = z.strictObject({ before: edit, after: edit });
export type RecordChange = z.infer<typeof recordChange>;

/** A step of editing, as it is remembered: when, by whom, in words, and what it did. */
export const editStep = z.strictObject({
  /** In ms since 1970. */
  at: z.number(),
  label: z.string().min(1),
  by: z.string().min(1).optional(),
  changes: z.array(recordChange),
  /** The name that the user gave to all as it was after this step. */
  version: z.string().min(1).max(200).optional(),
});
export type EditStep = z.infer<typeof editStep>;

/** How many steps are remembered; the earliest are let go. */
export const MOST_STEPS = 2000;

/**
 * What turned some edits into others, by record. `was` gives a record as it was opened, which is what no edit speaks of; undefined where
 * it was not there. Cost O(edits).
 */
export function recordChanges(before: Edits, after: Edits, was: (list: RecordList, id: string) => AnyRecord | undefined): RecordChange[] {
  const changes: RecordChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(key), after.get(key)];
    if (from?.record === to?.record && (from === undefined) === (to === undefined)) continue;
    const { list, id } = (from ?? to)!;
    const opened = { list, id, record: was(list, id) ?? null } as Edit;
    changes.push({ before: from ?? opened, after: to ?? opened });
  }
  return changes;
}

/** The edits that take all back that was done after a step (by its number; -1 for all of them). What was done twice is taken back once. */
export function editsBackTo(log: readonly EditStep[], step: number): Edit[] {
  const back = new Map<string, Edit>();
  for (const { changes } of log.slice(step + 1)) {
    for (const { before } of changes) {
      const key = editKey(before.list, before.id);
      if (!back.has(key)) back.set(key, before);
    }
  }
  return [...back.values()];
}

/** Whether a step can be taken back by itself: the edits that do it, or the records because of which it cannot be. */
type Undoing = { readonly edits: readonly Edit[] } | { readonly standsUnder: readonly Pick<Edit, 'list' | 'id'>[] };

/**
 * How to take back one step and no other. It cannot be where a record has been changed since, where a record that came with it is needed by
 * another (an end, a source), or where one that would come back needs what is gone. `now` is what was edited in all.
 */
export function undoingOf(log: readonly EditStep[], step: number, now: Edits): Undoing {
  const { changes } = log[step]!;
  const later = new Map(log.slice(step + 1).flatMap((s) => s.changes.map(({ after }) => [editKey(after.list, after.id), after] as const)));
  const back = changes.map(({ before }) => before);
  const own = new Set(back.map((e) => editKey(e.list, e.id)));
  const others = [...now.values()].filter((e) => !own.has(editKey(e.list, e.id)));
  const leaves = new Set(back.filter((e) => e.record === null).map((e) => editKey(e.list, e.id)));
  const gone = new Set(others.filter((e) => e.record === null).map((e) => editKey(e.list, e.id)));
  const under = [
    ...changes.flatMap(({ after }) => {
      const since = later.get(editKey(after.list, after.id));
      return since && !sameContent(since.record, after.record) ? [since] : [];
    }),
    ...others.filter((e) => needs(e).some((key) => leaves.has(key))),
    ...back.filter((e) => needs(e).some((key) => gone.has(key))),
  ];
  return under.length === 0 ? { edits: back } : { standsUnder: under.map(({ list, id }) => ({ list, id })) };
}

/** The keys of the records without which a record cannot stand. */
function needs({ list, record }: Edit): string[] {
  if (record === null || list === 'sources' || list === 'notes') return [];
  const claims = record.claims ?? [];
  const cited = claims.map(({ source }) => editKey('sources', source));
  return list === 'relationships' ? [editKey('entities', record.from), editKey('entities', record.to), ...cited] : cited;
}

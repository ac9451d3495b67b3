import { DATASET_FORMAT, type Dataset, type DatasetHead } from '../../model';
import { caseCharts, chartOf } from '../chart';
import { edit } from '../editing';
import type { CallOptions } from '../../store';
import type { Session } from '../session';
import type { FileMerge, MergedFile } from './mergeFile';

/** Whose values stay where both changed one otherwise. */
export type Preference = 'here' | 'file';

interface ChangedFile {
  readonly name: string;
  readonly base: Blob;
  readonly now: Blob;
  readonly prefer: Preference | undefined;
}

/** What was taken over; else why nothing was, and whether the user has said that the file is to be written over all the same. */
type Taken =
  | { readonly head: DatasetHead }
  | { readonly writeOver: boolean; readonly message?: string | undefined; readonly conflicts?: readonly string[] };

/**
 * Takes over what was done to the user's file meanwhile, by record and claim, as one step that undo takes back. Where both sides changed
 * one thing otherwise, nothing is taken before it is known whose stays.
 */
export async function takeChanges(session: Session, file: ChangedFile): Promise<Taken> {
  for (;;) {
    const { edits, chart } = session.get();
    const merge = await session.job('merge', `Looking at what was changed in ${file.name}`, (ask) => merged(session, file, ask));
    // What was entered meanwhile is merged as well.
    if (session.get().edits !== edits || session.get().chart !== chart) continue;
    if (!merge.merged) {
      const { refused: message, conflicts = [] } = merge;
      return { writeOver: message !== undefined && file.prefer === 'here', message, conflicts };
    }
    take(session, file.name, merge.merged);
    await session.settled();
    return { head: merge.merged.head };
  }
}

async function merged(session: Session, { name, base, now, prefer }: ChangedFile, ask: CallOptions): Promise<FileMerge> {
  const charts = caseCharts(session.get());
  return session.deps.files.merge({ name, base, now, prefer, charts, open: await wholeOf(session, ask) }, ask);
}

async function wholeOf(session: Session, ask: CallOptions): Promise<Dataset> {
  const store = session.opened();
  const { head } = session.own ?? {};
  if (store.whole) return { ...(await store.whole({}, ask)), ...head };
  const [{ id, title }, part] = await Promise.all([store.describe({}, ask), store.part({ ids: 'all' }, ask)]);
  return { format: DATASET_FORMAT, id, title, ...part, ...head };
}

function take(session: Session, name: string, { edits, charts, drawn }: MergedFile): void {
  const label = `Take what was changed in ${name}`;
  const { chart: before, dataset, camera } = session.get();
  if (dataset) session.set({ dataset: { ...dataset, charts } });
  if (drawn) session.addRecords(drawn.part);
  const chart = drawn ? { ...before, ...chartOf(drawn.chart, drawn.part) } : before;
  if (edits.length > 0) edit(session, label, edits, { chart });
  else if (drawn) session.change(label, { chart });
  if (camera) session.set({ camera });
  const records = edits.length === 0 ? '' : ` (${edits.length === 1 ? 'one record' : `${edits.length} records`})`;
  session.notify(
    'info', `${name} was changed meanwhile. What was done there${records} was taken over, and what you did here stays. Undo takes it back.`,
  );
}

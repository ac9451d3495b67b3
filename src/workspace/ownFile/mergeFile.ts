import { readFile, sourceOfBlob } from '../../formats';
import {
  chartAmong, editsBetween, headOf, mergeCases, partAmong, sameCharts, type Case, type CaseChart, type Dataset, type DatasetHead,
  type DatasetPart, type Edit,
} from '../../model';
import { conflictOnScreen } from '../../wording';
import type { CallOptions } from '../../store';

/** A file as it was saved last and as it is now, and what is open. */
export interface FileMergeTask {
  readonly name: string;
  readonly base: Blob;
  readonly now: Blob;
  readonly open: Dataset;
  readonly charts: readonly CaseChart[];
  /** Whose values stay where both changed one otherwise; told as conflicts, and nothing more, if left out. */
  readonly prefer?: 'here' | 'file' | undefined;
}

/** What is to be done to what is open; else what has to be decided first, or why the file cannot be taken. */
export interface FileMerge {
  readonly merged?: MergedFile;
  readonly conflicts?: readonly string[];
  readonly refused?: string;
}

export interface MergedFile {
  readonly edits: readonly Edit[];
  readonly head: DatasetHead;
  readonly charts: readonly CaseChart[];
  /** The first chart, where it is another than that of what is open, with its records. */
  readonly drawn?: { readonly chart: CaseChart['chart']; readonly part: DatasetPart };
}

/** Merges by the rule of the command `merge`, on whatever thread it is called. */
export async function mergeFile({ name, base, now, open, charts, prefer }: FileMergeTask, ask: CallOptions = {}): Promise<FileMerge> {
  const [before, file] = [await caseIn(base, name, ask), await caseIn(now, name, ask)];
  if ('refused' in file) return file;
  if ('refused' in before) return before;
  const here: Case = { dataset: open, charts };
  const { case: merged, conflicts } = prefer === 'file' ? mergeCases(before, file, here) : mergeCases(before, here, file);
  if (conflicts.length > 0 && prefer === undefined) return { conflicts: conflicts.map(conflictOnScreen) };
  const named = merged.charts.find((c) => c.name === charts[0]?.name);
  const others = merged.charts.filter((c) => c !== named);
  const all = {
    edits: editsBetween(open, merged.dataset), head: headOf(merged.dataset), charts: [...(named ? [named] : charts.slice(0, 1)), ...others],
    ...(named && !sameCharts(named.chart, charts[0]!.chart) ? { drawn: drawnOf(named.chart, merged.dataset) } : {}),
  };
  return { merged: all };
}

async function caseIn(blob: Blob, name: string, ask: CallOptions): Promise<Case | { refused: string }> {
  const { dataset, charts = [], kind, report } = await readFile(sourceOfBlob(blob, name), ask);
  if (!dataset) return { refused: report.issues[0]?.message ?? 'It cannot be read.' };
  return kind === 'case' ? { dataset, charts } : { refused: 'It is no case any more.' };
}

function drawnOf(chart: CaseChart['chart'], { entities, relationships, sources }: Dataset) {
  const there = chartAmong(chart, new Set(entities.map((e) => e.id)));
  const on = (id: string) => there.entities.has(id);
  return { chart: there, part: partAmong({ entities, relationships, sources }, on, ({ from, to }) => on(from) && on(to)) };
}

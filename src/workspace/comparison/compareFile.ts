import { comparedPart, diffDatasets, type ComparedPart, type Dataset } from '../../model';
import type { Report } from '../../formats';
import type { CallOptions } from '../../store';
import { saidChanges, type SaidChange } from '../../wording';
import { readingOf } from '../mapping/lookAt';
import type { UserSource } from '../platform';

/** What is open, and a file to hold against it. */
export interface FileComparisonTask {
  readonly file: UserSource;
  readonly open: Dataset;
  /** Which of the two the file is. */
  readonly fileIs: 'earlier' | 'later';
}

/** What differs, to be drawn and to be read; without `answer` the file cannot be used, as the report says. */
export interface FileComparison {
  readonly answer?: ComparedPart & { readonly changes: readonly SaidChange[] };
  readonly report: Report;
}

/** Holds what is open against a dataset, a case or a snapshot in any format, on whatever thread it is called. */
export async function compareFile({ file, open, fileIs }: FileComparisonTask, ask: CallOptions = {}): Promise<FileComparison> {
  const reading = await readingOf(file, ask);
  const read = reading.dataset ?? reading.snapshot?.dataset;
  if (!read) return { report: reading.report };
  const [before, after] = fileIs === 'earlier' ? [read, open] : [open, read];
  const diff = diffDatasets(before, after);
  return { answer: { ...comparedPart(before, after, diff), changes: saidChanges(before, after, diff) }, report: reading.report };
}

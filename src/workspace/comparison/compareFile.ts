import { comparableStates, comparedPart, diffDatasets, type ComparedPart, type Dataset, type Filter, type Story } from '../../model';
import { isPublishedStory, type Report } from '../../formats';
import { MemoryStore, type CallOptions } from '../../store';
import { besideText, saidChanges, storyChanges, type SaidChange, type StoryChanges } from '../../wording';
import { readingOf } from '../mapping/lookAt';
import type { UserSource } from '../platform';

/** What is open, and a file to hold against it. */
export interface FileComparisonTask {
  readonly file: UserSource;
  readonly open: Dataset;
  /** Which of the two the file is. */
  readonly fileIs: 'earlier' | 'later';
  /** The story of what is open; one that the file tells comes before it. */
  readonly story?: Story | undefined;
  /** Both states come along, to be written as a file. */
  readonly states?: boolean;
}

/** What differs, to be drawn and to be read; without `answer` the file cannot be used, as the report says. */
export interface FileComparison {
  readonly answer?: ComparedPart & {
    readonly changes: readonly SaidChange[];
    /** What is not compared, in sentences. */
    readonly remarks: readonly string[];
    readonly story?: StoryChanges;
    /** Both as they are compared, where they were asked for, and what a snapshot among them is narrowed to. */
    readonly states?: { readonly before: Dataset; readonly after: Dataset; readonly filter: Filter };
  };
  readonly report: Report;
}

/** Holds what is open against a dataset, a case or a snapshot in any format, on whatever thread it is called. */
export async function compareFile(
  { file, open, fileIs, story, states }: FileComparisonTask, ask: CallOptions = {},
): Promise<FileComparison> {
  const reading = await readingOf(file, ask);
  const { dataset, snapshot, charts, report } = reading;
  const read = dataset ?? snapshot?.dataset;
  if (!read) return { report };
  const known = { dataset: read, snapshot, published: isPublishedStory(reading) };
  const [was, is] = fileIs === 'earlier' ? [known, { dataset: open }] : [{ dataset: open }, known];
  const found = await comparableStates(was, is, async (whole, question) => (await MemoryStore.open(whole)).routes(question, ask));
  const { before, after, beside } = found;
  const diff = diffDatasets(before, after);
  const told = charts?.find(({ chart }) => chart.story)?.chart.story ?? story;
  return {
    answer: {
      ...comparedPart(before, after, diff), changes: saidChanges(before, after, diff),
      remarks: besideText('What is open', open, beside), ...(told ? { story: storyChanges(told, was.dataset, is.dataset) } : {}),
      ...(states ? { states: { before, after, filter: snapshot?.filter ?? {} } } : {}),
    },
    report,
  };
}

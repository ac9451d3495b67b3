import type { ChartDocument } from '../../model';
import type { Session } from '../session';
import type { FragmentFault } from './chartFragment';

const FAULTS: Readonly<Record<FragmentFault, string>> = {
  foreign: 'What follows the # in this link means nothing here.',
  newer: 'This link was made by a newer version of Throughline, and its chart cannot be read. Reload the page to get the newer version.',
  damaged: 'The chart in this link is damaged: part of the link may have been cut off. Ask for the link again, or for a snapshot.',
  tooLarge: 'The chart in this link is larger than any link that Share makes. Ask for a snapshot instead.',
};

/** The chart that a link brings along; nothing where it brings none, or one that cannot be used, which is told. */
export async function readChart(session: Session, fragment: string): Promise<ChartDocument | undefined> {
  if (fragment === '') return undefined;
  const { chartOfFragment } = await import('./chartFragment');
  const read = await chartOfFragment(fragment);
  if ('chart' in read) return read.chart;
  session.notify('error', `${FAULTS[read.fault]} The rest of the link is shown.`);
  return undefined;
}

import { caseCharts } from '../chart';
import type { WriteTask } from '../platform';
import { drawnOwnership } from '../selectors/spokenUnder';
import { hiddenSummary } from '../selectors/hiddenSummary';
import type { Session } from '../session';
import { drawnDataset, slug, titleOf } from '../snapshot';
import type { WorkspaceState } from '../state';
import { LARGEST_WRITTEN, TooMuchToWriteError } from './largestWritten';

/** A file of data to be written for another tool. */
export interface ExportRequest {
  /** The id of a format that can be written. */
  format: string;
  /** What is drawn and nothing else, or all that is open. */
  what: 'drawn' | 'all';
}

/**
 * Writes what is drawn, or everything that is open, as a file of another tool and hands it over. What the format could
 * not hold is told afterwards; more than a browser can write is refused. The registry of formats is loaded for it, not with the page.
 * Throws `NothingDrawnError` where what is drawn is wanted and there is nothing.
 */
export async function exportData(session: Session, { format: id, what }: ExportRequest): Promise<void> {
  const state = session.get();
  const { writableFormat } = await import('./writableFormat');
  const format = writableFormat(id);
  if (what === 'all') notTooMuch(state);
  const name = `${await slug(titleOf(state))}${format.extensions[0]}`;
  await session.settled();
  const { blob, issues } = await session.job('export', `Writing ${name}`, (ask) =>
    session.opened().write({ format: id, ...taskOf(state, what) }, ask),
  );
  session.deps.page.save({ name, blob });
  session.notify('info', `Saved ${name}.`);
  if (issues.length > 0) session.set({ saved: { file: name, format: id, what, issues, ...(what === 'drawn' ? leftOut(state) : {}) } });
}

function notTooMuch({ dataset }: WorkspaceState): void {
  const records = (dataset?.description.entities ?? 0) + (dataset?.description.relationships ?? 0);
  if (records > LARGEST_WRITTEN) throw new TooMuchToWriteError(records);
}

/** What is drawn is at hand, and is small; everything stays where it is and is written there. */
function taskOf(state: WorkspaceState, what: ExportRequest['what']): Omit<WriteTask, 'format'> {
  const positions = drawnOwnership(state) ? state.ownership.positions : state.chart.positions;
  // What is no case has no charts that could be lost; of one what is drawn is a part, and all of it has them.
  if (what === 'all') return { positions, ...(state.dataset?.charts ? { charts: caseCharts(state) } : {}) };
  return { dataset: drawnDataset(state), positions };
}

function leftOut(state: WorkspaceState): { hidden?: string } {
  const { text } = hiddenSummary(state);
  return text === '' || drawnOwnership(state) ? {} : { hidden: text };
}

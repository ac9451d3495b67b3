import { boundsOf, yearOf, type Filter, type Period } from '../../model';
import { keepStructure } from '../queries';
import { CancelledError, type Session } from '../session';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';
import { followTime, showPeriod } from './filterCommands';

/** Years a second at which time may play. */
export const SPEEDS = [0.5, 1, 2, 4] as const;

let plays = 0;

interface YearsShown {
  readonly chart: { readonly filter: Filter };
  readonly histogram: WorkspaceState['histogram'];
}

/** A period of as many years, so many years later; undefined where it would leave the years that anything happened in. */
export function yearsLater({ chart: { filter: { period } }, histogram }: YearsShown, by: 1 | -1): Period | undefined {
  const [first, last] = [histogram[0]?.year, histogram.at(-1)?.year];
  if (first === undefined || last === undefined) return undefined;
  if (!period) return years(by === 1 ? first : last, by === 1 ? first : last);
  const [from, to] = [yearOf(boundsOf(period.from)!.earliest) + by, yearOf(boundsOf(period.to)!.latest) + by];
  return from < first || to > last ? undefined : years(from, to);
}

function years(from: number, to: number): Period {
  const text = (year: number) => String(year).padStart(4, '0');
  return { from: text(from), to: text(to) };
}

/**
 * Shows one year after the other until the last, or until it is stopped; at the last it begins anew. All of it is one step of the history.
 * The trace waits until it stands still, and is then asked about the year shown.
 */
async function play(session: Session): Promise<void> {
  if (session.get().jobs.has('play')) return session.cancel('play');
  const before = session.get().chart.filter;
  const merge = `play ${++plays}`;
  if (!yearsLater(session.get(), 1)) await showPeriod(session, undefined, { merge, trace: false });
  try {
    await session.job('play', 'Playing through the years', async ({ signal }) => {
      for (let next = yearsLater(session.get(), 1); next; next = yearsLater(session.get(), 1)) {
        await showPeriod(session, next, { merge, trace: false });
        await session.deps.wait(1000 / session.get().view.speed, signal);
      }
    });
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
  await Promise.all([followTime(session, before, { merge }), keepStructure(session)]);
}

async function stepYear(session: Session, by: 1 | -1): Promise<void> {
  session.cancel('play');
  const next = yearsLater(session.get(), by);
  if (next) await showPeriod(session, next, { merge: 'period' });
}

const dated = (s: WorkspaceState) => s.histogram.length > 0;

export const timeCommands = {
  playTime: undoable({
    label: 'Play through the years, or stop', group: 'filter', shortcut: ['Y'], listed: true, enabled: dated, run: play,
  }),
  nextYear: undoable({
    label: 'Next year', group: 'filter', shortcut: ['.'], listed: true, enabled: dated, run: (session) => stepYear(session, 1),
  }),
  previousYear: undoable({
    label: 'Previous year', group: 'filter', shortcut: [','], listed: true, enabled: dated, run: (session) => stepYear(session, -1),
  }),
  setSpeed: command<number>({ label: 'Set how fast time plays', group: 'filter', run: (session, speed) => session.setView({ speed }) }),
  nextSpeed: command({
    label: 'Play time faster, or slowly again', group: 'filter', listed: true, enabled: dated,
    run: (session) => session.setView({ speed: SPEEDS[(SPEEDS.findIndex((s) => s === session.get().view.speed) + 1) % SPEEDS.length]! }),
  }),
  toggleUntied: command({
    label: 'Unconnected entities in the period: hide, or draw pale',
    group: 'filter',
    listed: true,
    enabled: (s) => s.chart.filter.period !== undefined,
    run: (session) => session.setView({ untied: session.get().view.untied === 'gone' ? 'pale' : 'gone' }),
  }),
};

import { asOf, statuses, STATUSES_BY_DEFAULT, type Filter, type Period } from '../../model';
import { askHistogram, askTrace, keepStructure } from '../queries';
import type { Session } from '../session';
import { undoable } from './command';

/** The lists of a filter that a box ticks. */
export type FilterList = 'entityTypes' | 'relationshipTypes' | 'families' | 'statuses' | 'sources' | 'withoutSources';

/** What a step is called, and what it is one step with. */
interface Wording {
  label: string;
  merge?: string;
}

/**
 * Changes the filter of the chart. Time, and what sources count, are one for the whole screen: a trace that asked about the
 * same as the chart showed goes on doing so; one that was given a time or sources of its own keeps them.
 */
async function refine(session: Session, patch: Partial<Filter>, { label, merge }: Wording): Promise<void> {
  const before = session.get().filter;
  session.change(label, { filter: tidy({ ...before, ...patch }) }, merge === undefined ? {} : { merge });
  await Promise.all([followTime(session, before), keepStructure(session), ...(sameCounts(patch) ? [] : [askHistogram(session)])]);
}

/** Shows another time as a step of the history; with `trace` false the trace stays where it is until it is taken along. */
export async function showPeriod(session: Session, period: Period | undefined, { merge, trace = true }: { merge: string; trace?: boolean }): Promise<void> {
  if (trace) return refine(session, { period }, { label: periodLabel(period), merge });
  session.change(periodLabel(period), { filter: tidy({ ...session.get().filter, period }) }, { merge });
}

/** The same from a hand: what plays stops. */
function choosePeriod(session: Session, period: Period | undefined): Promise<void> {
  session.cancel('play');
  return showPeriod(session, period, { merge: 'period' });
}

/** Takes the trace along in time and in the sources that count, as far as it was in step with the chart before, and asks it again. */
export async function followTime(session: Session, before: Filter): Promise<void> {
  const { filter, trace } = session.get();
  const asked = trace.question.filter;
  const { period, certainly, withoutSources } = filter;
  const next = tidy({ ...asked, ...(samePeriod(before, asked) ? { period, certainly } : {}), ...(sameAside(before, asked) ? { withoutSources } : {}) });
  if (samePeriod(next, asked) && sameAside(next, asked)) return;
  session.setTrace({ question: { ...trace.question, filter: next } });
  await askTrace(session);
}

function sameAside({ withoutSources: a = [] }: Filter, { withoutSources: b = [] }: Filter): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function samePeriod(a: Filter, b: Filter): boolean {
  return a.period?.from === b.period?.from && a.period?.to === b.period?.to && (a.certainly ?? false) === (b.certainly ?? false);
}

/** The years are counted over all time, so that a period changes none of the counts. */
function sameCounts(patch: Partial<Filter>): boolean {
  return Object.keys(patch).every((key) => key === 'period' || key === 'certainly');
}

/** A filter without the fields that limit nothing. */
export function tidy(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([key, value]) => value !== undefined && value !== false && !(key === 'withoutSources' && (value as string[]).length === 0))) as Filter;
}

function periodLabel(period: Period | undefined): string {
  if (!period) return 'Show any time';
  return period.from === period.to ? `Show ${period.from}` : `Show ${period.from}–${period.to}`;
}

function toggleIn(session: Session, { list, value, all }: { list: FilterList; value: string; all: readonly string[] }): Promise<void> {
  const { filter } = session.get();
  const now: readonly string[] = filter[list] ?? (list === 'statuses' ? STATUSES_BY_DEFAULT : list === 'withoutSources' ? [] : all);
  const next = now.includes(value) ? now.filter((v) => v !== value) : [...now, value];
  const everything = list !== 'withoutSources' && list !== 'statuses' && all.every((v) => next.includes(v));
  return refine(session, { [list]: everything ? undefined : next }, { label: `Filter by ${value}` });
}

export const filterCommands = {
  setFilter: undoable<Partial<Filter>>({ label: 'Filter', group: 'filter', step: 'push', run: (session, patch) => refine(session, patch, { label: 'Filter' }) }),
  toggleInFilter: undoable<{ list: FilterList; value: string; all: readonly string[] }>({ label: 'Filter by', group: 'filter', step: 'push', run: toggleIn }),
  filterPeriod: undoable<Period | undefined>({ label: 'Show a period', group: 'filter', run: choosePeriod }),
  asOf: undoable<string | undefined>({ label: 'Show as of a date', group: 'filter', run: (session, date) => choosePeriod(session, date === undefined ? undefined : asOf(date)) }),
  toggleCertainly: undoable({
    label: 'Require certain dates, or allow uncertain ones', group: 'filter', step: 'push', listed: true, enabled: (s) => s.filter.period !== undefined,
    run: (session) => refine(session, { certainly: !session.get().filter.certainly }, { label: 'Change whether uncertain dates count' }),
  }),
  toggleDenied: undoable({
    label: 'Show denied relationships, or not', group: 'filter', step: 'push', listed: true,
    run: (session) => {
      const now = session.get().filter.statuses ?? STATUSES_BY_DEFAULT;
      const next = statuses.filter((s) => (s === 'denied' ? !now.includes(s) : now.includes(s)));
      const usual = next.length === STATUSES_BY_DEFAULT.length && !next.includes('denied');
      return refine(session, { statuses: usual ? undefined : next }, { label: next.includes('denied') ? 'Show denied' : 'Leave denied out' });
    },
  }),
  clearFilters: undoable({
    label: 'Clear all filters', group: 'filter', step: 'push', listed: true, enabled: (s) => Object.keys(s.filter).length > 0,
    run: async (session) => {
      const before = session.get().filter;
      session.change('Clear all filters', { filter: {} });
      await Promise.all([followTime(session, before), askHistogram(session), keepStructure(session)]);
    },
  }),
};

import { asOf, statuses, STATUSES_BY_DEFAULT, type Filter, type Period, type Status } from '../../model';
import { askHistogram, askQuestion, keepStructure, type AskOptions } from '../queries';
import type { Session } from '../session';
import { undoable } from './command';

/** The lists of a filter that a box ticks. */
type FilterList = 'entityTypes' | 'relationshipTypes' | 'families' | 'statuses' | 'sources' | 'withoutSources';

let refinements = 0;

/**
 * Changes the filter of the chart. Time, and what sources count, are one for the whole screen: a trace that asked about the
 * same as the chart showed goes on doing so; one that was given a time or sources of its own keeps them. What the trace then
 * draws is one step with the filter.
 */
async function refine(session: Session, patch: Partial<Filter>, label: string, merge = `filter ${++refinements}`): Promise<void> {
  const before = session.get().chart.filter;
  if (!changeFilter(session, patch, label, merge)) return;
  await Promise.all([
    followTime(session, before, { label, merge }), keepStructure(session), ...(sameCounts(patch) ? [] : [askHistogram(session)]),
  ]);
}

/** Gives whether it changed anything. */
function changeFilter(session: Session, patch: Partial<Filter>, label: string, merge: string): boolean {
  const { chart } = session.get();
  const filter = tidy({ ...chart.filter, ...patch });
  if (JSON.stringify(filter) === JSON.stringify(chart.filter)) return false;
  session.change(label, { chart: { ...chart, filter } }, { merge });
  return true;
}

/** Shows another time as a step of the history; with `trace` false the trace stays where it is until it is taken along. */
export async function showPeriod(
  session: Session, period: Period | undefined, { merge, trace = true }: { merge: string; trace?: boolean },
): Promise<void> {
  if (trace) return refine(session, { period }, periodLabel(period), merge);
  changeFilter(session, { period }, periodLabel(period), merge);
}

/** The same from a hand: what plays stops. */
function choosePeriod(session: Session, period: Period | undefined): Promise<void> {
  session.cancel('play');
  return showPeriod(session, period, { merge: 'period' });
}

/** Takes the trace along in time and in the sources that count, as far as it was in step with the chart before, and asks it again. */
export async function followTime(session: Session, before: Filter, options: AskOptions = {}): Promise<void> {
  const { chart: { filter }, trace } = session.get();
  const asked = trace.question.filter;
  const { period, certainly, withoutSources } = filter;
  const next = tidy({
    ...asked, ...(samePeriod(before, asked) ? { period, certainly } : {}), ...(sameAside(before, asked) ? { withoutSources } : {}),
  });
  if (samePeriod(next, asked) && sameAside(next, asked)) return;
  await askQuestion(session, { ...trace.question, filter: next }, options);
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
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([key, value]) => value !== undefined && value !== false && !(key === 'withoutSources' && (value as string[]).length === 0),
    ),
  ) as Filter;
}

/** The statuses that a filter admits, with "denied" if they are without it, else without. */
export function withDeniedOrNot(filter: Filter): Status[] {
  const now: readonly Status[] = filter.statuses ?? STATUSES_BY_DEFAULT;
  return statuses.filter((s) => (s === 'denied' ? !now.includes(s) : now.includes(s)));
}

function periodLabel(period: Period | undefined): string {
  if (!period) return 'Show any time';
  return period.from === period.to ? `Show ${period.from}` : `Show ${period.from}–${period.to}`;
}

function toggleIn(session: Session, { list, value, all }: { list: FilterList; value: string; all: readonly string[] }): Promise<void> {
  const { filter } = session.get().chart;
  const now: readonly string[] = filter[list] ?? (list === 'statuses' ? STATUSES_BY_DEFAULT : list === 'withoutSources' ? [] : all);
  const next = now.includes(value) ? now.filter((v) => v !== value) : [...now, value];
  const everything = list !== 'withoutSources' && list !== 'statuses' && all.every((v) => next.includes(v));
  return refine(session, { [list]: everything ? undefined : next }, `Filter by ${value}`);
}

export const filterCommands = {
  setFilter: undoable<Partial<Filter>>({
    label: 'Filter', group: 'filter', step: 'push', run: (session, patch) => refine(session, patch, 'Filter'),
  }),
  toggleInFilter: undoable<{ list: FilterList; value: string; all: readonly string[] }>({
    label: 'Filter by', group: 'filter', step: 'push', run: toggleIn,
  }),
  filterPeriod: undoable<Period | undefined>({ label: 'Show a period', group: 'filter', run: choosePeriod }),
  asOf: undoable<string | undefined>({
    label: 'Show as of a date', group: 'filter', run: (session, date) => choosePeriod(session, date === undefined ? undefined : asOf(date)),
  }),
  toggleCertainly: undoable({
    label: 'Require certain dates, or allow uncertain ones',
    group: 'filter',
    step: 'push',
    listed: true,
    enabled: (s) => s.chart.filter.period !== undefined,
    run: (session) => refine(session, { certainly: !session.get().chart.filter.certainly }, 'Change whether uncertain dates count'),
  }),
  toggleDenied: undoable({
    label: 'Show denied relationships, or not', group: 'filter', step: 'push', listed: true,
    run: (session) => {
      const next = withDeniedOrNot(session.get().chart.filter);
      const usual = next.length === STATUSES_BY_DEFAULT.length && !next.includes('denied');
      return refine(session, { statuses: usual ? undefined : next }, next.includes('denied') ? 'Show denied' : 'Leave denied out');
    },
  }),
  clearFilters: undoable({
    label: 'Clear all filters',
    group: 'filter',
    step: 'push',
    listed: true,
    enabled: (s) => Object.keys(s.chart.filter).length > 0,
    run: (session) =>
      refine(session, Object.fromEntries(Object.keys(session.get().chart.filter).map((field) => [field, undefined])), 'Clear all filters'),
  }),
};

import { applyDiff, diffBetween, invertDiff, isEmptyDiff, type Diff, type Filter, type Selection } from '../../model';
import type { ChartState, TraceState, WorkspaceState } from '../state';

/** What undo takes back. The trace is part of it only where a change lays a route out or leaves it. */
export interface Undoable {
  chart: ChartState;
  filter: Filter;
  selection: Selection | undefined;
  trace?: TraceState;
}

/** One field before and after. */
interface Replaced<T> {
  readonly before: T;
  readonly after: T;
}

const KEYED = ['entities', 'relationships', 'sources', 'positions', 'expanded', 'ventures', 'joined', 'decided', 'gathered'] as const;
const SETS = ['pinned', 'hidden'] as const;
type Keyed = (typeof KEYED)[number];
type SetField = (typeof SETS)[number];

type LayoutFields = Pick<ChartState, 'layout' | 'before' | 'perspective' | 'shown'>;

/** A change to what undo takes back, as diffs that can be inverted. */
export interface Change {
  readonly keyed: Partial<Record<Keyed, Diff<unknown>>>;
  readonly sets: Partial<Record<SetField, Diff<true>>>;
  readonly layout?: Replaced<LayoutFields>;
  readonly filter?: Replaced<Filter>;
  readonly selection?: Replaced<Selection | undefined>;
  readonly trace?: Replaced<TraceState>;
}

/** The part of the state that undo takes back; without the trace. */
export function undoableOf({ chart, filter, selection }: WorkspaceState): Undoable {
  return { chart, filter, selection };
}

/** What turns one into the other. A trace counts where both have one. */
export function changeBetween(before: Undoable, after: Undoable): Change {
  const laidOut = (['layout', 'before', 'perspective', 'shown'] as const).some((field) => before.chart[field] !== after.chart[field]);
  return {
    keyed: diffs(KEYED, (field) => diffBetween<unknown>(before.chart[field], after.chart[field])),
    sets: diffs(SETS, (field) => diffBetween(asMap(before.chart[field]), asMap(after.chart[field]))),
    ...(laidOut ? { layout: { before: layoutOf(before.chart), after: layoutOf(after.chart) } } : {}),
    ...(before.filter === after.filter ? {} : { filter: { before: before.filter, after: after.filter } }),
    ...(before.selection === after.selection ? {} : { selection: { before: before.selection, after: after.selection } }),
    ...(before.trace && after.trace && before.trace !== after.trace ? { trace: { before: before.trace, after: after.trace } } : {}),
  };
}

function diffs<Field extends string, T>(fields: readonly Field[], diffOf: (field: Field) => Diff<T>): Partial<Record<Field, Diff<T>>> {
  const entries = fields.map((field) => [field, diffOf(field)] as const).filter(([, diff]) => !isEmptyDiff(diff));
  return Object.fromEntries(entries) as Partial<Record<Field, Diff<T>>>;
}

function layoutOf({ layout, before, perspective, shown }: ChartState): LayoutFields {
  return { layout, ...(before ? { before } : {}), ...(perspective === undefined ? {} : { perspective }), ...(shown ? { shown } : {}) };
}

function asMap(ids: ReadonlySet<string>): ReadonlyMap<string, true> {
  return new Map([...ids].map((id) => [id, true]));
}

/** Whether a change leaves everything as it is. */
export function isEmptyChange({ keyed, sets, layout, filter, trace, selection }: Change): boolean {
  return Object.keys(keyed).length === 0 && Object.keys(sets).length === 0 && !layout && !filter && !trace && !selection;
}

/** The change that takes a change back. */
export function invertChange(change: Change): Change {
  return {
    keyed: mapped(change.keyed, invertDiff),
    sets: mapped(change.sets, invertDiff),
    ...(change.layout ? { layout: swapped(change.layout) } : {}),
    ...(change.filter ? { filter: swapped(change.filter) } : {}),
    ...(change.selection ? { selection: swapped(change.selection) } : {}),
    ...(change.trace ? { trace: swapped(change.trace) } : {}),
  };
}

function swapped<T>({ before, after }: Replaced<T>): Replaced<T> {
  return { before: after, after: before };
}

function mapped<Field extends string, T>(of: Partial<Record<Field, Diff<T>>>, turn: (diff: Diff<T>) => Diff<T>): Partial<Record<Field, Diff<T>>> {
  return Object.fromEntries(Object.entries<Diff<T> | undefined>(of).map(([field, diff]) => [field, turn(diff!)])) as Partial<Record<Field, Diff<T>>>;
}

/** What a change makes of the state. Cost O(size of the collections that it touches). */
export function applyChange(to: Undoable, change: Change): Undoable {
  const { before: _before, perspective: _perspective, shown: _shown, ...rest } = to.chart;
  const chart = change.layout ? { ...rest, ...change.layout.after } : to.chart;
  const keyed = Object.entries(change.keyed).map(([field, diff]) => [field, applyDiff<unknown>(to.chart[field as Keyed], diff)]);
  const sets = Object.entries(change.sets).map(([field, diff]) => [field, new Set(applyDiff(asMap(to.chart[field as SetField]), diff).keys())]);
  return {
    chart: { ...chart, ...Object.fromEntries([...keyed, ...sets]) } as ChartState,
    filter: change.filter ? change.filter.after : to.filter,
    selection: change.selection ? change.selection.after : to.selection,
    ...(change.trace ? { trace: change.trace.after } : {}),
  };
}

import { applyDiff, diffBetween, invertDiff, isEmptyDiff, type Diff, type Edits, type EditStep, type Selection } from '../../model';
import type { ChartState, TraceState, WorkspaceState } from '../state';

/** What undo takes back. The trace is part of it only where a change lays a route out or leaves it. */
export interface Undoable {
  chart: ChartState;
  edits: Edits;
  /** The steps of editing: one that is taken back was never taken. */
  log: readonly EditStep[];
  selection: Selection | undefined;
  trace?: TraceState;
}

/** A field before and after: of a map or a set what came to it and left it, of anything else the whole. */
type FieldChange =
  | { readonly kind: 'map' | 'set'; readonly diff: Diff<unknown> }
  | { readonly kind: 'value'; readonly before: unknown; readonly after: unknown };
type Fields = Readonly<Record<string, unknown>>;
type FieldChanges = ReadonlyMap<string, FieldChange>;

/** A change to what undo takes back, that can be inverted: by field, of the chart and beside it. */
export interface Change {
  readonly chart: FieldChanges;
  readonly beside: FieldChanges;
}

/** The part of the state that undo takes back; without the trace. */
export function undoableOf({ chart, edits, log, selection }: WorkspaceState): Undoable {
  return { chart, edits, log, selection };
}

/**
 * What turns one into the other, whatever fields a chart has. A trace counts where both have one.
 * Cost O(size of the collections that differ).
 */
export function changeBetween(before: Undoable, after: Undoable): Change {
  const beside = ({ chart: _chart, trace, ...rest }: Undoable) => ({ ...rest, ...(before.trace && after.trace ? { trace } : {}) });
  return { chart: fieldChanges({ ...before.chart }, { ...after.chart }), beside: fieldChanges(beside(before), beside(after)) };
}

function fieldChanges(before: Fields, after: Fields): FieldChanges {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return new Map(names.flatMap((name) => {
    const change = before[name] === after[name] ? undefined : fieldChange(before[name], after[name]);
    return change ? [[name, change] as const] : [];
  }));
}

function fieldChange(before: unknown, after: unknown): FieldChange | undefined {
  const [was, is] = [asMap(before), asMap(after)];
  if (!was || !is) return { kind: 'value', before, after };
  const diff = diffBetween(was, is);
  return isEmptyDiff(diff) ? undefined : { kind: before instanceof Set ? 'set' : 'map', diff };
}

function asMap(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (value instanceof Map) return value as ReadonlyMap<string, unknown>;
  return value instanceof Set ? new Map([...(value as ReadonlySet<string>)].map((id) => [id, true])) : undefined;
}

/** Whether a change leaves everything as it is. */
export function isEmptyChange({ chart, beside }: Change): boolean {
  return chart.size === 0 && beside.size === 0;
}

/** The change that takes a change back. */
export function invertChange({ chart, beside }: Change): Change {
  return { chart: inverted(chart), beside: inverted(beside) };
}

function inverted(changes: FieldChanges): FieldChanges {
  return new Map(
    [...changes].map(([name, change]) => [
      name,
      change.kind === 'value'
        ? { kind: 'value', before: change.after, after: change.before }
        : { kind: change.kind, diff: invertDiff(change.diff) },
    ]),
  );
}

/** What a change makes of the state. Cost O(size of the collections that it touches). */
export function applyChange({ chart, ...beside }: Undoable, change: Change): Undoable {
  return {
    ...(withFields(beside, change.beside) as Omit<Undoable, 'chart'>),
    chart: withFields({ ...chart }, change.chart) as unknown as ChartState,
  };
}

function withFields(fields: Fields, changes: FieldChanges): Fields {
  const next: Record<string, unknown> = { ...fields };
  for (const [name, change] of changes) {
    const value = applied(fields[name], change);
    if (value === undefined && name !== 'selection') delete next[name];
    else next[name] = value;
  }
  return next;
}

function applied(value: unknown, change: FieldChange): unknown {
  if (change.kind === 'value') return change.after;
  const map = applyDiff(asMap(value)!, change.diff);
  return change.kind === 'set' ? new Set(map.keys()) : map;
}

import type { ChartState, OwnershipState, Records, TraceState, ViewState, WorkspaceState } from './state';

export const NO_RECORDS: Records = { entities: new Map(), relationships: new Map(), sources: new Map() };

export const EMPTY_CHART: ChartState = {
  entities: new Map(), relationships: new Map(), sources: new Map(), positions: new Map(),
  pinned: new Set(), hidden: new Set(), expanded: new Map(), layout: 'organic', ventures: new Map(), joined: new Map(), decided: new Map(), gathered: new Map(),
};

export const IDLE_TRACE: TraceState = {
  question: { from: '', to: '', k: 10, maxHops: 6, direction: 'any', filter: {}, avoid: [], places: false },
  phase: 'idle',
  only: false,
  records: NO_RECORDS,
};

export const IDLE_OWNERSHIP: OwnershipState = { listed: [], phase: 'idle', records: NO_RECORDS, positions: new Map(), drawn: false };

export const FIRST_VIEW: ViewState = { mode: 'chart', table: 'entities', theme: 'system', left: true, right: true, bottom: true, asking: 'trace', untied: 'gone', speed: 1 };

/** A screen on which nothing is open yet. */
export function initialState(view: ViewState = FIRST_VIEW): WorkspaceState {
  return {
    chart: EMPTY_CHART, filter: {}, trace: IDLE_TRACE, ownership: IDLE_OWNERSHIP, search: { text: '', hits: [], asking: false }, histogram: [],
    view, jobs: new Map(), notices: [], history: { undo: [], redo: [] },
  };
}

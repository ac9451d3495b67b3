import { NO_EDITS, NO_IDS, NO_RECORDS } from '../model';
import { EMPTY_CHART } from './chart/document';
import { pictureChoice } from './persistence/pictureChoice';
import type { EntryState, OwnershipState, TraceState, ViewState, WorkspaceState } from './state';

export const IDLE_TRACE: TraceState = {
  question: { from: '', to: '', k: 10, maxHops: 6, direction: 'any', filter: {}, avoid: [], places: false },
  phase: 'idle',
  only: false,
  named: NO_IDS,
};

export const IDLE_OWNERSHIP: OwnershipState = { listed: [], phase: 'idle', named: NO_IDS, positions: new Map(), drawn: false };

export const FIRST_VIEW: ViewState = {
  mode: 'chart', table: 'entities', rows: 'drawn', theme: 'system', left: true, right: true, bottom: true, asking: 'trace',
  untied: 'gone', speed: 1,
  picture: pictureChoice.parse({}),
};

export const IDLE_ENTRY: EntryState = { text: '', completions: [], chosen: 0, confirm: false };

/** A screen on which nothing is open yet. */
export function initialState(view: ViewState = FIRST_VIEW): WorkspaceState {
  return {
    records: NO_RECORDS,
    chart: EMPTY_CHART,
    edits: NO_EDITS,
    log: [],
    notes: new Map(),
    entry: IDLE_ENTRY,
    selected: new Set(),
    trace: IDLE_TRACE,
    ownership: IDLE_OWNERSHIP,
    search: { text: '', hits: [], asking: false },
    histogram: [],
    view,
    jobs: new Map(),
    notices: [],
    history: { undo: [], redo: [] },
  };
}

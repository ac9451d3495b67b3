import type { StoreApi } from 'zustand/vanilla';
import {
  editedRecords, editKey, MOST_STEPS, NO_EDITS, recordChanges, recordsOf, revisedRecords, TimeLeft, withRecords,
  type AnyRecord, type DatasetPart, type Edits, type OnProgress, type Records,
} from '../model';
import type { CallOptions } from '../store';
import type { WorkspaceEvents } from './events';
import { changeBetween, isEmptyChange, labelsOf, NO_HISTORY, remember, undoableOf, type History, type Undoable } from './history';
import { NO_DECISIONS, revisionBetween } from './matching/decision';
import type { OwnFileInHand } from './ownFile/ownFileInHand';
import type { DataSource, OpenStore, UserSource, WorkspaceDeps } from './platform';
import type { Job, Notice, OwnershipState, TraceState, ViewState, WorkspaceState } from './state';

/** A question was put while no dataset was open. */
class NothingOpenError extends Error {
  override readonly name = 'NothingOpenError';
  constructor() {
    super('No dataset is open. Open a case or a file first.');
  }
}

/** How a change is remembered. Changes with the same `merge` that follow one another are one step. */
export interface ChangeOptions {
  merge?: string;
}

/**
 * What commands work with: the state, the platform, and the long work under way. Commands change the state only
 * through it.
 */
export class Session {
  store: OpenStore | undefined;
  source: DataSource | undefined;
  /** The file of the user's that was imported last: it waits to be opened, was opened, or could not be. */
  imported: UserSource | undefined;
  /** Whether it takes the place of what is open, comes to stand beside it, or is rows to be entered under the active source. */
  importedAs: 'instead' | 'beside' | 'rows' = 'instead';
  /** How to write into the file that was imported last, where the browser allows it. */
  importedHandle: unknown;
  /** The file of the user's that the work is saved in. */
  own: OwnFileInHand | undefined;
  /** Stops saving in it after each change. */
  stopFollowing: (() => void) | undefined;
  /** The file that what is open is compared with. */
  compared: UserSource | undefined;
  /** The name by which the bytes of an opened file are kept. */
  stamp = '';
  /** The name of the tab that this page is in. */
  tab = '';
  /** Under which key the work is kept that was in hand before the last opening. */
  before: string | undefined;
  /** The edits with which the open source was opened: the store has them already. */
  openedEdits: Edits = NO_EDITS;
  /** Records as they were told before they were edited, by the key of the edit. */
  private unedited = new Map<string, AnyRecord>();
  history: History = NO_HISTORY;
  /** The state is being set to what it was, or was to become again: what follows from it is no step of its own. */
  travelling = false;
  /** What follows from changes and is not done yet. */
  private following: Promise<unknown> | undefined;
  /** Width over height of the room that the chart has; the canvas tells. */
  aspect = 1.2;
  private readonly running = new Map<string, AbortController>();
  private lastNotice = 0;

  constructor(
    readonly state: StoreApi<WorkspaceState>,
    readonly events: WorkspaceEvents,
    readonly deps: WorkspaceDeps,
  ) {}

  get(): WorkspaceState {
    return this.state.getState();
  }

  /** Adds to what follows from a change, as the store being told of it. */
  follow(work: Promise<unknown>): void {
    this.following = Promise.all([this.following, work]);
  }

  /** Waits until all that follows from changes is done, those that come meanwhile among them. */
  async settled(): Promise<void> {
    let waited: Promise<unknown> | undefined;
    while (this.following !== waited) await (waited = this.following);
  }

  /** Changes what undo does not take back. */
  set(patch: Partial<WorkspaceState>): void {
    this.state.setState({ ...patch, ...this.keptInStep(patch) });
  }

  /**
   * Makes records of the dataset known; those that are known stay the same objects.
   * What was taken away meanwhile does not come back with an earlier answer.
   */
  addRecords(part: Partial<DatasetPart>): void {
    const { records, edits } = this.get();
    const there = <L extends 'entities' | 'relationships' | 'sources'>(list: L) =>
      (part[list] ?? []).filter(({ id }) => edits.get(editKey(list, id))?.record !== null) as DatasetPart[L];
    const known = withRecords(
      records, recordsOf({ entities: there('entities'), relationships: there('relationships'), sources: there('sources') }),
    );
    if (known !== records) this.set({ records: known });
  }

  /**
   * The records as accepted matches and edits leave them, where either is another than before, or a chart comes with records of its own.
   * As in the store, edits lie over matches: what is no longer edited is as it was told first, or as its match makes it.
   */
  private keptInStep({ edits: asked, chart: drawn, records: given }: Partial<WorkspaceState>): { records?: Records } {
    const before = this.get();
    const [edits, decided] = [asked ?? before.edits, drawn?.decided ?? before.chart.decided];
    const anew = given !== undefined && (asked !== undefined || drawn !== undefined);
    const held = anew ? NO_DECISIONS : before.chart.decided;
    const revision = held === decided ? undefined : revisionBetween(held, decided);
    if (!anew && !revision)
      return edits === before.edits ? {} : { records: editedRecords(given ?? before.records, before.edits, edits, this.unedited) };
    const unedited = anew ? given : editedRecords(before.records, before.edits, NO_EDITS, this.unedited);
    this.unedited = new Map();
    return { records: editedRecords(revision ? revisedRecords(unedited, revision) : unedited, NO_EDITS, edits, this.unedited) };
  }

  setView(patch: Partial<ViewState>): void {
    this.set({ view: { ...this.get().view, ...patch } });
  }

  setTrace(patch: Partial<TraceState>): void {
    this.set({ trace: { ...this.get().trace, ...patch } });
  }

  /**
   * Changes chart, edits or selection as one step that undo takes back under this label. What changes nothing is no step.
   * Throws `ElsewhereError` where it would change work that another tab has.
   */
  change(label: string, patch: Partial<Undoable>, { merge }: ChangeOptions = {}): void {
    const state = this.get();
    if (state.elsewhere && changesWork(state, patch)) throw new ElsewhereError();
    const last = this.history.undo.at(-1);
    const traced = patch.trace !== undefined || (merge !== undefined && last?.merge === merge && last.change.beside.has('trace'));
    const before: Undoable = { ...undoableOf(state), ...(traced ? { trace: state.trace } : {}) };
    const after: Undoable = { ...before, ...patch, ...this.logged(label, patch) };
    const change = changeBetween(before, after);
    const goesOn = merge !== undefined && last?.merge === merge && this.history.redo.length === 0;
    if (isEmptyChange(change) && !(goesOn && patch.trace !== undefined)) return;
    this.history = remember(this.history, { label, change, ...(merge === undefined ? {} : { merge }) }, before, after);
    this.set({ ...after, history: labelsOf(this.history) });
  }

  /** What a change does to the data is remembered, and is part of the step: undo takes it back as well. */
  private logged(label: string, { edits: after }: Partial<Undoable>): Partial<Undoable> {
    const { edits: before, log, records, notes, view: { editor } } = this.get();
    if (after === undefined || after === before) return {};
    const known = { ...records, notes };
    const changes = recordChanges(before, after, (list, id) => this.unedited.get(editKey(list, id)) ?? known[list].get(id));
    if (changes.length === 0) return {};
    const step = { at: this.deps.now(), label, ...(editor === undefined ? {} : { by: editor }), changes };
    return { log: [...log, step].slice(-MOST_STEPS) };
  }

  setOwnership(patch: Partial<OwnershipState>): void {
    this.set({ ownership: { ...this.get().ownership, ...patch } });
  }

  /** The open store. */
  opened(): OpenStore {
    if (!this.store) throw new NothingOpenError();
    return this.store;
  }

  /**
   * Runs long work under a name: it is listed among the jobs, work of the same name that still runs is cancelled, and
   * the answer of cancelled work is never used (it rejects with the reason).
   */
  async job<T>(name: string, label: string, work: (ask: Required<CallOptions>) => Promise<T>): Promise<T> {
    this.cancel(name);
    const controller = new AbortController();
    const cancel = () => controller.abort(new CancelledError(label));
    const left = new TimeLeft(this.deps.now());
    const onProgress: OnProgress = (done, detail) => {
      if (this.running.get(name) !== controller) return;
      const secondsLeft = left.after(done, this.deps.now());
      this.list(name, { label, done, ...(detail ? { detail } : {}), ...(secondsLeft === undefined ? {} : { secondsLeft }), cancel });
    };
    this.running.set(name, controller);
    this.list(name, { label, cancel });
    try {
      const answer = await work({ signal: controller.signal, onProgress });
      controller.signal.throwIfAborted();
      return answer;
    } finally {
      if (this.running.get(name) === controller) this.unlist(name);
    }
  }

  /** Cancels the work of this name, if it runs. */
  cancel(name: string): void {
    this.running.get(name)?.abort(new CancelledError(name));
  }

  /** Cancels everything that runs, except the work of one name. */
  cancelAll(except?: string): void {
    for (const name of this.running.keys()) if (name !== except) this.cancel(name);
  }

  notify(tone: Notice['tone'], text: string, action?: Notice['action']): void {
    const notice: Notice = { id: ++this.lastNotice, tone, text, ...(action ? { action } : {}) };
    this.set({ notices: [...this.get().notices.filter((n) => n.text !== text), notice] });
  }

  private list(name: string, job: Job): void {
    this.set({ jobs: new Map(this.get().jobs).set(name, job) });
  }

  private unlist(name: string): void {
    this.running.delete(name);
    const jobs = new Map(this.get().jobs);
    jobs.delete(name);
    this.set({ jobs });
  }
}

/** The work in hand was to be changed while another tab works on it. */
class ElsewhereError extends Error {
  override readonly name = 'ElsewhereError';
  constructor() {
    super('This case is worked on in another tab, so nothing was changed here. Press “Work here” to go on in this one.');
  }
}

/** What of a chart is only how it is looked at. */
const LOOKS: ReadonlySet<string> = new Set([
  'entities', 'relationships', 'positions', 'pinned', 'hidden', 'expanded', 'layout', 'perspective', 'shown', 'ventures', 'joined',
  'filter', 'gathered', 'group', 'before',
]);

/** Whether a change is more than another look at what is there. */
function changesWork(state: WorkspaceState, { edits, log, chart }: Partial<Undoable>): boolean {
  if ((edits && edits !== state.edits) || (log && log !== state.log)) return true;
  const [before, after] = [state.chart, chart ?? state.chart] as unknown as Record<string, unknown>[];
  return Object.keys({ ...before, ...after }).some((field) => !LOOKS.has(field) && before![field] !== after![field]);
}

/** Work was cancelled: by the user, or because newer work took its place. Nothing to be told about. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor(readonly work: string) {
    super(`Cancelled: ${work}.`);
  }
}

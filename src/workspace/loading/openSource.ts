import { chartOfSnapshot, idsOf, NO_EDITS, partOfWork, recordsOf, type DatasetPart } from '../../model';
import { StoreFailedError, type CallOptions, type GraphStore } from '../../store';
import { chartOf, EMPTY_DOCUMENT, organic, perspectiveChart } from '../chart';
import { IDLE_ENTRY, IDLE_OWNERSHIP, IDLE_TRACE } from '../initialState';
import type { DataSource, OpenStore, StoreOpening } from '../platform';
import { keepCaptured, keptBase, keptCopy } from '../persistence';
import { NO_HISTORY } from '../history';
import { canShow, clearedPanels, PANELS, type Panel } from '../panels';
import { CancelledError, type Session } from '../session';
import type { ChartState, OpenDataset, OpenReport, WorkspaceState } from '../state';
import { chartAsLeft } from './chartAsLeft';
import { fittedViews } from './fittedViews';
import { lastingStore } from './lastingStore';
import { citedPart, firstPart, openedPart } from './firstPart';

export type OpenedSource = NonNullable<StoreOpening['opened']>;

/** What a source replaces the screen with. Nothing of it is shown before all of it is there. */
export type Shown = Pick<WorkspaceState, 'dataset' | 'records' | 'chart' | 'trace'> & Partial<Pick<WorkspaceState,
  | 'selection' | 'ownership' | 'camera' | 'edits' | 'log' | 'entry' | 'elsewhere'>>;

export interface OpenOptions {
  /** The content of the file does not tell for sure what it is. */
  doubtful?: boolean;
  /** By which the source is kept; a new one if left out. */
  stamp?: string;
  /** What to show of it; a fresh chart if left out. */
  show?: (opened: OpenedSource, ask: Required<CallOptions>) => Promise<Shown>;
}

/** How much of an opening is done when the store has it (0–1); the rest is its first chart. */
const STORED = 0.9;

/**
 * Opens a source in place of what is open. One that cannot be opened changes nothing but the report. Gives whether it
 * was opened.
 */
export async function openSource(
  session: Session, source: DataSource, { stamp = `${session.deps.now()}-${session.tab}`, show, doubtful = false }: OpenOptions = {},
): Promise<boolean> {
  const label = `Opening ${source.name}`;
  const result = await session
    .job('open', label, async (ask) => {
      const { opening, used } = await openWithBase(session, source, partOfWork(ask, 0, STORED, 'Reading'));
      const { opened } = opening;
      if (!opened) return { opening, used };
      const drawn = shownOf(session, source, opened, partOfWork(ask, STORED, 1, 'Drawing'), show);
      return { opening, used, shown: await unlessLost(opened.store, drawn) };
    })
    .catch((error: unknown) => {
      if (error instanceof CancelledError && error.work === label)
        session.notify('info', `“${source.name}” was not opened: it was cancelled. The chart is as it was.`);
      throw error;
    });
  if (!result.shown) {
    const report = reportOf(source.name, false, doubtful, result.opening);
    session.set({ report, lastReport: report });
    return false;
  }
  session.source = result.used;
  session.stamp = stamp;
  replace(session, result.used, result.opening, result.shown, doubtful);
  const { files } = result.opening.opened!;
  if (files) await keepCaptured(session, files);
  if (!show) sayWhatIsShown(session);
  sayWhatIsMissing(session);
  return true;
}

/**
 * Opens a source, and with a case the base on which it stands, where the browser keeps that. `used`: with all that was opened; a packed
 * file is told by what it holds.
 */
async function openWithBase(
  session: Session, source: DataSource, ask: Required<CallOptions>,
): Promise<{ opening: StoreOpening; used: DataSource }> {
  const opening = await session.deps.openStore(source, ask);
  const { base, packed, store } = opening.opened ?? {};
  if (source.kind !== 'file') return { opening, used: source };
  if (packed !== undefined) return { opening, used: { ...source, packed } };
  const blob = base && !base.there ? await keptBase(session, base.sha256) : undefined;
  if (!base || !blob) return { opening, used: source };
  const used = { ...source, base: { name: base.name, blob, sha256: base.sha256 } };
  const withBase = await session.deps.openStore(used, ask);
  if (!withBase.opened) return { opening, used: source };
  await store!.close();
  return { opening: withBase, used };
}

/** A case whose base is not at hand is open alone; the user is told which file is missing. */
function sayWhatIsMissing(session: Session): void {
  const { dataset } = session.get();
  const base = dataset?.base;
  if (!base || base.there) return;
  const mib = Math.ceil(base.bytes / 1024 / 1024);
  session.notify(
    'info',
    `${dataset.description.title} stands on “${base.name}” (${mib.toLocaleString('en')} MiB), which is not kept in this browser. `
    + `Drop that file on the window, and both are asked as one. Until then only what the case itself holds is open.`,
  );
}

async function shownOf(
  session: Session, source: DataSource, opened: OpenedSource, ask: Required<CallOptions>, show: OpenOptions['show'],
): Promise<Shown> {
  const fitted = opened.views ? { ...opened, perspectives: await fittedViews(session, opened, opened.views, ask) } : opened;
  return show ? show(fitted, ask) : firstChart(session, source, fitted, ask);
}

/** A store whose chart came to nothing is closed; the one before it stays in use. */
async function unlessLost(store: GraphStore, shown: Promise<Shown>): Promise<Shown> {
  try {
    return await shown;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function replace(session: Session, source: DataSource, opening: StoreOpening, shown: Shown, doubtful: boolean): void {
  session.cancelAll();
  void session.store?.close();
  const { stamp } = session;
  const edits = shown.edits ?? NO_EDITS;
  session.store = lastingStore(opening.opened!.store, async (ask) => {
    const store = await openedAgain(session, source, stamp, ask);
    if (edits.size > 0) await store.edit?.({ edits: [...edits.values()] }, ask);
    return store;
  });
  session.history = NO_HISTORY;
  session.openedEdits = edits;
  session.own = undefined;
  const report = reportOf(source.name, true, doubtful, opening);
  session.set({
    selection: undefined,
    looking: undefined,
    hover: undefined,
    search: { text: '', hits: [], asking: false },
    histogram: [],
    structure: undefined,
    overview: undefined,
    pointedRing: undefined,
    ...clearedPanels(),
    replacing: undefined,
    cells: undefined,
    camera: undefined,
    edits: NO_EDITS,
    log: [],
    notes: new Map(),
    entry: IDLE_ENTRY,
    editing: undefined,
    kept: undefined,
    ownFile: undefined,
    elsewhere: undefined,
    ...shown,
    history: { undo: [], redo: [] },
    ...(source.kind === 'bundled'
      ? { report: undefined, lastReport: undefined }
      : { report: opening.report.issues.length > 0 ? report : undefined, lastReport: report }),
  });
  const front: Panel = PANELS[session.get().view.asking];
  session.setView({ below: undefined });
  if (front.tab === 'asked' || !canShow(front, session.get())) session.setView({ asking: 'trace' });
  if (!shown.camera) session.events.emit('fit', {});
}

/** The same source in a store anew: from where it was, else from the copy that the browser keeps of it. */
async function openedAgain(session: Session, source: DataSource, stamp: string, ask: CallOptions): Promise<OpenStore> {
  const { opened, report } = await session.deps.openStore(source, ask);
  if (opened) return opened.store;
  const copy = await keptCopy(session, source, stamp);
  const again = copy && (await session.deps.openStore(copy, ask)).opened;
  if (again) return again.store;
  throw new StoreFailedError(`“${source.name}” cannot be read again: ${report.issues[0]!.message} Open it again from where it is.`);
}

/** Of a large dataset not everything is drawn; the user is told what to do about it. */
function sayWhatIsShown(session: Session): void {
  const { dataset, chart } = session.get();
  const all = dataset!.description.entities;
  if (chart.entities.size === all || chart.perspective !== undefined || dataset!.fromSnapshot || dataset!.charts?.length) return;
  const drawn = chart.entities.size;
  session.notify(
    'info',
    `${drawn} of the ${all.toLocaleString('en')} entities of ${dataset!.description.title} are on the chart: the best connected ones. `
    + `To go on, search for a name (/), expand an entity (E) or trace between two (T); or look at the whole in groups (M).`,
    { label: 'Overview', command: 'showOverview' },
  );
}

function reportOf(
  file: string, opened: boolean, doubtful: boolean, { report: { entities, relationships, claims, sources, ...rest } }: StoreOpening,
): OpenReport {
  return { file, opened, counts: { entities, relationships, claims, sources }, ...rest, ...(doubtful ? { doubtful } : {}) };
}

async function firstChart(session: Session, source: DataSource, opened: OpenedSource, ask: Required<CallOptions>): Promise<Shown> {
  const dataset = datasetOf(source, opened);
  if (opened.snapshot) return { dataset, ...(await frozenChart(opened, opened.snapshot, ask)) };
  const [own] = opened.charts ?? [];
  if (own) {
    const { chart, part } = await chartAsLeft(session, own.chart, opened, ask);
    return { dataset, records: recordsOf(part), chart, trace: IDLE_TRACE };
  }
  const [first] = opened.perspectives ?? [];
  const part = first ? await openedPart(opened, Object.keys(first.positions), ask) : await firstPart(opened, ask);
  return {
    dataset, records: recordsOf(part), chart: first ? perspectiveChart(first, part) : await drawn(session, part, ask), trace: IDLE_TRACE,
  };
}

/** What the screen says of what is open. */
export function datasetOf(source: DataSource, { description, perspectives, snapshot, charts, base }: OpenedSource): OpenDataset {
  return {
    description,
    ...(source.kind === 'bundled' ? { bundled: source.name } : {}),
    ...(source.kind === 'server' ? { onServer: true as const } : {}),
    ...(source.kind === 'combined' ? { files: source.parts.map((p) => p.name) } : {}),
    ...(perspectives && perspectives.length > 0 ? { perspectives } : {}),
    ...(charts ? { charts } : {}), ...(base ? { base } : {}),
    ...(snapshot
      ? {
          fromSnapshot: {
            title: snapshot.title, origin: snapshot.origin.title, ...(snapshot.hidden === undefined ? {} : { hidden: snapshot.hidden }),
          },
        }
      : {}),
  };
}

/** A chart of a part, laid out. */
async function drawn(session: Session, part: DatasetPart, ask: Required<CallOptions>): Promise<ChartState> {
  const chart = chartOf(EMPTY_DOCUMENT, part);
  if (part.entities.length === 0) return chart;
  return { ...chart, positions: await organic(session, part, chart, ask) };
}

/** What a snapshot froze. */
export async function frozenChart(
  { store, part }: OpenedSource, snapshot: NonNullable<OpenedSource['snapshot']>, ask: CallOptions,
): Promise<Omit<Shown, 'dataset'>> {
  const { chart: { camera }, selection, trace, ownership } = snapshot;
  const document = chartOfSnapshot(snapshot);
  const whole = part ?? (await store.part({ ids: 'all' }, ask));
  const named = idsOf(whole);
  const { active, answer, only, question, between, ringed, setAside, chains } = trace ?? {};
  const about = { ringed, setAside, chains, ...(between ? { between: { phase: 'answered' as const, answer: between } } : {}) };
  return {
    ...(selection ? { selection } : {}), ...(camera ? { camera } : {}),
    ...(ownership
      ? {
          ownership: {
            ...IDLE_OWNERSHIP, ...ownership, entity: ownership.answer.entity, asOf: ownership.answer.asOf,
            listed: ownership.question.listed ?? [], phase: 'answered' as const, named, positions: document.positions, drawn: true,
          },
        }
      : {}),
    records: recordsOf(whole), chart: chartOf(document, citedPart(whole, new Set(document.positions.keys()))),
    trace: question
      ? {
          ...IDLE_TRACE, question, phase: 'answered', answer: answer!, only: only ?? false, named, ...about,
          ...(active === undefined ? {} : { active }),
        }
      : IDLE_TRACE,
  };
}

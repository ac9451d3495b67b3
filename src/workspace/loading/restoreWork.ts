import { askHistogram, askNotes, askTrace, keepStructure, lookAtTies, nameEnds, NO_ROUTE } from '../queries';
import { NO_EDITS, NO_RECORDS, recordsOf, withEdits, withRecords } from '../../model';
import { IDLE_ENTRY, IDLE_TRACE } from '../initialState';
import type { CallOptions } from '../../store';
import { chartAsLeft } from './chartAsLeft';
import { frozenChart, datasetOf, openSource, type OpenedSource, type Shown } from './openSource';
import { PANELS } from '../panels';
import type { DataSource } from '../platform';
import { isOwnWork } from '../selectors/isOwnWork';
import type { Session } from '../session';
import type { TraceState, ViewState } from '../state';
import { sourceOf } from '../persistence/startKeeping';
import type { KeptWork } from '../persistence/keptWork';

/** What was looked at and asked beside a chart, as kept work and links say it. */
export type LeftView = Pick<KeptWork, 'selection' | 'trace' | 'owners'> & {
  readonly view: Partial<Pick<ViewState, 'mode' | 'table' | 'asking' | 'untied'>>;
};

/** Opens kept work as it was left. False where its data is not there any more, or can be read no more. `given`: its data at hand. */
export async function restoreWork(session: Session, work: KeptWork, given?: DataSource): Promise<boolean> {
  const source = given ?? (await sourceOf(session, work));
  if (!source) {
    session.notify('error', `The file of "${work.title}" is not kept in this browser any more. Open it again from where it is.`);
    return false;
  }
  const held = session.stamp === work.stamp && !session.get().elsewhere ? true : await session.deps.tabs.hold(work.stamp);
  const opened = await openSource(session, source, {
    stamp: work.stamp,
    show: async (what, ask) => {
      const shown = await shownAsLeft(session, source, work, what, ask);
      return held || !isOwnWork({ edits: shown.edits ?? NO_EDITS, dataset: shown.dataset }) ? shown : { ...shown, elsewhere: true };
    },
  });
  // What is nobody's own is looked at in as many tabs as one likes.
  if (held && !isOwnWork(session.get())) session.deps.tabs.release(work.stamp);
  if (opened) {
    await resume(session, work);
    if (session.deps.ownFiles && !session.get().elsewhere) await (await import('../ownFile')).goOnWithOwnFile(session);
  }
  return opened;
}

/** Asks again what was asked beside a chart that is drawn as it was left, and shows what was looked at. */
export async function resume(session: Session, { view, trace: { active }, owners }: LeftView): Promise<void> {
  session.setView(view);
  const { trace: { answer, question }, camera } = session.get();
  const ask = !answer && question.from !== '' ? [nameEnds(session), askTrace(session, { active: active ?? NO_ROUTE, asLeft: true })] : [];
  if (owners) session.setOwnership(owners);
  await Promise.all([
    ...ask, session.get().ownership.entity === undefined ? undefined : PANELS.owners.ask(session),
    askHistogram(session), lookAtTies(session), keepStructure(session), askNotes(session),
  ]);
  // A route that is highlighted once it is found comes into view; what was seen is seen again.
  if (camera) session.set({ camera: { ...camera } });
}

async function shownAsLeft(
  session: Session, source: DataSource, work: KeptWork, given: OpenedSource, ask: Required<CallOptions>,
): Promise<Shown> {
  const {
    chart: { camera }, selection, citing,
  } = work;
  const opened = work.edits ? await withEdited(given, work.edits, ask) : given;
  const frozen = opened.snapshot && (await frozenChart(opened, opened.snapshot, ask));
  const { chart, part } = await chartAsLeft(session, work.chart, opened, ask);
  return {
    dataset: datasetOf(source, opened),
    records: withRecords(recordsOf(part), frozen?.records ?? NO_RECORDS),
    chart,
    ...(camera ? { camera } : {}),
    edits: withEdits(NO_EDITS, work.edits ?? []),
    log: work.log ?? [],
    entry: { ...IDLE_ENTRY, ...(citing ? { source: citing } : {}) },
    ...(selection ? { selection } : {}),
    trace: traceAsLeft(work, frozen?.trace),
  };
}

/** What was opened with the edits of before laid over it; what came along without them is asked again. */
async function withEdited(
  { part: _before, ...opened }: OpenedSource, edits: NonNullable<KeptWork['edits']>, ask: Required<CallOptions>,
): Promise<OpenedSource> {
  await opened.store.edit?.({ edits }, ask);
  return { ...opened, description: await opened.store.describe({}, ask) };
}

/** The routes of a snapshot were found elsewhere and are kept in it; others are asked for again. */
function traceAsLeft({ trace: kept }: KeptWork, frozen: TraceState | undefined): TraceState {
  const { active, ...rest } = kept;
  const same = frozen?.answer && JSON.stringify(frozen.question) === JSON.stringify(kept.question);
  if (same) return { ...frozen, only: kept.only, active };
  return { ...IDLE_TRACE, ...rest };
}

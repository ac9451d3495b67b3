import type { CallOptions } from '../../store';
import { askHistogram, askOwners, askTrace, keepStructure, lookAtTies, nameEnds, NO_ROUTE } from '../queries';
import { organic, recordsOf } from '../chart';
import { EMPTY_CHART, IDLE_TRACE } from '../initialState';
import { partAmong } from '../loading/openingPart';
import { frozenChart, datasetOf, openSource, type Opened, type Shown } from '../loading/openSource';
import { decisionKey, withDecisions } from '../matching/decision';
import type { DataSource } from '../platform';
import type { Session } from '../session';
import type { ChartState, TraceState } from '../state';
import { sourceOf } from './keeping';
import type { KeptWork } from './keptWork';

/** Opens kept work as it was left. False where its data is not there any more, or can be read no more. */
export async function restoreWork(session: Session, work: KeptWork): Promise<boolean> {
  const source = await sourceOf(session, work);
  if (!source) {
    session.notify('error', `The file of "${work.title}" is not kept in this browser any more. Open it again from where it is.`);
    return false;
  }
  const opened = await openSource(session, source, { stamp: work.stamp, show: (what, ask) => shownAsLeft(session, source, work, what, ask) });
  if (opened) await resume(session, work);
  return opened;
}

async function resume(session: Session, work: KeptWork): Promise<void> {
  session.setView(work.view);
  const { answer, question } = session.get().trace;
  const ask = !answer && question.from !== '' ? [nameEnds(session), askTrace(session, { active: work.trace.active ?? NO_ROUTE })] : [];
  if (work.owners) session.setOwnership(work.owners);
  await Promise.all([...ask, askOwners(session), askHistogram(session), lookAtTies(session), keepStructure(session)]);
}

async function shownAsLeft(session: Session, source: DataSource, work: KeptWork, opened: Opened, ask: Required<CallOptions>): Promise<Shown> {
  const { filter, selection } = work;
  return { dataset: datasetOf(source, opened), chart: await chartAsLeft(session, work, opened, ask), filter, ...(selection ? { selection } : {}), trace: await traceAsLeft(work, opened, ask) };
}

/** The records are read again, since the data may have changed: what is gone is left out, what moved is where it was. */
async function chartAsLeft(session: Session, { chart: kept }: KeptWork, opened: Opened, ask: Required<CallOptions>): Promise<ChartState> {
  const part = await partAmong(opened, kept.entities, ask);
  const there = new Set(part.entities.map((e) => e.id));
  const known = new Map(Object.entries(kept.positions).filter(([id]) => there.has(id)));
  const chart: ChartState = {
    ...EMPTY_CHART, ...recordsOf(part), positions: known, layout: kept.layout, ...(kept.perspective === undefined ? {} : { perspective: kept.perspective }), ...(kept.shown ? { shown: kept.shown } : {}),
    ventures: new Map(Object.entries(kept.ventures ?? {})),
    joined: new Map(Object.entries(kept.joined ?? {})),
    pinned: new Set(kept.pinned.filter((id) => there.has(id))),
    hidden: new Set(kept.hidden.filter((id) => there.has(id))),
    expanded: new Map(Object.entries(kept.expanded).filter(([id]) => there.has(id))),
  };
  const whole = known.size === there.size ? chart : { ...chart, positions: await organic(session, part, chart, ask) };
  return withDecisions(whole, new Map((kept.decided ?? []).map((d) => [decisionKey(d.proposal), d])));
}

/** The routes of a snapshot were found elsewhere and are kept in it; others are asked for again. */
async function traceAsLeft({ trace: kept }: KeptWork, opened: Opened, ask: CallOptions): Promise<TraceState> {
  const { active, ...rest } = kept;
  const frozen = opened.snapshot && (await frozenChart(opened, opened.snapshot, ask)).trace;
  const same = frozen?.answer && JSON.stringify(frozen.question) === JSON.stringify(kept.question);
  if (same) return { ...frozen, only: kept.only, active };
  return { ...IDLE_TRACE, ...rest };
}

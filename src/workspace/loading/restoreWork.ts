import type { CallOptions } from '../../store';
import { askHistogram, askOwners, askTrace, keepStructure, lookAtTies, nameEnds, NO_ROUTE } from '../queries';
import { chartOf, organic } from '../chart';
import { chartAmong, recordsOf, type ChartDocument } from '../../model';
import { IDLE_TRACE } from '../initialState';
import { partAmong } from './openingPart';
import { frozenChart, datasetOf, openSource, type Opened, type Shown } from './openSource';
import { withDecisions } from '../matching/decision';
import type { DataSource } from '../platform';
import type { Session } from '../session';
import type { ChartState, TraceState } from '../state';
import { sourceOf } from '../persistence/keeping';
import type { KeptWork } from '../persistence/keptWork';

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
  const { chart, selection } = work;
  return { dataset: datasetOf(source, opened), chart: await chartAsLeft(session, chart, opened, ask), ...(selection ? { selection } : {}), trace: await traceAsLeft(work, opened, ask) };
}

/** The records are read again, since the data may have changed: what is gone is left out, what moved is where it was. */
async function chartAsLeft(session: Session, kept: ChartDocument, opened: Opened, ask: Required<CallOptions>): Promise<ChartState> {
  const part = await partAmong(opened, [...kept.entities], ask);
  const left = chartAmong(kept, new Set(part.entities.map((e) => e.id)));
  const chart = chartOf(left, recordsOf(part));
  const placed = left.positions.size === part.entities.length ? chart : { ...chart, positions: await organic(session, part, chart, ask) };
  return withDecisions(placed, kept.decided);
}

/** The routes of a snapshot were found elsewhere and are kept in it; others are asked for again. */
async function traceAsLeft({ trace: kept }: KeptWork, opened: Opened, ask: CallOptions): Promise<TraceState> {
  const { active, ...rest } = kept;
  const frozen = opened.snapshot && (await frozenChart(opened, opened.snapshot, ask)).trace;
  const same = frozen?.answer && JSON.stringify(frozen.question) === JSON.stringify(kept.question);
  if (same) return { ...frozen, only: kept.only, active };
  return { ...IDLE_TRACE, ...rest };
}

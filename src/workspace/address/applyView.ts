import { askHistogram, askOwnersAsLeft, askTrace, keepStructure, leaveTrace, lookAtTies, nameEnds, NO_ROUTE } from '../queries';
import { laidOutAsBefore } from '../chart';
import { showPerspective } from '../queries/showPerspective';
import { IDLE_TRACE } from '../initialState';
import { CancelledError, type Session } from '../session';
import { drawnInWays } from '../ventures/drawnInWays';
import type { AddressedView } from './viewQuery';
import type { ChartState, ShownBy, TraceState } from '../state';

/** Shows what a link says of the case that is open. Ids that it has no more are told and left out. */
export async function applyView(session: Session, asked: AddressedView): Promise<void> {
  const view = await existing(session, asked);
  await drawPerspective(session, view.perspective);
  session.set({ chart: drawnInWays(session.get(), new Map(Object.entries(view.ventures ?? {}))) });
  const state = session.get();
  const sameQuestion = JSON.stringify(view.question) === JSON.stringify(state.trace.question);
  session.set({
    selection: view.selection,
    view: {
      ...state.view, asking: view.asking ?? 'trace', mode: view.mode, table: view.table, ...(view.untied ? { untied: view.untied } : {}),
    },
    chart: { ...withShown(state.chart, view.shown), filter: view.filter },
  });
  await askOwnersAsLeft(session, view.owners);
  if (sameQuestion && (view.route === NO_ROUTE ? undefined : view.route) === state.trace.active && view.only === state.trace.only)
    return refresh(session);
  const trace: TraceState = { ...IDLE_TRACE, question: view.question, only: view.only, named: state.trace.named };
  if (!view.only) leaveTrace(session, trace, 'Leave the route');
  else session.set({ trace });
  await Promise.all([nameEnds(session), askTrace(session, view.route === undefined ? {} : { active: view.route }), refresh(session)]);
  if (!session.get().trace.answer?.routes.length && session.get().chart.layout === 'route')
    session.change('Leave the route', { chart: laidOutAsBefore(session.get().chart) });
}

async function drawPerspective(session: Session, asked: string | undefined): Promise<void> {
  const { dataset, chart } = session.get();
  const wanted = asked ?? dataset?.perspectives?.[0]?.id;
  if (wanted === undefined || wanted === chart.perspective) return;
  if (dataset?.perspectives?.some((p) => p.id === wanted)) await showPerspective(session, wanted);
  else session.notify('error', `The link names the view "${wanted}", which this case does not have.`);
}

function withShown(chart: ChartState, by: ShownBy | undefined): ChartState {
  if (chart.shown?.figure === by?.figure && chart.shown?.as === by?.as) return chart;
  const { shown: _shown, ...rest } = chart;
  return by ? { ...rest, shown: by } : rest;
}

async function refresh(session: Session): Promise<void> {
  await Promise.all([askHistogram(session), lookAtTies(session), keepStructure(session)].map((work) => work.catch(passCancelled)));
}

function passCancelled(error: unknown): void {
  if (!(error instanceof CancelledError)) throw error;
}

/** What of a link the case that is open has; the rest is told and left out. */
export async function existing(session: Session, view: AddressedView): Promise<AddressedView> {
  const { question, selection } = view;
  const ends = [
    question.from, question.to, question.via, ...question.avoid, selection?.kind === 'entity' ? selection.id : undefined,
  ].filter((id): id is string => id !== undefined && id !== '');
  const [entities, relationships] = await Promise.all([
    session.opened().entities({ ids: [...new Set(ends)] }),
    selection?.kind === 'relationship' ? session.opened().relationships({ ids: [selection.id] }) : [],
  ]);
  const known = new Set([...entities, ...relationships].map((r) => r.id));
  for (const id of [...ends, ...(selection ? [selection.id] : [])])
    if (!known.has(id))
      session.notify('error', `The link names "${id}", which this case does not have. Search for it to see how it is written.`);
  const { via, ...rest } = question;
  const there = (id: string) => (known.has(id) ? id : '');
  const { selection: _selection, ...others } = view;
  return {
    ...others,
    question: {
      ...rest, from: there(question.from), to: there(question.to), avoid: question.avoid.filter((id) => known.has(id)),
      ...(via !== undefined && known.has(via) ? { via } : {}),
    },
    ...(selection && known.has(selection.id) ? { selection } : {}),
  };
}

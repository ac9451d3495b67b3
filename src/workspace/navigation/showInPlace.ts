import type { ChartDocument } from '../../model';
import { chartAsLeft, type LeftView } from '../loading';
import { askHistogram, askOwnersAsLeft, askTrace, keepStructure, lookAtTies, nameEnds, NO_ROUTE, showRoute } from '../queries';
import { IDLE_TRACE } from '../initialState';
import type { Session } from '../session';
import type { TraceState } from '../state';

let lastPlace = 0;

/** Shows another chart of the data that is open, and what was asked and looked at beside it, as one step that undo takes back. */
export async function showInPlace(
  session: Session, { chart: document, ...left }: LeftView & { readonly chart: ChartDocument }, label: string,
): Promise<void> {
  for (const job of ['trace', 'route', 'layout', 'expand', 'add', 'play']) session.cancel(job);
  const { description, perspectives = [] } = session.get().dataset!;
  const { chart, part } = await session.job('layout', 'Drawing the chart as it was', (ask) =>
    chartAsLeft(session, document, { store: session.opened(), description, perspectives }, ask),
  );
  session.addRecords(part);
  const place = ++lastPlace;
  const merge = `place ${place}`;
  const { trace, answered } = traceAsLeft(session, left);
  const { camera } = document;
  session.change(label, { chart, selection: left.selection, trace }, { merge });
  session.setView(left.view);
  session.set({ camera });
  await Promise.all([
    showAnswer(session, left, answered, merge), askOwnersAsLeft(session, left.owners), askHistogram(session), lookAtTies(session),
    keepStructure(session),
  ]);
  if (camera && place === lastPlace) session.set({ camera: { ...camera } });
}

/** The trace as it was. The answer to the same question is at hand; what "only this route" leaves is laid out once the rest is drawn. */
function traceAsLeft(session: Session, { trace: { question, only, active } }: LeftView): { trace: TraceState; answered: boolean } {
  const now = session.get().trace;
  const answered = now.answer !== undefined && JSON.stringify(now.question) === JSON.stringify(question);
  if (!answered) return { trace: { ...IDLE_TRACE, question, only, named: now.named }, answered };
  const { active: _active, chains: _chains, ...rest } = now;
  return { trace: { ...rest, only: only && active !== undefined, ...(active === undefined ? {} : { active }) }, answered };
}

async function showAnswer(session: Session, { trace: { active, only } }: LeftView, answered: boolean, merge: string): Promise<void> {
  if (!answered) await Promise.all([nameEnds(session), askTrace(session, { active: active ?? NO_ROUTE, asLeft: true, merge })]);
  else if (only) await showRoute(session, active, { asLeft: true, merge });
}

import { showRoute } from './askTrace';
import { withDecisions } from '../matching';
import type { Session } from '../session';
import { perspectiveChart } from '../chart/document';

let lastPerspective = 0;

/** Draws a named view of the case in place of what is drawn; a highlighted route is drawn upon it. */
export async function showPerspective(session: Session, id: string): Promise<void> {
  const found = session.get().dataset?.perspectives?.find((p) => p.id === id);
  if (!found) throw new UnknownPerspectiveError(id);
  const part = await session.job('layout', `Drawing ${found.title}`, (ask) =>
    session.opened().part({ ids: Object.keys(found.positions) }, ask),
  );
  session.addRecords(part);
  const chart = perspectiveChart(found, part);
  const { trace, selection, chart: { shown, joined, decided, filter } } = session.get();
  const merge = `perspective ${++lastPerspective}`;
  const stays = selection !== undefined && (chart.entities.has(selection.id) || chart.relationships.has(selection.id));
  session.change(
    `Show ${found.title}`,
    {
      chart: withDecisions({ ...chart, joined, filter, ...(shown ? { shown } : {}) }, decided), selection: stays ? selection : undefined,
      trace: { ...trace, only: false },
    },
    { merge },
  );
  if (trace.active !== undefined) await showRoute(session, trace.active, { merge });
  session.events.emit('fit', {});
}

/** The case has no view of this name. */
class UnknownPerspectiveError extends Error {
  override readonly name = 'UnknownPerspectiveError';
  constructor(readonly perspective: string) {
    super(`This case has no view called "${perspective}".`);
  }
}

import { ALL_PANELS, hasOwn } from '../panels';
import { askTrace, keepStructure, lookAtTies, NO_ROUTE, type AskOptions } from '../queries';
import type { Session } from '../session';

/** Asks everything again that was answered from the data as they were before they changed. */
export async function askAnswered(session: Session, { still = false }: Pick<AskOptions, 'still'>): Promise<void> {
  const state = session.get();
  const { trace, structure } = state;
  session.set({ looking: undefined });
  await Promise.all([
    lookAtTies(session),
    trace.phase === 'answered' ? askTrace(session, { active: trace.active ?? NO_ROUTE, still }) : undefined,
    ...ALL_PANELS.filter(([, panel]) => hasOwn(panel.clears, state)).map(([, panel]) => (panel.askAgain ?? panel.ask)?.(session)),
    structure ? computeAgain(session) : undefined,
  ]);
}

function computeAgain(session: Session): Promise<void> {
  session.set({ structure: undefined });
  return keepStructure(session);
}

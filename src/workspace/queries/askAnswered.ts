import type { Session } from '../session';
import { askConnect } from './askConnect';
import { askPattern } from './askPattern';
import { matchNames } from './askCrosscheck';
import { askLeads } from './askLeads';
import { askOwners } from './askOwners';
import { keepStructure } from './askStructure';
import { askTrace, NO_ROUTE, type AskOptions } from './askTrace';
import { askVentures } from './askVentures';
import { lookAtTies } from './lookAt';

/** Asks everything again that was answered from the data as they were before they changed. */
export async function askAnswered(session: Session, { still = false }: Pick<AskOptions, 'still'>): Promise<void> {
  const { trace, ventures, connect, pattern, crosscheck, leads, ownership, structure } = session.get();
  session.set({ looking: undefined });
  await Promise.all([
    lookAtTies(session),
    trace.phase === 'answered' ? askTrace(session, { active: trace.active ?? NO_ROUTE, still }) : undefined,
    ventures ? askVentures(session) : undefined,
    connect ? askConnect(session) : undefined,
    pattern ? askPattern(session) : undefined,
    crosscheck ? matchNames(session) : undefined,
    leads ? askLeads(session) : undefined,
    ownership.entity === undefined ? undefined : askOwners(session),
    structure ? computeAgain(session) : undefined,
  ]);
}

function computeAgain(session: Session): Promise<void> {
  session.set({ structure: undefined });
  return keepStructure(session);
}

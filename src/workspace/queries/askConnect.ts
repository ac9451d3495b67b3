import { idsOf, NO_IDS, type ConnectQuestion } from '../../model';
import { CancelledError, type Session } from '../session';
import { messageOf } from './message';

/** How many connections are asked for. */
const CONNECTIONS = 8;

/** Asks how the parties of the panel hang together under the chart's filter; with fewer than two it rests. */
export async function askConnect(session: Session, parties = session.get().connect?.question.parties ?? []): Promise<void> {
  const named = session.get().connect?.named ?? NO_IDS;
  const question: ConnectQuestion = { parties: [...parties], filter: session.get().chart.filter, avoid: [], places: false, k: CONNECTIONS };
  session.cancel('connect');
  session.set({ connect: { phase: parties.length < 2 ? 'idle' : 'asking', question, named } });
  try {
    const found = await session.job('connect', 'Looking for what connects them', async (ask) => {
      const answer = parties.length < 2 ? undefined : await session.opened().connect(question, ask);
      const ids = new Set([...parties, ...(answer?.connections ?? []).flatMap((c) => c.entities)]);
      return { answer, part: await session.opened().part({ ids: [...ids] }, ask) };
    });
    if (session.get().connect?.question !== question) return;
    session.addRecords(found.part);
    session.set({ connect: { phase: found.answer ? 'answered' : 'idle', question, answer: found.answer, named: idsOf(found.part) } });
  } catch (error) {
    if (session.get().connect?.question !== question) return;
    const message = error instanceof CancelledError ? 'It was cancelled.' : messageOf(error);
    session.set({ connect: { phase: 'failed', question, named, message } });
  }
}

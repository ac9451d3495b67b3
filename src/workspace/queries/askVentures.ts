import type { VenturesQuestion } from '../../model';
import { CancelledError, type Session } from '../session';
import { messageOf } from './message';
import { stakesFilter } from './ownersQuestion';

/** Asks for all ventures of the dataset that the chart's filter admits, with the records that the panel tells. */
export async function askVentures(session: Session): Promise<void> {
  const question: VenturesQuestion = { filter: stakesFilter(session.get().chart.filter) };
  session.set({ ventures: { ...session.get().ventures, question, phase: 'asking' } });
  try {
    const found = await session.job('ventures', 'Looking for ventures', async (ask) => {
      const answer = await session.opened().ventures(question, ask);
      const ids = new Set(answer.ventures.flatMap((v) => [v.venture, ...v.partners.map((p) => p.partner)]));
      return { answer, part: await session.opened().part({ ids: [...ids] }, ask) };
    });
    session.addRecords(found.part);
    session.set({ ventures: { question, phase: 'answered', answer: found.answer } });
  } catch (error) {
    if (error instanceof CancelledError) return;
    session.set({ ventures: { question, phase: 'failed', message: messageOf(error) } });
  }
}

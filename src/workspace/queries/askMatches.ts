import { messageOf } from './message';
import { CancelledError, type Session } from '../session';
import type { MatchesState } from '../state';

/** How many proposals the panel has at most; what is beyond comes as decisions are taken. */
const LISTED = 500;

/** Asks who of the files that were added may be whom of what was there, undecided pairs only, with the records that the panel tells. */
export async function askMatches(session: Session): Promise<void> {
  const { matches, chart } = session.get();
  const store = session.opened();
  if (!store.matches) return;
  const asking: MatchesState = { ...matches, phase: 'asking' };
  session.set({ matches: asking });
  try {
    const found = await session.job('matches', 'Looking for matches', async (ask) => {
      const decided = [...chart.decided.values()].map(({ proposal }) => [proposal.a, proposal.b] as const);
      const answer = await store.matches!({ decided, limit: LISTED }, ask);
      const named = [...answer.proposals, ...[...chart.decided.values()].map((d) => d.proposal)];
      const entities = await store.entities({ ids: [...new Set(named.flatMap((p) => [p.a, p.b]))] }, ask);
      return { answer, entities };
    });
    session.addRecords({ entities: found.entities });
    session.set({ matches: { phase: 'answered', answer: found.answer } });
  } catch (error) {
    // Whoever asked again since, or opened something else, has the say.
    if (session.get().matches !== asking) return;
    session.set({
      matches: { phase: 'failed', message: error instanceof CancelledError ? 'Looking for matches was cancelled.' : messageOf(error) },
    });
  }
}

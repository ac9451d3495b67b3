import { detailFor } from '../../drawing';
import type { OverviewWay } from '../../model';
import { messageOf } from '../queries';
import { CancelledError, type Session } from '../session';
import { overviewPart } from './overviewPicture';

/** Asks for the whole dataset in groups under the chart's filter, and lays them out; the same is not asked twice. */
export async function askOverview(session: Session, by: OverviewWay): Promise<void> {
  const { chart: { filter, decided }, overview, edits } = session.get();
  const asked = { by, filter, edits, decided };
  const same = overview?.by === by && overview.filter === filter && overview.edits === edits && overview.decided === decided;
  if (same && overview.phase !== 'failed') return;
  session.set({ overview: { ...asked, phase: 'asking' } });
  try {
    const found = await session.job('overview', 'Looking at the whole', async (ask) => {
      await session.settled();
      const answer = await session.opened().overview({ by, filter }, ask);
      const part = overviewPart(answer);
      const request = { part, detail: detailFor(part.entities.length), aspect: 1.4 };
      return { answer, positions: await session.deps.layout.organic(request, ask) };
    });
    session.set({ overview: { ...asked, phase: 'answered', ...found } });
  } catch (error) {
    if (error instanceof CancelledError) return session.set({ overview: undefined });
    session.set({ overview: { ...asked, phase: 'failed', message: messageOf(error) } });
  }
}

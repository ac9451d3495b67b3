import type { SearchHit } from '../../store';
import { CancelledError, type Session } from '../session';
import { messageOf } from './message';

/** How long the last letter must be ago before the search is asked, in ms. */
const SETTLES_AFTER = 60;

/** Searches for what was typed into the search field; what was being searched for is cancelled. */
export async function searchFor(session: Session, text: string): Promise<void> {
  session.cancel('search');
  const { hits } = session.get().search;
  if (text.trim() === '') return session.set({ search: { text, hits: [], asking: false } });
  session.set({ search: { text, hits, asking: true } });
  const found = await session.job('search', 'Searching', async ({ signal }) => {
    await session.deps.wait(SETTLES_AFTER, signal);
    return session.opened().search({ text }, { signal });
  });
  session.set({ search: { text, hits: found, asking: false } });
}

/** What a search finds, for a field of its own. A cancelled one finds nothing; one that fails is told as a notice and finds nothing. */
export async function namesFor(session: Session, text: string, signal?: AbortSignal): Promise<SearchHit[]> {
  const { store } = session;
  try {
    await session.deps.wait(SETTLES_AFTER, signal);
    return await session.opened().search({ text }, signal ? { signal } : {});
  } catch (error) {
    const pointless = signal?.aborted || session.store !== store || error instanceof CancelledError;
    if (!pointless) session.notify('error', messageOf(error));
    return [];
  }
}

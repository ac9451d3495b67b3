import { idsOf, NO_IDS, type PatternEnds, type PatternQuestion } from '../../model';
import { CancelledError, type Session } from '../session';
import type { PatternState } from '../state';
import { messageOf } from './message';

/** How many routes are asked for, and how long they may be. */
const ROUTES = 25;
const HOPS = 8;

const NOT_ASKED: PatternState = { phase: 'idle', pattern: '', named: NO_IDS };

/**
 * Asks which routes follow the pattern of the panel under the chart's filter; with an end or the pattern missing it rests. `change` is what
 * was changed in the panel, which gives only patterns that can be read.
 */
export async function askPattern(session: Session, change: Partial<Pick<PatternState, 'from' | 'to' | 'pattern'>> = {}): Promise<void> {
  session.cancel('pattern');
  const draft: PatternState = { ...(session.get().pattern ?? NOT_ASKED), ...change, message: undefined };
  const question = questionOf(session, draft);
  const asking: PatternState = { ...draft, phase: question ? 'asking' : 'idle', question, answer: undefined };
  session.set({ pattern: asking });
  try {
    const found = await session.job('pattern', 'Looking for routes that follow the pattern', async (ask) => {
      const answer = question && (await session.opened().patterns(question, ask));
      const ids = [draft.from, draft.to].flatMap(namedBy).concat((answer?.routes ?? []).flatMap((route) => route.entities));
      return { answer, part: await session.opened().part({ ids: [...new Set(ids)] }, ask) };
    });
    if (session.get().pattern !== asking) return;
    session.addRecords(found.part);
    session.set({ pattern: { ...asking, phase: found.answer ? 'answered' : 'idle', answer: found.answer, named: idsOf(found.part) } });
  } catch (error) {
    if (session.get().pattern !== asking) return;
    const message = error instanceof CancelledError ? 'It was cancelled.' : messageOf(error);
    session.set({ pattern: { ...asking, phase: 'failed', message } });
  }
}

function questionOf(session: Session, { from, to, pattern }: PatternState): PatternQuestion | undefined {
  if (!from || !to || pattern.trim() === '') return undefined;
  return { from, to, pattern, k: ROUTES, maxHops: HOPS, filter: session.get().chart.filter, avoid: [], places: false };
}

function namedBy(ends: PatternEnds | undefined): string[] {
  return ends && 'ids' in ends ? ends.ids : [];
}

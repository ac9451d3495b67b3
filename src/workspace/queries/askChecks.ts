import { CancelledError, type Session } from '../session';
import type { Asked } from '../state';
import { messageOf } from './message';

/** Asks for what is left to check, for each of the two lists that is looked at. */
export async function askChecks(session: Session): Promise<void> {
  await Promise.all([
    ask(session, 'lint', () => session.opened().lint?.()), ask(session, 'checkSheet', () => session.opened().claims?.()),
  ]);
}

/** Begins to look at a list, which is asked again after each edit from now on. */
export async function beginChecks(session: Session, list: 'lint' | 'checkSheet'): Promise<void> {
  if (session.get()[list]) return;
  session.set({ [list]: { phase: 'asking' } });
  await askChecks(session);
}

type Lists = { lint: 'lint'; checkSheet: 'claims' };

async function ask<L extends keyof Lists>(session: Session, list: L, question: () => Promise<unknown> | undefined): Promise<void> {
  const { [list]: before } = session.get();
  if (!before) return;
  const asking: Asked<unknown> = { ...before, phase: 'asking' };
  session.set({ [list]: asking });
  const stillAsked = () => session.get()[list] === asking;
  try {
    const answer = await session.job(list, 'Looking for what is left to check', async () => question());
    if (stillAsked()) session.set({ [list]: answer === undefined ? { phase: 'failed', message: FIXED } : { phase: 'answered', answer } });
  } catch (error) {
    if (!stillAsked()) return;
    session.set({ [list]: { phase: 'failed', message: error instanceof CancelledError ? 'It was cancelled.' : messageOf(error) } });
  }
}

const FIXED = 'Data that are packed or on a server are not checked here. Save what you need of them as a case of your own.';

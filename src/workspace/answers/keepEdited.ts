import { NO_EDITS, type Edits } from '../../model';
import { FixedDataError } from '../../store';
import type { OpenStore } from '../platform';
import { CancelledError, type Session } from '../session';
import { askAnswered } from './askAnswered';
import { PANELS } from '../panels';
import { askHistogram, askNotes, messageOf } from '../queries';

/**
 * Keeps what the store holds in step with what was edited, through undo and redo as well, and asks again what rests on it. Edits that come
 * while the store is at some wait for it, and are then laid over all at once. Returns how to stop.
 */
export function keepEdited(session: Session): () => void {
  let held: { store: OpenStore | undefined; edits: Edits } = { store: undefined, edits: NO_EDITS };
  let under: Promise<void> | undefined;
  const follow = async () => {
    for (;;) {
      const { edits } = session.get();
      const { store } = session;
      if (!store || (held.store === store && held.edits === edits)) return;
      // What is opened with edits has them already.
      const fresh = held.store !== store;
      held = { store, edits };
      if (fresh && edits === session.openedEdits) continue;
      if (!store.edit)
        return session.notify('error', new FixedDataError().message);
      await store.edit({ edits: [...edits.values()] });
      if (session.store === store) await askAgain(session);
    }
  };
  const isBehind = () => session.store !== undefined && (held.store !== session.store || held.edits !== session.get().edits);
  const start = () => {
    under = follow().catch((error: unknown) => {
      if (!(error instanceof CancelledError)) session.notify('error', `The change was not taken into the data: ${messageOf(error)}`);
    }).finally(() => {
      under = undefined;
      // An edit may have come after the last look and before this.
      if (isBehind()) start();
    });
    session.follow(under);
  };
  return session.state.subscribe(() => {
    if (!under && isBehind()) start();
  });
}

async function askAgain(session: Session): Promise<void> {
  const { store } = session;
  const description = await session.opened().describe();
  if (session.store !== store) return;
  const { dataset, matches } = session.get();
  if (dataset) session.set({ dataset: { ...dataset, description } });
  await Promise.all([
    askAnswered(session, { still: true }), askNotes(session), askHistogram(session),
    matches ? PANELS.matches.ask(session) : undefined,
  ]);
}

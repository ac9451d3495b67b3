import type { GraphStore } from '../../store';
import { askAnswered } from './askAnswered';
import { messageOf } from '../queries';
import { CancelledError, type Session } from '../session';
import { NO_DECISIONS, revisionBetween, type Decisions } from '../matching/decision';

/**
 * Keeps what the store holds in step with the matches that the chart has accepted, through undo and redo as well, and
 * asks again what rests on them. Questions that are put later are answered with them, since a
 * store takes its calls in turn. Returns how to stop.
 */
export function keepMatched(session: Session): () => void {
  let held: { store: GraphStore | undefined; decided: Decisions } = { store: undefined, decided: NO_DECISIONS };
  return session.state.subscribe(({ chart }) => {
    if (held.store !== session.store) held = { store: session.store, decided: NO_DECISIONS };
    if (held.decided === chart.decided) return;
    const revision = revisionBetween(held.decided, chart.decided);
    held = { store: session.store, decided: chart.decided };
    if (!revision || !session.store?.revise) return;
    const still = session.travelling;
    const revised = session.store.revise(revision).then(
      () => askAnswered(session, { still }),
      (error: unknown) => {
        if (!(error instanceof CancelledError)) session.notify('error', `The match was not taken into the data: ${messageOf(error)}`);
      },
    );
    session.follow(revised);
  });
}

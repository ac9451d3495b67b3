import { CancelledError, type Session } from '../session';
import type { OwnFileInHand } from './ownFileInHand';

/** How long changes may wait to be saved in the user's own file, in ms: what is typed in one go is written once. */
const SAVE_AFTER = 700;

/** Saves the work in the user's own file shortly after each change, from the first file on that it has. */
export function followChanges(session: Session, saveNext: (own: OwnFileInHand) => Promise<void>): void {
  if (session.stopFollowing) return;
  let waiting: AbortController | undefined;
  const save = async () => {
    waiting = undefined;
    const { own } = session;
    const { edits, chart } = session.get();
    if (own && (own.written?.edits !== edits || own.written.chart !== chart)) await saveNext(own);
  };
  const stop = session.state.subscribe((now, before) => {
    const { ownFile } = now;
    if (!session.own || !ownFile || ownFile.file !== before.ownFile?.file) return;
    if (now.edits === before.edits && now.chart === before.chart) return;
    if (ownFile.phase === 'saved') session.set({ ownFile: { ...ownFile, phase: 'saving' } });
    waiting?.abort(new CancelledError('saving'));
    waiting = new AbortController();
    session.deps.wait(SAVE_AFTER, waiting.signal).then(save, (error: unknown) => {
      if (!(error instanceof CancelledError)) throw error;
    });
  });
  session.stopFollowing = () => {
    waiting?.abort(new CancelledError('saving'));
    stop();
  };
}

import { messageOf } from '../queries';
import { CancelledError, type Session } from '../session';

/** What goes wrong is told; what was cancelled is not. */
export async function told(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CancelledError)) session.notify('error', messageOf(error));
  }
}

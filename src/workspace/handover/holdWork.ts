import { told } from '../navigation';
import { isOwnWork } from '../selectors/isOwnWork';
import type { Session } from '../session';

/**
 * Sees to it that one tab alone works on a case: this one holds its own work, and where another has it, it is looked at here and no more.
 * What comes along and was not edited is everybody's, and is held from the first edit on. Gives how to stop.
 */
export function holdWork(session: Session): () => void {
  const { tabs } = session.deps;
  let held: string | undefined;
  const follow = () => {
    const state = session.get();
    const own = !state.elsewhere && isOwnWork(state) ? session.stamp : undefined;
    if (own === held) return;
    if (held !== undefined) tabs.release(held);
    held = own;
    if (own !== undefined) void told(session, () => hold(session, own));
  };
  follow();
  if (session.get().elsewhere) tell(session);
  const stopFollowing = session.state.subscribe((now, before) => {
    follow();
    if (now.elsewhere && !before.elsewhere) tell(session);
  });
  const stopHearing = tabs.onSaid(({ stamp, says }) => {
    const { elsewhere } = session.get();
    if (stamp !== session.stamp || elsewhere) return;
    if (says === 'holds') session.set({ elsewhere: true });
    if (says === 'wants') void told(session, async () => (await import('./handOver')).handOver(session));
  });
  return () => {
    stopFollowing();
    stopHearing();
    if (held !== undefined) tabs.release(held);
  };
}

async function hold(session: Session, stamp: string): Promise<void> {
  const { tabs } = session.deps;
  const ours = await tabs.hold(stamp);
  if (session.stamp !== stamp) tabs.release(stamp);
  else if (ours) tabs.say({ stamp, says: 'holds' });
  else session.set({ elsewhere: true });
}

function tell(session: Session): void {
  const title = session.get().dataset?.description.title ?? 'This case';
  session.notify(
    'info', `${title} is worked on in another tab. Here you can look at it and ask, and what you enter belongs there.`,
    { label: 'Work here', command: 'workHere' },
  );
}

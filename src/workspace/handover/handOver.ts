import { queryOf } from '../address';
import { labelsOf, NO_HISTORY } from '../history';
import { restoreWork } from '../loading';
import { keptRecords, keyOf, writeRecord, type KeptRecord } from '../persistence/keptRecords';
import { takeUp, workOf } from '../persistence';
import type { Session } from '../session';

/** How long a tab may take to keep what it has and let go of it, in ms; one that does not answer is asleep, and kept each edit at once. */
const ANSWERS_WITHIN = 3000;

/** Another tab wants the work in hand: all of it is kept, and from then on it is that tab's. */
export async function handOver(session: Session): Promise<void> {
  const { stamp, own, deps: { tabs } } = session;
  await session.settled();
  await own?.under;
  if (session.stamp !== stamp || session.get().elsewhere) return;
  const work = workOf(session, queryOf(session.get()));
  session.own = undefined;
  session.history = NO_HISTORY;
  session.set({ elsewhere: true, ownFile: undefined, history: labelsOf(NO_HISTORY) });
  if (work) await writeRecord(session, session.tab, work);
  tabs.release(stamp);
  tabs.say({ stamp, says: 'gives', key: keyOf(session.tab, { stamp }) });
}

/** Goes on in this tab with the work in hand, as the tab that had it left it. */
export async function workHere(session: Session): Promise<void> {
  const { stamp, deps: { tabs } } = session;
  const key = await session.job('handover', 'Taking over from the other tab', ({ signal }) => given(session, stamp, signal));
  if (!(await tabs.hold(stamp, key === undefined))) return session.notify('error', 'The other tab still has it. Try again, or close it.');
  const record = await left(session, stamp, key);
  if (!record) return session.notify('error', 'What was done in the other tab is not kept in this browser. Save it there as a file.');
  session.set({ notices: session.get().notices.filter((n) => n.action?.command !== 'workHere') });
  if (await restoreWork(session, record.work)) await takeUp(session, record);
}

/** Under which key the other tab kept it; nothing where it does not answer. */
function given(session: Session, stamp: string, signal: AbortSignal): Promise<string | undefined> {
  const { tabs, wait } = session.deps;
  return new Promise((resolve, reject) => {
    const stop = tabs.onSaid((message) => {
      if (message.stamp !== stamp || message.says !== 'gives') return;
      stop();
      resolve(message.key);
    });
    wait(ANSWERS_WITHIN, signal).then(() => resolve(undefined), reject).finally(stop);
    tabs.say({ stamp, says: 'wants' });
  });
}

async function left(session: Session, stamp: string, key: string | undefined): Promise<KeptRecord | undefined> {
  const records = (await keptRecords(session)).filter((r) => r.work.stamp === stamp);
  return records.find((r) => r.key === key) ?? records[0];
}

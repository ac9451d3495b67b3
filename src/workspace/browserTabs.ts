import { settingsIn } from './browserPage';
import type { TabMessage, Tabs } from './platform';

const KEY = 'throughline-tab';
/** Before the name of a tab in the name of its lock. */
const LOCK = 'throughline-tab-';
/** How long a reloaded page may wait until its predecessor has let go of the name, in ms. */
const WAIT = 300;

/**
 * Tabs by a name in the storage of each. A browser copies that storage when it duplicates a tab, so a name is also held
 * as a lock: who does not get it is a copy. A lock ends with its page, however the page ends.
 */
export function browserTabs(reloaded: boolean): Tabs {
  const kept = settingsIn(() => sessionStorage);
  const own = async () => {
    const known = kept.get(KEY);
    if (known !== null && (await hold(known, reloaded))) return { id: known };
    const id = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
    await hold(id, true);
    kept.set(KEY, id);
    return known === null ? { id } : { id, from: known };
  };
  return { own, open, ...heldWork() };
}

/** Before the stamp of an opening in the name of the lock of its work, and the name of the channel by which tabs speak. */
const WORK = 'throughline-work-';
const CHANNEL = 'throughline';

/** Work that one tab alone has, by a lock of its stamp. */
function heldWork(): Pick<Tabs, 'hold' | 'release' | 'say' | 'onSaid'> {
  const releases = new Map<string, () => void>();
  const listeners = new Set<(message: TabMessage) => void>();
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : undefined;
  const heard = (message: TabMessage) => [...listeners].forEach((listener) => listener(message));
  channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => heard(data));
  const hold = (stamp: string, seize = false) => {
    const locks = navigator.locks as LockManager | undefined;
    if (!locks || releases.has(stamp)) return Promise.resolve(true);
    return new Promise<boolean>((resolve, reject) => {
      const held = () => new Promise<void>((release) => {
        releases.set(stamp, release);
        resolve(true);
      });
      locks.request(`${WORK}${stamp}`, seize ? { steal: true } : { signal: AbortSignal.timeout(WAIT) }, held).catch((error: unknown) => {
        if (!(error instanceof DOMException)) return reject(error as Error);
        // What this page had was seized by another, which found it asleep; else another has it.
        if (releases.delete(stamp)) heard({ stamp, says: 'holds' });
        resolve(false);
      });
    });
  };
  const release = (stamp: string) => {
    releases.get(stamp)?.();
    releases.delete(stamp);
  };
  return {
    hold, release, say: (message) => channel?.postMessage(message),
    onSaid: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
  };
}

/** Whether the name is this page's now. Without locks (a page that came by plain http) only a reload goes on with its name. */
function hold(id: string, otherwise: boolean): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return Promise.resolve(otherwise);
  return new Promise((resolve, reject) => {
    const held = () => {
      resolve(true);
      return new Promise<void>(() => undefined);
    };
    locks
      .request(`${LOCK}${id}`, { signal: AbortSignal.timeout(WAIT) }, held)
      .catch((error: unknown) => (error instanceof DOMException ? resolve(false) : reject(error as Error)));
  });
}

async function open(): Promise<ReadonlySet<string> | undefined> {
  const locks = navigator.locks as LockManager | undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  return locks && new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}

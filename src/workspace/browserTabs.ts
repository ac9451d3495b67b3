import { settingsIn } from './browserPage';
import type { Tabs } from './platform';

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
  return { own, open };
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

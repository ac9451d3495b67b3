import { createStore, del, get, keys, set } from 'idb-keyval';
import { z } from 'zod';
import type { Address, Keep, Page, Settings } from './platform';
import { CancelledError } from './session';

/** What is kept between visits, in the browser's database. */
export function databaseKeep(): Keep {
  const store = createStore('throughline', 'kept');
  return {
    get: (key) => get<unknown>(key, store), set: (key, value) => set(key, value, store), delete: (key) => del(key, store),
    keys: () => keys<string>(store),
  };
}

/** Storage may be forbidden; then every visit begins with the usual view. */
export const localSettings = settingsIn(() => localStorage);

/** Settings in a storage of the browser. Where it is forbidden, nothing is there and nothing is kept. */
export function settingsIn(storage: () => Storage): Settings {
  return {
    get: (key) => allowed(() => storage().getItem(key), null),
    set: (key, value) => allowed(() => storage().setItem(key, value), undefined),
    delete: (key) => allowed(() => storage().removeItem(key), undefined),
    keys: () => allowed(() => Object.keys(storage()), []),
  };
}

function allowed<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

/** The address bar of the window. */
export const windowAddress: Address = {
  query: () => location.search.slice(1),
  fragment: () => location.hash.slice(1),
  entry: () => historyEntry.safeParse(history.state).data,
  link: (query, fragment) =>
    new URL(`${query === '' ? location.pathname : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`, location.href.split(/[?#]/)[0])
      .href,
  push: (query, entry) => history.pushState(entry, '', addressOf(query)),
  replace: (query, entry) => history.replaceState(entry, '', addressOf(query)),
  onMove(listener) {
    addEventListener('popstate', listener);
    return () => removeEventListener('popstate', listener);
  },
};

/** Whatever else was remembered with a place is none of ours. */
const historyEntry = z.object({ key: z.string(), stamp: z.string() });

function addressOf(query: string): string {
  return query === '' ? location.pathname : `?${query}`;
}

/** The page in the window. */
export const windowPage: Page = {
  copy: copyText,
  save({ name, blob }) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // The download has taken hold of the data by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
  onLeave(listener) {
    const hidden = () => document.visibilityState === 'hidden' && listener();
    addEventListener('pagehide', listener);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('pagehide', listener);
      document.removeEventListener('visibilitychange', hidden);
    };
  },
};

async function copyText(text: string): Promise<void> {
  // Pages that came by plain http from another machine have no clipboard.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) throw new NoClipboardError();
  try {
    await clipboard.writeText(text);
  } catch (error) {
    if (error instanceof DOMException) throw new NoClipboardError({ cause: error });
    throw error;
  }
}

/** The browser lets this page copy nothing. */
class NoClipboardError extends Error {
  override readonly name = 'NoClipboardError';
  constructor(options?: ErrorOptions) {
    super('The browser does not let this page copy. Select the link under Share, and copy it yourself.', options);
  }
}

/** A pause that can be cancelled. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject((signal?.reason as Error | undefined) ?? new CancelledError('waiting'));
    };
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

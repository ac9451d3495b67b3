import { settingsIn } from './browserPage';

const KEY = 'throughline-token';
let token: string | undefined;

/**
 * Takes the token of the page's server out of the address ("#token=…"), where it would be seen and copied, and keeps it for this tab, so
 * that a reload has it too. Called before anything else reads the address.
 */
export function takeServerToken(): void {
  const kept = settingsIn(() => sessionStorage);
  const [, given] = /^#token=([\w~.+/=-]+)$/.exec(location.hash) ?? [];
  if (given !== undefined) {
    kept.set(KEY, given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  token = given ?? kept.get(KEY) ?? undefined;
}

/** Fetches from the page's own server, with its token where there is one. */
export const fetchFromServer: typeof fetch = (url, init) => {
  if (token === undefined) return fetch(url, init);
  const headers = new Headers(init?.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return fetch(url, { ...init, headers });
};

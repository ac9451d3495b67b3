import type { ServedData } from './platform';

/** What the page calls data whose name it is not told before it has sent a token. */
const GUARDED_NAME = 'Data of this server';
/** How much longer than its server works on a question the page waits for the answer, in seconds. */
const ON_ITS_WAY = 30;

/** What the page says that its server was given to open; nothing where it says nothing. Its own server wrote it. */
export function servedData(): ServedData | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="throughline-data"]')?.content;
  if (content === undefined) return undefined;
  const said = JSON.parse(content) as { name?: string; deadline?: number };
  const { name = GUARDED_NAME, deadline } = said;
  return {
    name, ...(deadline === undefined ? {} : { patience: (deadline + ON_ITS_WAY) * 1000 }),
    fetch: async (signal) => (await import('./servedSource')).servedSource(said, name, signal),
  };
}

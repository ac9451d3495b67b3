import { httpStore, type CallOptions } from '../store';
import type { StoreOpening, WriteTask } from './platform';
import { fetchFromServer } from './serverToken';

/** Of a dataset of at most so many entities all records come along at once. */
const COMES_ALONG = 2000;

/** What the page's server has is asked there, question by question. */
export async function openOnServer(patience: number | undefined, ask: CallOptions): Promise<StoreOpening> {
  const asked = httpStore(new URL('api', document.baseURI).href, {
    request: fetchFromServer, ...(patience === undefined ? {} : { patience }),
  });
  const description = await asked.describe({}, ask);
  const part = description.entities > COMES_ALONG ? undefined : await asked.part({ ids: 'all' }, ask);
  const write = async (task: WriteTask) => (await import('./exporting/writeOpen')).writeOpen(asked, task);
  const { entities, relationships, claims, sources } = description;
  return {
    opened: { store: Object.assign(asked, { write }), description, ...(part ? { part } : {}) },
    report: { format: 'server', entities, relationships, claims, sources, issues: [] },
  };
}

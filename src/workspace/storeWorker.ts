import { readFile, type Report } from '../formats';
import type { Snapshot } from '../model';
import { exposeStore, MemoryStore, StoreFailedError, type Ask, type Opening } from '../store';

/** What the worker opens: a file's bytes, or a file of this site by its address. `trusted`: bundled, and so validated already; never a user's file. */
export type StoreSource = ({ bytes: Uint8Array; name?: string } | { url: string }) & { trusted?: boolean };

/** What it tells besides what a store does. Of a snapshot the store holds the dataset inside. */
export interface StoreDetail {
  report: Report;
  snapshot?: Snapshot;
}

async function open(source: StoreSource, { signal, onProgress }: Ask): Promise<Opening<StoreDetail>> {
  const bytes = 'bytes' in source ? source.bytes : await fetched(source.url, signal);
  const { dataset, snapshot, report } = await readFile(bytes, {
    ...('name' in source && source.name !== undefined ? { name: source.name } : {}),
    ...(source.trusted ? { trusted: true } : {}),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  const detail = { report, ...(snapshot ? { snapshot } : {}) };
  return dataset ? { store: await MemoryStore.open(dataset), detail } : { detail };
}

async function fetched(url: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const response = await fetch(url, { credentials: 'same-origin', ...(signal ? { signal } : {}) });
  if (!response.ok) throw new StoreFailedError(`${url} cannot be fetched: the server answered ${response.status}. Reload the page.`);
  return new Uint8Array(await response.arrayBuffer());
}

exposeStore(self as DedicatedWorkerGlobalScope, open);

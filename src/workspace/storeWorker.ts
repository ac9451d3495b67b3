import { readFile, type Report } from '../formats';
import type { Snapshot } from '../model';
import { exposeStore, MemoryStore, StoreFailedError, type Ask, type Opening } from '../store';

/** What the worker opens: a file's bytes, or a file of this site by its address. `trusted`: bundled, and so validated already. */
export type StoreSource = { bytes: Uint8Array; name?: string } | { url: string; trusted: boolean };

/** What it tells besides what a store does. Of a snapshot the store holds the dataset inside. */
export interface StoreDetail {
  report: Report;
  snapshot?: Snapshot;
}

async function open(source: StoreSource, { signal, onProgress }: Ask): Promise<Opening<StoreDetail>> {
  const told = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
  const { dataset, snapshot, report } =
    'bytes' in source
      ? await readFile(source.bytes, { ...told, ...(source.name === undefined ? {} : { name: source.name }) })
      : await readFile(await fetched(source.url, signal), { ...told, trusted: source.trusted });
  const detail = { report, ...(snapshot ? { snapshot } : {}) };
  return dataset ? { store: await MemoryStore.open(dataset), detail } : { detail };
}

async function fetched(url: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const response = await fetch(url, { credentials: 'same-origin', ...(signal ? { signal } : {}) });
  if (!response.ok) throw new StoreFailedError(`${url} cannot be fetched: the server answered ${response.status}. Reload the page.`);
  return new Uint8Array(await response.arrayBuffer());
}

exposeStore(self as DedicatedWorkerGlobalScope, open);

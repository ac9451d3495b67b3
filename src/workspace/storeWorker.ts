import { readFile, type Report } from '../formats';
import type { PerspectiveChart, Snapshot } from '../model';
import { writeOpen } from './exporting/writeOpen';
import { exposeStore, MemoryStore, StoreFailedError, type Ask, type Opening } from '../store';
import type { ReadAs } from './platform';

/** What the worker opens: a file's bytes, or a file of this site by its address. `trusted`: bundled, and so validated already; never a user's file. */
export type StoreSource = (({ bytes: Uint8Array; name?: string } & ReadAs) | { url: string }) & { trusted?: boolean };

/** What it tells besides what a store does. Of a snapshot the store holds the dataset inside. */
export interface StoreDetail {
  report: Report;
  snapshot?: Snapshot;
  /** The views that the file draws. */
  views?: readonly PerspectiveChart[];
}

async function open(source: StoreSource, { signal, onProgress }: Ask): Promise<Opening<StoreDetail>> {
  const bytes = 'bytes' in source ? source.bytes : await fetched(source.url, signal);
  const { dataset, snapshot, perspectives, report } = await readFile(bytes, {
    ...('name' in source && source.name !== undefined ? { name: source.name } : {}),
    ...('format' in source && source.format !== undefined ? { format: source.format } : {}),
    ...('mapping' in source && source.mapping ? { mapping: source.mapping } : {}),
    ...(source.trusted ? { trusted: true } : {}),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  const detail = { report, ...(snapshot ? { snapshot } : {}), ...(perspectives ? { views: perspectives } : {}) };
  return dataset ? { store: await MemoryStore.open(dataset), detail } : { detail };
}

async function fetched(url: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const response = await fetch(url, { credentials: 'same-origin', ...(signal ? { signal } : {}) });
  if (!response.ok) throw new StoreFailedError(`${url} cannot be fetched: the server answered ${response.status}. Reload the page.`);
  return new Uint8Array(await response.arrayBuffer());
}

exposeStore(self as DedicatedWorkerGlobalScope, open, writeOpen);

import { readFile, readFolder, sourceOfBlob, type Reading, type ReadFileOptions, type FileSource, type Report } from '../formats';
import type { PerspectiveChart, Snapshot, WorkDetail } from '../model';
import { writeOpen } from './exporting/writeOpen';
import { exposeStore, MemoryStore, StoreFailedError, type Ask, type Opening } from '../store';
import { filesOf } from './mapping/folderFiles';
import type { FolderFile, ReadAs } from './platform';

/** What the worker opens: a file, or several that are one dataset, which come without their bytes, or the bytes of one, or a file of this site by its address. `trusted`: bundled, and so validated already; never a user's file. */
export type StoreSource = ((({ blob: Blob } | { files: readonly FolderFile[] }) & { name: string } & ReadAs) | { bytes: Uint8Array } | { url: string }) & { trusted?: boolean };

/** What it tells besides what a store does. Of a snapshot the store holds the dataset inside. */
export interface StoreDetail {
  report: Report;
  snapshot?: Snapshot;
  /** The views that the file draws. */
  views?: readonly PerspectiveChart[];
}

/** How much of the opening is done when the file has been read (0–1); the rest is its index. */
const READING = 0.93;

async function open(source: StoreSource, { signal, onProgress }: Ask): Promise<Opening<StoreDetail>> {
  const { dataset, snapshot, perspectives, report } = await read(source, signal, {
    ...('format' in source && source.format !== undefined ? { format: source.format } : {}),
    ...('mapping' in source && source.mapping ? { mapping: source.mapping } : {}),
    ...(source.trusted ? { trusted: true } : {}),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress: (done: number, detail?: WorkDetail) => onProgress(done * READING, detail) } : {}),
  });
  const detail = { report, ...(snapshot ? { snapshot } : {}), ...(perspectives ? { views: perspectives } : {}) };
  if (!dataset) return { detail };
  onProgress?.(READING, { phase: 'Indexing' });
  return { store: await MemoryStore.open(dataset), detail };
}

async function read(source: StoreSource, signal: AbortSignal | undefined, options: ReadFileOptions): Promise<Reading> {
  if ('files' in source) return readFolder(await filesOf(source.files), { name: source.name, ...options });
  return readFile(await fileOf(source, signal), options);
}

async function fileOf(source: Exclude<StoreSource, { files: unknown }>, signal: AbortSignal | undefined): Promise<FileSource | Uint8Array> {
  if ('blob' in source) return sourceOfBlob(source.blob, source.name);
  return 'bytes' in source ? source.bytes : fetched(source.url, signal);
}

async function fetched(url: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const response = await fetch(url, { credentials: 'same-origin', ...(signal ? { signal } : {}) });
  if (!response.ok) throw new StoreFailedError(`${url} cannot be fetched: the server answered ${response.status}. Reload the page.`);
  return new Uint8Array(await response.arrayBuffer());
}

exposeStore(self as DedicatedWorkerGlobalScope, open, writeOpen);

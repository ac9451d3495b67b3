import {
  readFile, readFolder, refusedPacked, sourceOfBlob, type CarriedFile, type Reading, type ReadFileOptions, type Report,
} from '../formats';
import { partOfWork, type Case, type CaseChart, type Dataset, type PerspectiveChart, type Snapshot } from '../model';
import { bytesOfBlob, isPacked, packedIdentity, PackedFileError } from '../packed';
import { writeOpen } from './exporting/writeOpen';
import {
  exposeStore, MemoryStore, openPackedStore, OtherBaseError, OWN_QUESTIONS, type CallOptions, type Opening, type QuestionName,
} from '../store';
import { filesOf } from './mapping/folderFiles';
import type { BaseFile, FolderFile, ReadAs, StandsOn } from './platform';

/**
 * What the worker opens: a file, or several that are one dataset, which come without their bytes, or the bytes of one. `trusted`:
 * bundled, and so validated already; never a user's file.
 */
export type StoreSource = OneSource | { parts: readonly (OneSource & { name: string })[] };

/** One file, or several that are one dataset. */
export type OneSource = (
  | (({ blob: Blob; base?: BaseFile } | { files: readonly FolderFile[] }) & { name: string } & ReadAs)
  | { bytes: Uint8Array }
) & { trusted?: boolean };

/** What it tells besides what a store does. Of a snapshot the store holds the dataset inside. */
export interface StoreDetail {
  report: Report;
  snapshot?: Snapshot;
  /** What a case stands on. */
  base?: StandsOn;
  /** By which a packed file is known again. */
  packed?: string;
  /** The charts of a case. */
  charts?: readonly CaseChart[];
  /** The captured files that the case carries, by SHA-256. */
  files?: ReadonlyMap<string, Blob>;
  /** The views that the file draws. */
  views?: readonly PerspectiveChart[];
  /** Where the entities of each file after the first begin. */
  starts?: readonly number[];
  /** Questions that the store does not answer. */
  lacking?: readonly QuestionName[];
}

/** How much of the opening is done when the file has been read (0–1); the rest is its index. */
const READING = 0.93;

async function open(source: StoreSource, ask: CallOptions): Promise<Opening<StoreDetail>> {
  if ('parts' in source) return openSideBySide(source.parts, ask);
  if ('blob' in source && source.format === undefined && isPacked(await sourceOfBlob(source.blob).head(8)))
    return openInPlace(source, ask);
  const { dataset, snapshot, charts, base, files, perspectives, report } = await readOne(source, partOfWork(ask, 0, READING));
  const detail = {
    report, ...(snapshot ? { snapshot } : {}), ...(charts ? { charts } : {}), ...(perspectives ? { views: perspectives } : {}),
    ...(files && files.length > 0 ? { files: new Map(files.map(blobOf)) } : {}),
    ...(base ? { base: { ...base, there: false } } : {}),
  };
  if (!dataset) return { detail };
  if (base && 'blob' in source && source.base) return openOnBase({ dataset, charts: charts ?? [], base }, source.base, detail);
  // The names of a case that comes along are few, and indexed when somebody searches.
  return { store: source.trusted ? await MemoryStore.open(dataset) : await indexed(dataset, [], ask), detail };
}

/** A case over the packed file on which it stands, which stays where it is. */
async function openOnBase(one: Case, { name, blob }: BaseFile, detail: StoreDetail): Promise<Opening<StoreDetail>> {
  try {
    const store = await openPackedStore(bytesOfBlob(blob, name));
    await store.standUnder(one);
    store.prepareSearch();
    return { store, detail: { ...detail, base: { ...one.base!, there: true }, lacking: OWN_QUESTIONS.filter((own) => !store[own]) } };
  } catch (cause) {
    if (cause instanceof PackedFileError) return { detail: { report: refusedPacked(cause).report } };
    if (!(cause instanceof OtherBaseError)) throw cause;
    const issue = {
      code: 'other-base', severity: 'error' as const, at: 'base', message: cause.message, hint: `Drop “${one.base!.name}” on the window.`,
    };
    return { detail: { report: { ...detail.report, issues: [issue] } } };
  }
}

/** A captured file as the page keeps it, by its SHA-256. */
function blobOf({ sha256, mediaType, content }: CarriedFile): [string, Blob] {
  return [sha256, new Blob([content as BlobPart], { type: mediaType })];
}

/** A packed file stays where it is: what questions need of it is read then. */
async function openInPlace({ blob, name }: { blob: Blob; name: string }, ask: CallOptions): Promise<Opening<StoreDetail>> {
  try {
    ask.onProgress?.(0, { phase: 'Reading' });
    const bytes = bytesOfBlob(blob, name);
    const store = await openPackedStore(bytes);
    store.prepareSearch();
    const { entities, relationships, claims, sources } = await store.describe();
    return {
      store,
      detail: {
        packed: await packedIdentity(bytes), lacking: OWN_QUESTIONS.filter((name) => !store[name]),
        report: { format: 'throughline-packed', entities, relationships, claims, sources, issues: [] },
      },
    };
  } catch (cause) {
    if (!(cause instanceof PackedFileError)) throw cause;
    return { detail: { report: refusedPacked(cause).report } };
  }
}

/** Files are read one after another; of one that cannot be used nothing is opened. */
async function openSideBySide(parts: readonly (OneSource & { name: string })[], ask: CallOptions): Promise<Opening<StoreDetail>> {
  const read: { name: string; reading: Reading }[] = [];
  for (const [i, part] of parts.entries())
    read.push({
      name: part.name, reading: await readOne(part, partOfWork(ask, (i / parts.length) * READING, ((i + 1) / parts.length) * READING)),
    });
  // Names of several files are compared in one script; the tables for it are large and seldom needed.
  const { sideBySide } = await import('./loading/sideBySide');
  const { dataset, starts, report } = sideBySide(read);
  const { snapshot, perspectives } = read[0]!.reading;
  const detail = { report, starts, ...(snapshot ? { snapshot } : {}), ...(perspectives ? { views: perspectives } : {}) };
  if (!dataset) return { detail };
  return { store: await indexed(dataset, starts, ask), detail };
}

/** The names are indexed while the first chart is drawn: of a large dataset nothing is, and the user searches first. */
async function indexed(dataset: Dataset, added: readonly number[], ask: CallOptions): Promise<MemoryStore> {
  ask.onProgress?.(READING, { phase: 'Indexing' });
  const store = await MemoryStore.open(dataset, { added });
  store.prepareSearch();
  return store;
}

function readOne(source: OneSource, { signal, onProgress }: CallOptions): Promise<Reading> {
  return read(source, {
    ...('format' in source && source.format !== undefined ? { format: source.format } : {}),
    ...('mapping' in source && source.mapping ? { mapping: source.mapping } : {}),
    ...(source.trusted ? { trusted: true } : {}),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
}

async function read(source: OneSource, options: ReadFileOptions): Promise<Reading> {
  if ('files' in source) return readFolder(await filesOf(source.files), { name: source.name, ...options });
  return readFile('blob' in source ? sourceOfBlob(source.blob, source.name) : source.bytes, options);
}

exposeStore(self as DedicatedWorkerGlobalScope, open, writeOpen);

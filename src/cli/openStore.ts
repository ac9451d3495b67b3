import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { citedSources, type CaseChart, type Dataset } from '../model';
import { datasetHead, type DatasetHead, type RecordTable } from '../graph';
import { isPacked, PackedFileError } from '../packed';
import type { Reading } from '../formats';
import {
  MemoryStore, openPackedStore, OtherBaseError, StoreFailedError, TooMuchAskedError, type GraphStore, type PackedStore,
} from '../store';
import { BUNDLED_CASE } from './installation';
import { MisuseError, type Io } from './io';
import { openWhole } from './openDataset';
import { pathBytes } from './pathBytes';
import { pathSource } from './pathSource';
import { inPatience } from './patience';

/** A dataset that questions are put to: in memory, or a packed file that is read in place. */
export interface OpenStore {
  readonly store: GraphStore;
  readonly head: DatasetHead;
  /** What was read of the file: all of it, or of a packed one the part that is written (`withPart`). */
  readonly reading?: ReadPart;
  /** The charts of a case that stands on a packed file. */
  readonly charts?: readonly CaseChart[];
  /** All records of a packed file. */
  readonly table?: RecordTable;
  /** What answers, where it is a database. */
  readonly engine?: string;
}

/** What was read of a file. */
interface ReadPart extends Pick<Reading, 'format' | 'snapshot' | 'charts' | 'perspectives'> {
  readonly dataset: Dataset;
  /** There is more in the file. */
  readonly isPart?: boolean;
}

/** The same with the part of a packed dataset that is to be written, as a dataset and, where it is frozen, as a snapshot. */
export function withPart(opened: OpenStore, part: Pick<ReadPart, 'dataset' | 'snapshot'>): OpenStore {
  return { ...opened, reading: { format: 'throughline', isPart: true, ...part } };
}

/** What an answer is made of, by id. */
interface RecordIds {
  readonly entities?: Iterable<string>;
  readonly relationships?: Iterable<string>;
}

/** Where the data to ask are: a file, or a dataset of a database, by its id where there are several. */
export interface DataOptions {
  readonly data?: string;
  /** The packed file that the case stands on; looked for beside it if left out. */
  readonly base?: string;
  readonly database?: string;
  readonly dataset?: string;
}

/**
 * Does some work with the dataset of a file or a database, and closes it. Throws MisuseError with the report where it cannot be read, or
 * with what is the matter with the database.
 */
export async function withStore<T>(
  { data: path = BUNDLED_CASE, base, database, dataset }: DataOptions, io: Io, work: (opened: OpenStore) => Promise<T>,
): Promise<T> {
  if (database !== undefined) return withDatabase(database, dataset, io, work);
  if (dataset !== undefined) throw new MisuseError('--dataset names a dataset of a database. Name the database with --database.');
  if (await isPackedPath(path, io))
    return withPacked(path, (store) => work({ store, head: store.directory.dataset, table: store.table }));
  const reading = await openWhole(path, io);
  if (reading.base) return withBase(base ?? join(dirname(path), basename(reading.base.name)), reading, path, work);
  if (base !== undefined) throw new MisuseError(`${path} stands on no base. Leave --base away.`);
  return work({ store: await MemoryStore.open(reading.dataset), head: datasetHead(reading.dataset), reading });
}

/** The same with a database. Its drivers are loaded where one is asked, and nowhere else. */
async function withDatabase<T>(address: string, id: string | undefined, io: Io, work: (opened: OpenStore) => Promise<T>): Promise<T> {
  try {
    const store = await (await import('../database')).openDatabase(address, id);
    try {
      io.err(`From "${store.dataset.id}" in ${store.engine}.`);
      return await work({ store, head: store.dataset.head, engine: store.engine });
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof StoreFailedError || error instanceof TooMuchAskedError ? new MisuseError(error.message) : error;
  }
}

/**
 * The same with a packed file, read in place. Throws MisuseError with what it is refused for, also where that is found out only when a
 * record is read, and where an answer would be made of too many records.
 */
export async function withPacked<T>(path: string, work: (store: PackedStore) => Promise<T>): Promise<T> {
  const bytes = await pathBytes(path);
  try {
    return await work(await openPackedStore(bytes));
  } catch (error) {
    throw error instanceof PackedFileError || error instanceof TooMuchAskedError ? new MisuseError(`${path}: ${error.message}`) : error;
  } finally {
    await bytes.close();
  }
}

/** The same with a case and the packed file on which it stands, asked as one. Throws MisuseError where that is not at hand, or another. */
async function withBase<T>(
  path: string, { dataset, charts = [], base }: Reading & { dataset: Dataset }, of: string, work: (opened: OpenStore) => Promise<T>,
): Promise<T> {
  if (!(await isPackedPath(path)))
    throw new MisuseError(`${of} stands on the packed dataset “${base!.name}”, and ${path} is none. Name it with --base FILE.`);
  return withPacked(path, async (store) => {
    await store.standUnder({ dataset, charts, ...(base ? { base } : {}) }).catch((error: unknown) => {
      throw error instanceof OtherBaseError ? new MisuseError(error.message) : error;
    });
    return work({ store, head: datasetHead(dataset), charts });
  });
}

/** Whether a file is a packed dataset. False for what is no file, or cannot be read: whoever reads it says why. */
export async function isPackedPath(path: string, io?: Io): Promise<boolean> {
  // A pipe would keep whoever opens it waiting.
  if (path === '-' || !(await inPatience(stat(path).catch(() => undefined), path, io))?.isFile()) return false;
  const head = await inPatience(pathSource(path, io).then((source) => source.head(8)).catch(() => undefined), path, io);
  return head !== undefined && isPacked(head);
}

/** The records of an answer and the sources that they cite, as a dataset of their own. */
export async function datasetOf({ store, head }: OpenStore, { entities = [], relationships = [] }: RecordIds): Promise<Dataset> {
  const records = {
    entities: await store.entities({ ids: [...new Set(entities)] }),
    relationships: await store.relationships({ ids: [...new Set(relationships)] }),
  };
  const sources = await store.sources({ ids: [...citedSources([...records.entities, ...records.relationships])] });
  return { ...head, ...records, sources };
}

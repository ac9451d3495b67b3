import { basename } from 'node:path';
import { caseLosses, eachRecordLine, formatOf, LineError } from '../../formats';
import { datasetHead, DuplicateEntityError, UnknownEntityError, type DatasetHead, type RecordTable } from '../../graph';
import { combineDatasets, type Dataset } from '../../model';
import { StoreFailedError, type PackedStore } from '../../store';
import type { Connection, DatasetLoader } from '../../database';
import { MisuseError, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { headOfLines, isOfLines, SourcesBefore } from '../linesFile';
import { readMapping } from '../mappingFile';
import { readPath, watched } from '../openDataset';
import { isPackedPath, withPacked } from '../openStore';
import { pathSource } from '../pathSource';

interface LoadOptions {
  database: string;
  /** The id to load under, where it is not that of the dataset. */
  dataset?: string;
  mapping?: string;
}

/** A dataset whose records come one after another. */
interface Stream {
  /** Its head is told before the first record. */
  readonly head: DatasetHead;
  records(loader: DatasetLoader): Promise<void>;
}

/**
 * Loads files, which become one dataset, into a database, where it takes the place of what has its id. Issues go to `err`; exit code 1
 * where a file cannot be used. A load that ends before it is whole is taken away, by itself or by the next one.
 */
export async function load(files: readonly string[], options: LoadOptions, io: Io): Promise<ExitCode> {
  const { connect, DatasetLoader: Loader, LoadError } = await import('../../database');
  try {
    return await withStream(files, options, io, async (stream) => {
      const connection = await connect(options.database, { create: true });
      try {
        return await loadInto(connection, Loader, stream, options, io);
      } finally {
        await connection.close();
      }
    });
  } catch (error) {
    if (error instanceof LineError) throw new MisuseError(`${files.join(', ')}, line ${error.line}: ${error.message}`);
    if ([LoadError, DuplicateEntityError, UnknownEntityError, StoreFailedError].some((kind) => error instanceof kind))
      throw new MisuseError(`${files.join(', ')}: ${(error as Error).message}`);
    throw error;
  } finally {
    io.progress?.('');
  }
}

async function loadInto(
  connection: Connection, Loader: typeof DatasetLoader, stream: Stream, options: LoadOptions, io: Io,
): Promise<ExitCode> {
  const head = { ...stream.head, id: options.dataset ?? stream.head.id };
  const loader = await Loader.begin(connection, head.id);
  for (const { id, begun } of loader.broken)
    io.err(`A load of "${id}" that was begun at ${begun} had not ended; what it had brought was taken away.`);
  try {
    await stream.records(loader);
    const { replaced, description } = await loader.finish(head, (said) => io.progress?.(said));
    io.progress?.('');
    io.out(
      `"${head.id}": ${description.entities} entities, ${description.relationships} relationships, ${description.sources} sources in `
      + `${connection.engine}${replaced ? ', in place of what was loaded before' : ''}.`,
    );
    return 0;
  } catch (error) {
    // Where the database is gone, the next load takes away what is left.
    await loader.giveUp().catch(() => undefined);
    throw error;
  }
}

/** Does some work with the records of files; exit code 1 where they cannot be used. */
async function withStream(
  files: readonly string[], options: LoadOptions, io: Io, work: (stream: Stream) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [first] = files;
  if (files.length === 1 && (await isPackedPath(first!, io))) return withPacked(first!, (store) => work(packedStream(store, io)));
  if (files.length === 1 && (await isOfLines(first!, io))) return work(await linesStream(first!, io));
  const dataset = await wholeOf(files, options, io);
  return dataset ? work(datasetStream(dataset, io)) : 1;
}

/** Files that are read as a whole. */
async function wholeOf(files: readonly string[], options: LoadOptions, io: Io): Promise<Dataset | undefined> {
  let whole: Dataset | undefined;
  for (const file of files) {
    const { dataset, snapshot, charts, report } = await readPath(file, io, { mapping: await readMapping(options.mapping) });
    if (report.issues.length > 0) io.err(issueLines(report.issues).join('\n'));
    const data = dataset ?? snapshot?.dataset;
    if (!data) return undefined;
    const losses = issueLines(caseLosses(formatOf('throughline-packed')!, data, charts));
    if (losses.length > 0) io.err(losses.join('\n'));
    whole = whole ? combineDatasets(whole, data, basename(file)).dataset : data;
  }
  return whole;
}

/** How many records are handed over before the database may have to be waited for. */
const AT_A_TIME = 2_000;

function datasetStream(dataset: Dataset, io: Io): Stream {
  const { sources, entities, relationships } = dataset;
  return {
    head: datasetHead(dataset),
    async records(loader) {
      const all = sources.length + entities.length + relationships.length;
      let done = 0;
      const each = async <T>(records: readonly T[], add: (record: T) => void) => {
        for (const record of records) {
          add(record);
          if (loader.full) await loader.drained();
          if (++done % AT_A_TIME === 0) io.progress?.(`Loading · ${Math.round((done / all) * 100)} %`);
        }
      };
      await each(sources, (record) => loader.addSource(record));
      await each(entities, (record) => loader.addEntity(record));
      await each(relationships, (record) => loader.addRelationship(record));
    },
  };
}

function packedStream({ directory, table }: PackedStore, io: Io): Stream {
  return {
    head: directory.dataset,
    async records(loader) {
      const all = table.sourceCount + table.entityCount + table.relationshipCount;
      let done = 0;
      const each = async <T>(count: number, read: (integers: readonly number[]) => Promise<T[]>, add: (record: T) => void) => {
        for (let from = 0; from < count; from += AT_A_TIME) {
          const integers = Array.from({ length: Math.min(AT_A_TIME, count - from) }, (_, i) => from + i);
          for (const record of await read(integers)) add(record);
          if (loader.full) await loader.drained();
          done += integers.length;
          io.progress?.(`Loading · ${Math.round((done / all) * 100)} %`);
        }
      };
      const read = <K extends 'sources' | 'entities' | 'relationships'>(kind: K) => table[kind].bind(table) as RecordTable[K];
      await each(table.sourceCount, read('sources'), (record) => loader.addSource(record));
      await each(table.entityCount, read('entities'), (record) => loader.addEntity(record));
      await each(table.relationshipCount, read('relationships'), (record) => loader.addRelationship(record));
    },
  };
}

/** Lines are loaded as they are read, so that none of them need fit into memory. */
async function linesStream(path: string, io: Io): Promise<Stream> {
  return {
    head: await headOfLines(path, io),
    async records(loader) {
      const { LoadError } = await import('../../database');
      const cited = new SourcesBefore((message) => new LoadError(message));
      await eachRecordLine(await pathSource(path, io), {
        head: () => undefined,
        source: (record) => (loader.addSource(record), cited.add(record.id)),
        entity: (record) => (cited.check(record), loader.addEntity(record)),
        relationship: (record) => (cited.check(record), loader.addRelationship(record)),
        pause: () => loader.drained(),
      }, watched(io));
    },
  };
}

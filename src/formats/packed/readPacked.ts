import { batchesBelow, type RecordTable } from '../../graph';
import { Turns, type Dataset } from '../../model';
import { openPackedFile, packedDirectory, PackedFileError, type ByteSource } from '../../packed';
import type { Reading, ReadOptions } from '../format';
import { limitIssue, limitsOf, mib, ReadLimitError } from '../limits';
import { datasetReading } from '../report';
import { refusedPacked } from './refusedPacked';

/** What a record takes in memory at least, in bytes. */
const RECORD = 300;

/**
 * Reads all records of a packed file. One that is damaged anywhere is refused. Throws `ReadLimitError` where they would take
 * more memory than a reading may.
 */
export async function readPacked(source: ByteSource, options: ReadOptions): Promise<Reading> {
  try {
    const { counts } = await packedDirectory(source);
    inReach(counts.entities + counts.relationships, options);
    const { table } = await openPackedFile(source);
    const turns = new Turns({ signal: options.signal });
    const dataset = await unpacked(table, async (done) => {
      if (!turns.over) return;
      options.onProgress?.(done, { phase: 'Unpacking' });
      await turns.next();
    });
    return datasetReading('throughline-packed', dataset, []);
  } catch (cause) {
    if (!(cause instanceof PackedFileError)) throw cause;
    return refusedPacked(cause);
  }
}

/** All records of a table as one dataset. `pause` is awaited now and then, with how much is done (0–1). */
async function unpacked(table: RecordTable, pause: (done: number) => Promise<void>): Promise<Dataset> {
  const all = table.entityCount + table.relationshipCount;
  const gathered = async <T>(count: number, read: (integers: number[]) => Promise<T[]>, before: number): Promise<T[]> => {
    const records: T[] = [];
    for (const integers of batchesBelow(count)) {
      for (const record of await read(integers)) records.push(record);
      await pause((before + records.length) / all);
    }
    return records;
  };
  const sources = await gathered(table.sourceCount, (integers) => table.sources(integers), 0);
  const entities = await gathered(table.entityCount, (integers) => table.entities(integers), 0);
  const relationships = await gathered(table.relationshipCount, (integers) => table.relationships(integers), table.entityCount);
  return { ...table.head, sources, entities, relationships };
}

function inReach(records: number, { limits }: ReadOptions): void {
  const { held } = limitsOf(limits);
  if (records * RECORD <= held) return;
  const message = `All ${records} records of this packed dataset take more than the ${mib(held)} of memory that a reading may.`;
  const hint = 'Ask it as it is: trace, between, owners, search, info and serve read it in place.';
  throw new ReadLimitError(limitIssue('too-much', '(file)', `${records} records`, message, hint));
}

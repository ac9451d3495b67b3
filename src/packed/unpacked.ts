import type { Dataset } from '../model';
import { batchesBelow, type RecordTable } from '../graph';

/** All records of a table as one dataset. `pause` is awaited now and then, with how much is done (0–1). */
export async function unpacked(table: RecordTable, pause: (done: number) => Promise<void> = async () => undefined): Promise<Dataset> {
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

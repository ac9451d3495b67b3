import type { CallOptions, DatasetPart } from '../../model';
import { questions, TooMuchAskedError } from '../../store';
import type { DatabaseReader } from '../reading/databaseReader';

type Table = 'entities' | 'relationships' | 'sources';

/** Integers in the order asked for; ids that are not there are left out. */
async function integersIn(reader: DatabaseReader, table: Table, ids: readonly string[]): Promise<number[]> {
  const found = await reader.records.integersOf(table, ids);
  return ids.map((id) => found.get(id)).filter((n) => n !== undefined);
}

export async function answerEntities(reader: DatabaseReader, { ids }: { ids: readonly string[] }) {
  return reader.records.entities(await integersIn(reader, 'entities', ids));
}

export async function answerRelationships(reader: DatabaseReader, { ids }: { ids: readonly string[] }) {
  return reader.records.relationships(await integersIn(reader, 'relationships', ids));
}

export async function answerSources(reader: DatabaseReader, { ids }: { ids: readonly string[] }) {
  const found = await reader.records.sourcesBehind(ids);
  const asked = new Set(ids);
  const behind = [...found].filter(([id]) => !asked.has(id)).map(([, one]) => one);
  return [...ids.flatMap((id) => found.get(id) ?? []), ...behind].map(({ source }) => source);
}

export async function answerPart(
  reader: DatabaseReader, { ids }: { ids: readonly string[] | 'all' }, options: CallOptions,
): Promise<DatasetPart> {
  if (ids === 'all') return everything(reader);
  const part = await reader.partAmong(await integersIn(reader, 'entities', ids));
  return questions.part.answer(part, { ids }, options);
}

async function everything({ records, dataset: { description }, limits }: DatabaseReader): Promise<DatasetPart> {
  const { entities, relationships, sources } = description;
  if (entities + relationships > limits.records) throw new TooMuchAskedError(entities + relationships, limits.records);
  const below = (count: number) => Array.from({ length: count }, (_, n) => n);
  return {
    entities: await records.entities(below(entities)), relationships: await records.relationships(below(relationships)),
    sources: await records.sources(below(sources)),
  };
}

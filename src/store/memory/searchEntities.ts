import type { CallOptions } from '../../model';
import type { SearchHit, SearchQuestion } from '../graphStore';
import type { DatasetReader } from './datasetReader';
import type { NameHit } from './names';

/** Entities whose names answer a text, best first, then those with most relationships, then by id. Rejects with the signal's reason. */
export async function searchEntities(
  reader: DatasetReader, { text, limit = 20, entityTypes }: SearchQuestion, options: CallOptions,
): Promise<SearchHit[]> {
  const names = await reader.nameIndex();
  options.signal?.throwIfAborted();
  const { index } = reader;
  const admits = (entity: number) => entityTypes?.includes(index.entityTypeAt(entity)) ?? true;
  const tieBreak = (a: number, b: number) => index.degree(b) - index.degree(a) || index.compareEntityIds(a, b);
  const hits = withId(reader, text.trim(), await names.find(text, { limit, admits, tieBreak }, options), admits);
  hits.sort((a, b) => b.score - a.score || tieBreak(a.entity, b.entity));
  const listed = hits.slice(0, limit);
  const entities = await reader.table.entities(listed.map((hit) => hit.entity));
  return listed.map(({ entity, matched, score }, i) => {
    const { id, name, type, jurisdiction } = entities[i]!;
    return { id, name, type, score, matched, ...(jurisdiction === undefined ? {} : { jurisdiction }), degree: index.degree(entity) };
  });
}

/** An id is no name, but a text that is the whole id of an entity means that entity. */
function withId({ index }: DatasetReader, id: string, hits: NameHit[], admits: (entity: number) => boolean): NameHit[] {
  const entity = index.entityIndexOf(id);
  return entity === -1 || !admits(entity) ? hits : [{ entity, matched: id, score: 1 }, ...hits.filter((h) => h.entity !== entity)];
}

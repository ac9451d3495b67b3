import { citedSources, type DatasetPart } from '../model';
import type { CallOptions, GraphStore } from './graphStore';

/** What of a dataset something told of it is made of, by ids: the entities drawn, and the entities and ties cited. */
interface Told {
  readonly drawn: readonly string[];
  readonly cited: readonly string[];
}

/** The entities drawn or cited with every tie between two of them, the ties cited with their ends, and the sources of all these. */
export async function toldPart(store: GraphStore, { drawn, cited }: Told, options?: CallOptions): Promise<DatasetPart> {
  const part = await store.part({ ids: [...new Set([...drawn, ...cited])] }, options);
  const there = new Set([...part.entities, ...part.relationships].map((r) => r.id));
  const ties = await store.relationships({ ids: cited.filter((id) => !there.has(id)) }, options);
  const ends = [...new Set(ties.flatMap((r) => [r.from, r.to]))].filter((id) => !there.has(id));
  const entities = [...part.entities, ...(await store.entities({ ids: ends }, options))];
  const relationships = [...part.relationships, ...ties];
  return { entities, relationships, sources: await store.sources({ ids: [...citedSources([...entities, ...relationships])] }, options) };
}

import type { CallOptions } from '../../model';
import { OUT, type CompiledFilter, type GraphIndex } from '../../graph';
import type { NeighbourAnswer, NeighbourQuestion } from '../graphStore';
import type { DatasetReader } from './datasetReader';

/** The entity itself and its neighbours, with the admitted relationships to it and the sources cited. Throws `UnknownEntityError`. */
export async function neighboursIn(reader: DatasetReader, { entity, filter = {}, limit = 50 }: NeighbourQuestion, options: CallOptions): Promise<NeighbourAnswer> {
  const centre = reader.index.knownEntity(entity);
  const tied = neighboursOf(reader.index, centre, await reader.compiled(filter, options));
  const listed = tied.slice(0, limit);
  const part = reader.records.part([centre, ...listed.map((t) => t.entity)], listed.flatMap((t) => t.relationships));
  return { ...part, more: tied.length - listed.length };
}

/** A neighbour and the admitted relationships to it, as integers of the index. */
interface Tied {
  readonly entity: number;
  readonly relationships: number[];
}

/** The neighbours of an entity, most ties first, then by id. The entity itself is always admitted; its ties to itself are left out. Cost O(d log d) in its degree. */
function neighboursOf(index: GraphIndex, entity: number, filter: CompiledFilter): Tied[] {
  const { starts, neighbours, ties } = index.adjacency;
  const byEntity = new Map<number, Tied>();
  for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
    const other = neighbours[slot]!;
    const relationship = ties[slot]! >>> 1;
    if (other === entity || filter.verdicts[relationship]! >= OUT.status || !filter.admitsEntity(other)) continue;
    const tied = byEntity.get(other) ?? { entity: other, relationships: [] };
    tied.relationships.push(relationship);
    byEntity.set(other, tied);
  }
  return [...byEntity.values()].sort((a, b) => b.relationships.length - a.relationships.length || index.compareEntityIds(a.entity, b.entity));
}

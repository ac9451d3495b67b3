import type { Dataset, Entity, Relationship, Source } from '../model';
import type { EntityIndex, RelationshipIndex, SourceIndex } from './integers';

/** A dataset without its records. */
export type DatasetHead = Omit<Dataset, '$schema' | 'sources' | 'entities' | 'relationships'>;

export function datasetHead({
  $schema: _, sources: _sources, entities: _entities, relationships: _relationships, ...head
}: Dataset): DatasetHead {
  return head;
}

/**
 * The records behind the integers of an index, wherever they lie: as objects, or packed in a file that is read in place. Questions
 * work on the index and ask here for the few records that their answer is made of. Integers must be those of the index.
 */
export interface RecordTable {
  readonly head: DatasetHead;
  readonly entityCount: number;
  readonly relationshipCount: number;
  readonly sourceCount: number;
  /** How many claims there are about entities; those about relationships are in the index. */
  readonly entityClaims: number;
  /**
   * In the order asked for, as all of these. Where it takes long, it gives way, and rejects with the reason of a signal that is aborted.
   */
  entities(integers: readonly EntityIndex[], signal?: AbortSignal): Promise<Entity[]>;
  relationships(integers: readonly RelationshipIndex[], signal?: AbortSignal): Promise<Relationship[]>;
  sources(integers: readonly SourceIndex[]): Promise<Source[]>;
  /** -1 for an id that is not there. */
  relationshipIndexOf(id: string): RelationshipIndex;
  sourceIndexOf(id: string): SourceIndex;
  /** The most that the share of a relationship may be, per cent; 0 where none is recorded. */
  greatestShareAt(relationship: RelationshipIndex): number;
}

/** The most that the share of a relationship may be, per cent; 0 where none is recorded. */
export function greatestShare({ share }: Pick<Relationship, 'share'>): number {
  return share === undefined ? 0 : typeof share === 'number' ? share : share.max;
}

/** The integers below a count, so many at a time, for what goes through all records of a table. */
export function* batchesBelow(count: number, size = 4096): Generator<number[]> {
  for (let first = 0; first < count; first += size) yield Array.from({ length: Math.min(size, count - first) }, (_, i) => first + i);
}

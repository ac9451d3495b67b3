import type { Entity, Relationship, Source } from '../../model';
import type { EntityIndex, RelationshipIndex } from '../integers';
import type { GraphIndex } from '../graphIndex';

/** What changes in the records of an index: by integer what is another now or gone (null), and what comes, in its order. */
export interface RecordChanges {
  readonly entities: ReadonlyMap<EntityIndex, Entity | null>;
  /** `was`: the record as the base has it. */
  readonly relationships: ReadonlyMap<RelationshipIndex, { readonly was: Relationship; readonly now: Relationship | null }>;
  readonly newEntities: readonly Entity[];
  readonly newRelationships: readonly Relationship[];
  /** Sources that come, are others now, or are gone. */
  readonly sources: ReadonlyMap<string, Source | undefined>;
}

/** How an index differs from the one that it is laid over. Integers below the base's counts mean what they mean there. */
export interface IndexDelta {
  readonly base: GraphIndex;
  /** With those that came, and with those that are gone. */
  readonly entityCount: number;
  readonly relationshipCount: number;
  /** Entities whose slots are others than in the base; those that came are among them. */
  readonly tied: readonly EntityIndex[];
  /** Relationships that came, are others now, are gone, or whose status may be another. */
  readonly relationships: readonly RelationshipIndex[];
  /** Entities of the base that have another type or other dates now, or are gone. */
  readonly entities: readonly EntityIndex[];
  readonly goneEntities: ReadonlySet<EntityIndex>;
  readonly goneRelationships: ReadonlySet<RelationshipIndex>;
  /** The ends of relationships that came or are others now. */
  readonly ends: ReadonlyMap<RelationshipIndex, readonly [from: EntityIndex, to: EntityIndex]>;
}

import {
  entityTypeIds, relationshipTypeIds, statuses,
  type EntityType, type Interval, type IntervalBounds, type RelationshipType, type Status, type Undated,
} from '../model';
import { endsOf, type Adjacency } from './adjacency';
import type { ClaimTable } from './claimTable';
import type { WholeNumbers } from './growingColumn';
import type { IdTable } from './idTable';
import type { EntityIndex, RelationshipIndex } from './integers';
import type { IntervalTable } from './intervalTable';
import type { PackedStrings } from './packedStrings';
import { UnknownEntityError } from './unknownEntityError';

/** What an index is made of; by entity or by relationship integer, each array as long as there are of them. */
interface IndexParts {
  readonly entityIds: IdTable;
  /** Places in `entityTypeIds`. */
  readonly entityTypeCodes: Uint8Array;
  /** Codes of `intervals`: from when to when each entity existed. Absent where no entity has a date. */
  readonly lifeCodes?: WholeNumbers | undefined;
  readonly relationshipIds: PackedStrings;
  /** Places in `relationshipTypeIds`. */
  readonly relationshipTypeCodes: Uint8Array;
  /** Of the status that all claims add up to: 0 confirmed to 4 denied. */
  readonly weaknesses: Uint8Array;
  /** Codes of `intervals`. */
  readonly intervalCodes: WholeNumbers;
  readonly intervals: IntervalTable;
  readonly claims: ClaimTable;
  readonly adjacency: Adjacency;
  /** What `ends` gives, where it is at hand. */
  readonly ends?: Uint32Array | undefined;
}

/**
 * What the algorithms run on: entities and relationships as integers (0 up, in the order in which they came), adjacency in
 * both directions, and of each relationship its type, dates, claims and status, all in typed arrays. It never changes; a dataset
 * that changes is indexed again. Ids are met at the edges only: `entityIndexOf` on the way in, `entityIdAt` on the way out.
 */
export class GraphIndex {
  readonly entityCount: number;
  readonly relationshipCount: number;
  readonly adjacency: Adjacency;
  #ends: Uint32Array | undefined;

  constructor(readonly parts: IndexParts) {
    this.entityCount = parts.entityTypeCodes.length;
    this.relationshipCount = parts.weaknesses.length;
    this.adjacency = parts.adjacency;
    this.#ends = parts.ends;
  }

  /** -1 for an id that no entity has. */
  entityIndexOf(id: string): EntityIndex {
    return this.parts.entityIds.indexOf(id);
  }

  /** Throws `UnknownEntityError` for an id that no entity has. */
  knownEntity(id: string): EntityIndex {
    const i = this.entityIndexOf(id);
    if (i === -1) throw new UnknownEntityError(id);
    return i;
  }

  entityIdAt(entity: EntityIndex): string {
    return this.parts.entityIds.ids.at(entity);
  }

  /** Below 0 where the id of entity `a` comes before that of `b`, by code units. */
  compareEntityIds(a: EntityIndex, b: EntityIndex): number {
    return this.parts.entityIds.ids.compare(a, b);
  }

  entityTypeAt(entity: EntityIndex): EntityType {
    return entityTypeIds[this.parts.entityTypeCodes[entity]!]!;
  }

  /** The ends of every relationship: `from` of relationship r at 2r, `to` at 2r + 1. Made when it is first wanted, and kept. */
  ends(): Uint32Array {
    return (this.#ends ??= endsOf(this.adjacency, this.relationshipCount));
  }

  relationshipIdAt(relationship: RelationshipIndex): string {
    return this.parts.relationshipIds.at(relationship);
  }

  relationshipTypeAt(relationship: RelationshipIndex): RelationshipType {
    return relationshipTypeIds[this.parts.relationshipTypeCodes[relationship]!]!;
  }

  /** The status that all claims of a relationship add up to. */
  statusAt(relationship: RelationshipIndex): Status {
    return statuses[this.parts.weaknesses[relationship]!]!;
  }

  /** Between which days a relationship started and ended. */
  intervalAt(relationship: RelationshipIndex, undated?: Undated): IntervalBounds {
    return this.parts.intervals.boundsOf(this.parts.intervalCodes[relationship]!, undated);
  }

  /** When a relationship held, in its own words. */
  datesAt(relationship: RelationshipIndex): Interval {
    return this.parts.intervals.intervalOf(this.parts.intervalCodes[relationship]!);
  }

  /** How many relationships an entity has, of any status; one with itself counts once. */
  degree(entity: EntityIndex): number {
    return this.adjacency.starts[entity + 1]! - this.adjacency.starts[entity]!;
  }
}

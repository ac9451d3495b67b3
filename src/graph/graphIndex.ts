import {
  entityTypeIds, relationshipTypeIds, statuses,
  type EntityType, type Interval, type IntervalBounds, type RelationshipType, type Status, type Undated,
} from '../model';
import { endsOf, type Adjacency } from './adjacency';
import type { ClaimTable } from './claimTable';
import type { IndexDelta } from './delta/indexDelta';
import { SlotRoom } from './delta/slotRoom';
import type { WholeNumbers } from './growingColumn';
import type { IdTable } from './idTable';
import type { EntityIndex, RelationshipIndex } from './integers';
import type { IntervalTable } from './intervalTable';
import type { PackedStrings } from './packedStrings';
import { UnknownEntityError } from './unknownEntityError';

/** What an index is made of; by entity or by relationship integer, each array as long as there are of them. */
export interface IndexParts {
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
 * both directions, and of each relationship its type, dates, claims and status, all in typed arrays. It never changes: of a dataset
 * that changes a delta is laid over it (`indexOver`), in which the integers of what was taken away stand for nothing. Ids are met at the
 * edges only: `entityIndexOf` on the way in, `entityIdAt` on the way out.
 */
export class GraphIndex {
  readonly entityCount: number;
  readonly relationshipCount: number;
  #adjacency: Adjacency;
  #room: SlotRoom | undefined;
  #ends: Uint32Array | undefined;

  /** `delta`: what it lays over another index, where it does. */
  constructor(readonly parts: IndexParts, readonly delta?: IndexDelta) {
    this.entityCount = delta?.entityCount ?? parts.entityTypeCodes.length;
    this.relationshipCount = delta?.relationshipCount ?? parts.weaknesses.length;
    this.#adjacency = parts.adjacency;
    this.#ends = parts.ends;
  }

  get adjacency(): Adjacency {
    return this.#adjacency;
  }

  /** Room for the slots of indexes that are laid over this one, behind its own; its own lie there from then on, so that they lie once. */
  roomForSlots(count: number): SlotRoom {
    if (!this.#room?.has(count)) {
      this.#room = new SlotRoom(this.#adjacency, count);
      this.#adjacency = this.#room.own;
    }
    return this.#room!;
  }

  /** Whether an entity is there. */
  isThere(entity: EntityIndex): boolean {
    return this.delta?.goneEntities.has(entity) !== true;
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

  fromAt(relationship: RelationshipIndex): EntityIndex {
    if (!this.delta) return this.ends()[relationship * 2]!;
    return this.delta.ends.get(relationship)?.[0] ?? this.delta.base.ends()[relationship * 2]!;
  }

  toAt(relationship: RelationshipIndex): EntityIndex {
    if (!this.delta) return this.ends()[relationship * 2 + 1]!;
    return this.delta.ends.get(relationship)?.[1] ?? this.delta.base.ends()[relationship * 2 + 1]!;
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

  /** The relationships with a claim that cites a source, ascending. Cost O(relationships). */
  relationshipsCiting(source: string): RelationshipIndex[] {
    const { claims } = this.parts;
    const patterns = new Set(claims.patternsCiting([source]));
    const found: RelationshipIndex[] = [];
    if (patterns.size === 0) return found;
    for (let r = 0; r < this.relationshipCount; r++)
      if (patterns.has(claims.patternAt(r)) && this.delta?.goneRelationships.has(r) !== true) found.push(r);
    return found;
  }

  /** How many relationships an entity has, of any status; one with itself counts once. */
  degree(entity: EntityIndex): number {
    return this.#adjacency.stops[entity]! - this.#adjacency.starts[entity]!;
  }
}

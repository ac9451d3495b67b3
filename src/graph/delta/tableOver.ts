import type { Entity, Note, Relationship, Source } from '../../model';
import type { EntityIndex, RelationshipIndex, SourceIndex } from '../integers';
import { greatestShare, type DatasetHead, type RecordTable } from '../recordTable';
import type { RecordChanges } from './indexDelta';

/** What changes in a table of records: those of an index, sources by integer as well, and all notes as they are now. */
export interface TableChanges extends RecordChanges {
  /** By the integer of the base: what is another now, or gone. */
  readonly changedSources: ReadonlyMap<SourceIndex, Source | null>;
  readonly newSources: readonly Source[];
  readonly notes: readonly Note[];
  /** What is another now, or gone, as it was in the base. */
  readonly entitiesBefore: ReadonlyMap<EntityIndex, Entity>;
}

/** A table of records with changes laid over it; the base stays as it is, and is read for all that is not changed. */
export class TableOver implements RecordTable {
  readonly head: DatasetHead;
  readonly entityClaims: number;
  readonly #relationships: ReadonlyMap<string, RelationshipIndex>;
  readonly #sources: ReadonlyMap<string, SourceIndex>;

  constructor(readonly base: RecordTable, readonly changes: TableChanges) {
    const { notes: _notes, ...head } = base.head;
    this.head = { ...head, ...(changes.notes.length > 0 ? { notes: [...changes.notes] } : {}) };
    const came = claimsOf(changes.newEntities) + claimsOf(changes.entities.values());
    this.entityClaims = base.entityClaims + came - claimsOf(changes.entitiesBefore.values());
    this.#relationships = new Map(changes.newRelationships.map(({ id }, i) => [id, base.relationshipCount + i]));
    this.#sources = new Map(changes.newSources.map(({ id }, i) => [id, base.sourceCount + i]));
  }

  get entityCount(): number {
    return this.base.entityCount + this.changes.newEntities.length;
  }

  get relationshipCount(): number {
    return this.base.relationshipCount + this.changes.newRelationships.length;
  }

  get sourceCount(): number {
    return this.base.sourceCount + this.changes.newSources.length;
  }

  isThere(list: 'entities' | 'relationships' | 'sources', integer: number): boolean {
    const { entities, relationships, changedSources } = this.changes;
    if (list === 'relationships') return relationships.get(integer)?.now !== null;
    return (list === 'entities' ? entities : changedSources).get(integer) !== null;
  }

  entities(integers: readonly EntityIndex[], signal?: AbortSignal): Promise<Entity[]> {
    const { base, changes } = this;
    const own = (i: EntityIndex) => (i < base.entityCount ? changes.entities.get(i) : changes.newEntities[i - base.entityCount]);
    return together(integers, own, (rest) => base.entities(rest, signal));
  }

  relationships(integers: readonly RelationshipIndex[], signal?: AbortSignal): Promise<Relationship[]> {
    const { base, changes } = this;
    const own = (i: RelationshipIndex) =>
      i < base.relationshipCount ? changes.relationships.get(i)?.now : changes.newRelationships[i - base.relationshipCount];
    return together(integers, own, (rest) => base.relationships(rest, signal));
  }

  sources(integers: readonly SourceIndex[]): Promise<Source[]> {
    const { base, changes } = this;
    const own = (i: SourceIndex) => (i < base.sourceCount ? changes.changedSources.get(i) : changes.newSources[i - base.sourceCount]);
    return together(integers, own, (rest) => base.sources(rest));
  }

  relationshipIndexOf(id: string): RelationshipIndex {
    return this.#relationships.get(id) ?? this.#thereOr('relationships', this.base.relationshipIndexOf(id));
  }

  sourceIndexOf(id: string): SourceIndex {
    return this.#sources.get(id) ?? this.#thereOr('sources', this.base.sourceIndexOf(id));
  }

  greatestShareAt(relationship: RelationshipIndex): number {
    const { base, changes } = this;
    if (relationship >= base.relationshipCount) return greatestShare(changes.newRelationships[relationship - base.relationshipCount]!);
    const now = changes.relationships.get(relationship)?.now;
    return now ? greatestShare(now) : base.greatestShareAt(relationship);
  }

  #thereOr(list: 'relationships' | 'sources', integer: number): number {
    return integer !== -1 && this.isThere(list, integer) ? integer : -1;
  }
}

function claimsOf(entities: Iterable<Entity | null>): number {
  let count = 0;
  for (const entity of entities) count += entity?.claims?.length ?? 0;
  return count;
}

/** Records in the order asked for: those of one's own, and the rest from below, asked for at once. */
async function together<R>(
  integers: readonly number[], own: (integer: number) => R | null | undefined, below: (integers: readonly number[]) => Promise<R[]>,
): Promise<R[]> {
  const found = integers.map(own);
  const rest = integers.filter((_, i) => !found[i]);
  if (rest.length === 0) return found as R[];
  const records = await below(rest);
  let next = 0;
  return found.map((record) => record ?? records[next++]!);
}

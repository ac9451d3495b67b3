import { entityTypeIds, relationshipTypeIds, weakness, type Entity, type Relationship, type Source } from '../../model';
import type { Adjacency } from '../adjacency';
import { GraphIndex, type IndexParts } from '../graphIndex';
import type { WholeNumbers } from '../growingColumn';
import type { EntityIndex, RelationshipIndex } from '../integers';
import { UnknownEntityError } from '../unknownEntityError';
import { ClaimsOver } from './claimsOver';
import { columnOver } from './columnOver';
import { IdsOver, StringsOver } from './idsOver';
import type { IndexDelta, RecordChanges } from './indexDelta';
import { IntervalsOver } from './intervalsOver';
import { ChangedRows } from './changedRows';

/**
 * An index with changes laid over it. The base stays as it is and may be asked on. What is changed keeps its integer, what comes has one
 * above those of the base, and those of what is gone stand for nothing: no tie leads to them, and no filter admits them.
 *
 * Throws `UnknownEntityError` where a relationship would end at an entity that is not there. Cost O(changes + degrees of the entities that
 * they tie), and the copying of memory, a nanosecond for some bytes: where each entity's slots are at once, other columns when they are
 * first read.
 */
export function indexOver(base: GraphIndex, changes: RecordChanges): GraphIndex {
  return new DeltaBuilder(base, changes).finish();
}

class DeltaBuilder {
  readonly #claims: ClaimsOver;
  readonly #intervals: IntervalsOver;
  readonly #ids: IdsOver;
  readonly #goneEntities: Set<EntityIndex>;
  readonly #goneRelationships: Set<RelationshipIndex>;
  readonly #rows: ChangedRows;
  readonly #columns = {
    entityTypes: new Map<number, number>(), lives: new Map<number, number>(), relationshipTypes: new Map<number, number>(),
    weaknesses: new Map<number, number>(), held: new Map<number, number>(),
  };
  readonly #ends = new Map<RelationshipIndex, readonly [EntityIndex, EntityIndex]>();
  readonly #entities: EntityIndex[] = [];
  /** Whether any entity has a date. */
  #dated: boolean;

  constructor(private readonly base: GraphIndex, private readonly changes: RecordChanges) {
    const { parts } = base;
    this.#claims = new ClaimsOver(parts.claims, changes.sources);
    this.#intervals = new IntervalsOver(parts.intervals);
    this.#goneEntities = goneOf(changes.entities, (record) => record === null);
    this.#goneRelationships = goneOf(changes.relationships, ({ now }) => now === null);
    this.#ids = new IdsOver(parts.entityIds, changes.newEntities.map((e) => e.id), this.#goneEntities);
    this.#rows = new ChangedRows(base);
    this.#dated = parts.lifeCodes !== undefined;
  }

  finish(): GraphIndex {
    const { base, changes } = this;
    for (const [entity, record] of changes.entities) if (record) this.#changeEntity(entity, record);
    for (const [i, record] of changes.newEntities.entries()) this.#putEntity(base.entityCount + i, record);
    const judgedBySources = this.#judgeBySources();
    for (const [relationship, { was, now }] of changes.relationships) {
      const before = [base.entityIndexOf(was.from), base.entityIndexOf(was.to)] as const;
      if (now) this.#putRelationship(relationship, now, before);
      else this.#rows.take(relationship, before);
    }
    for (const [i, record] of changes.newRelationships.entries()) this.#putRelationship(base.relationshipCount + i, record, undefined);
    const entityCount = base.entityCount + changes.newEntities.length;
    const relationshipCount = base.relationshipCount + changes.newRelationships.length;
    for (let e = base.entityCount; e < entityCount; e++) this.#rows.touch(e);
    const adjacency = this.#rows.laidOver(entityCount);
    this.#noneLeftAtGone(adjacency);
    const delta: IndexDelta = {
      base, entityCount, relationshipCount,
      tied: this.#rows.entities,
      relationships: [...new Set([...judgedBySources, ...changes.relationships.keys(), ...this.#ends.keys()])],
      entities: [...this.#entities, ...this.#goneEntities],
      goneEntities: this.#goneEntities,
      goneRelationships: this.#goneRelationships,
      ends: this.#ends,
    };
    return new GraphIndex(this.#parts(adjacency, entityCount, relationshipCount), delta);
  }

  /** Columns are copied when they are first read. */
  #parts(adjacency: Adjacency, entities: number, relationships: number): IndexParts {
    const { parts } = this.base;
    const columns = this.#columns;
    const lives = parts.lifeCodes ?? (this.#dated ? this.#always() : undefined);
    const made = new Map<string, WholeNumbers>();
    const column = <C extends WholeNumbers>(base: C, length: number, name: keyof typeof columns): C => {
      const known = made.get(name) ?? columnOver(base, length, columns[name]);
      made.set(name, known);
      return known as C;
    };
    return {
      entityIds: this.#ids,
      relationshipIds: new StringsOver(parts.relationshipIds, this.changes.newRelationships.map((r) => r.id)),
      intervals: this.#intervals,
      claims: this.#claims,
      adjacency,
      get entityTypeCodes() {
        return column(parts.entityTypeCodes, entities, 'entityTypes');
      },
      get lifeCodes() {
        return lives && column(lives, entities, 'lives');
      },
      get relationshipTypeCodes() {
        return column(parts.relationshipTypeCodes, relationships, 'relationshipTypes');
      },
      get weaknesses() {
        return column(parts.weaknesses, relationships, 'weaknesses');
      },
      get intervalCodes() {
        return column(parts.intervalCodes, relationships, 'held');
      },
    };
  }

  /** The lives of a base none of whose entities has a date. */
  #always(): WholeNumbers {
    const code = this.#intervals.codeOf({});
    return columnOver(new Uint8Array(0), this.base.entityCount, new Map([[0, code]])).fill(code);
  }

  #changeEntity(entity: EntityIndex, record: Entity): void {
    const { entityTypeCodes, lifeCodes, intervals } = this.base.parts;
    const type = entityTypeIds.indexOf(record.type);
    const before = lifeCodes ? intervals.intervalOf(lifeCodes[entity]!) : {};
    if (type !== entityTypeCodes[entity]! || before.start !== record.start || before.end !== record.end) this.#entities.push(entity);
    this.#putEntity(entity, record);
  }

  #putEntity(entity: EntityIndex, record: Entity): void {
    this.#columns.entityTypes.set(entity, entityTypeIds.indexOf(record.type));
    this.#columns.lives.set(entity, this.#intervals.codeOf(record));
    this.#dated ||= record.start !== undefined || record.end !== undefined;
  }

  /** `before`: where it ended in the base. */
  #putRelationship(
    relationship: RelationshipIndex, { type, from, to, claims, start, end }: Relationship,
    before: readonly [EntityIndex, EntityIndex] | undefined,
  ): void {
    const ends = [this.#integerOf(from), this.#integerOf(to)] as const;
    if (before && (before[0] !== ends[0] || before[1] !== ends[1])) this.#rows.take(relationship, before);
    if (!before || before[0] !== ends[0] || before[1] !== ends[1]) this.#rows.put(relationship, ends);
    this.#ends.set(relationship, ends);
    this.#claims.put(relationship, claims);
    this.#columns.relationshipTypes.set(relationship, relationshipTypeIds.indexOf(type));
    this.#columns.held.set(relationship, this.#intervals.codeOf({ start, end }));
    this.#columns.weaknesses.set(relationship, weakness(this.#claims.statusOf(claims)));
  }

  /**
   * Relationships of the base whose status may be another, under some filter at least, since a source behind their claims is another.
   * Cost O(relationships) where there are any.
   */
  #judgeBySources(): RelationshipIndex[] {
    const { claims, weaknesses } = this.base.parts;
    const others = [...this.changes.sources].flatMap(([id, now]) => (countsAlike(claims.source(id), now) ? [] : [id]));
    if (others.length === 0) return [];
    const judged = new Map<number, number>();
    for (const pattern of claims.patternsCiting(claims.andDerived(others)))
      judged.set(pattern, weakness(this.#claims.statusOf(claims.claimsOf(pattern))));
    if (judged.size === 0) return [];
    const found: RelationshipIndex[] = [];
    for (let r = 0; r < weaknesses.length; r++) {
      const now = judged.get(claims.patternAt(r));
      if (now === undefined) continue;
      if (now !== weaknesses[r]) this.#columns.weaknesses.set(r, now);
      found.push(r);
    }
    return found;
  }

  /** Throws `UnknownEntityError` where an entity that is gone is still tied. */
  #noneLeftAtGone({ starts, stops }: Adjacency): void {
    for (const entity of this.#goneEntities)
      if (starts[entity] !== stops[entity]) throw new UnknownEntityError(this.base.entityIdAt(entity));
  }

  #integerOf(id: string): EntityIndex {
    const entity = this.#ids.indexOf(id);
    if (entity === -1) throw new UnknownEntityError(id);
    return entity;
  }
}

/** Whether two states of a source count alike for every status. */
function countsAlike(before: Source | undefined, now: Source | undefined): boolean {
  return (
    before?.kind === now?.kind
    && before?.publisher === now?.publisher
    && (before?.derivedFrom ?? []).join('\n') === (now?.derivedFrom ?? []).join('\n')
  );
}

function goneOf<V>(changes: ReadonlyMap<number, V>, isGone: (change: V) => boolean): Set<number> {
  return new Set([...changes].flatMap(([integer, change]) => (isGone(change) ? [integer] : [])));
}

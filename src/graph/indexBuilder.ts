import {
  atOnce, eachNumber, entityTypeIds, relationshipTypeIds,
  type DatasetPart, type EntityType, type Interval, type Relationship, type RelationshipType, type Source, type Steps,
} from '../model';
import { adjacencyOf } from './adjacency';
import { ClaimTable, type ClaimCore } from './claimTable';
import { rowsOf, type EntityColumns, type RelationshipColumns } from './columns';
import { GraphIndex } from './graphIndex';
import { GrowingColumn } from './growingColumn';
import { IdTable } from './idTable';
import { IntervalTable } from './intervalTable';
import { PackedStrings } from './packedStrings';
import { UnknownEntityError } from './unknownEntityError';

/** An id that two entities of a dataset have. */
export class DuplicateEntityError extends Error {
  override readonly name = 'DuplicateEntityError';
  constructor(readonly id: string) {
    super(`Two entities have the id "${id}". Give each an id of its own.`);
  }
}

/** Of an entity without dates. */
const ALWAYS: Interval = {};

const ENTITY_TYPE_CODE = new Map(entityTypeIds.map((type, code) => [type, code]));
const RELATIONSHIP_TYPE_CODE = new Map(relationshipTypeIds.map((type, code) => [type, code]));

/**
 * Builds an index from records that stream past: sources, then entities, then relationships. Nothing of a record is kept but
 * what the index holds, so millions fit. Amortized O(1) a record, O(entities + relationships) to finish.
 */
export class IndexBuilder {
  readonly #entityIds: IdTable;
  /** Whether the ids of all entities so far can be looked up. */
  #entered = true;
  readonly #entityTypes: GrowingColumn;
  /** When entities existed, for all of them from the first that has a date on. */
  #lives: GrowingColumn | undefined;
  readonly #relationshipIds: PackedStrings;
  readonly #relationshipTypes: GrowingColumn;
  /** Both ends of every relationship, `from` first. */
  readonly #ends: GrowingColumn;
  readonly #weaknesses: GrowingColumn;
  readonly #intervalCodes: GrowingColumn;
  readonly #intervals = new IntervalTable();
  readonly #claims: ClaimTable;

  /** How many records are expected, where that is known: it spares the copying that growth costs. */
  constructor(expected: { entities: number; relationships: number } = { entities: 16, relationships: 16 }) {
    this.#entityIds = new IdTable(expected.entities);
    this.#entityTypes = new GrowingColumn(expected.entities);
    this.#relationshipIds = new PackedStrings(expected.relationships);
    this.#relationshipTypes = new GrowingColumn(expected.relationships);
    this.#ends = new GrowingColumn(expected.relationships * 2, 32);
    this.#weaknesses = new GrowingColumn(expected.relationships);
    this.#intervalCodes = new GrowingColumn(expected.relationships);
    this.#claims = new ClaimTable(expected.relationships);
  }

  /** A source that claims cite. Statuses take account of sources added before the relationship only. */
  addSource(source: Source): void {
    this.#claims.addSource(source);
  }

  /** The entity's integer. That its id is its own is found out when ids are first looked up, or at the end. */
  addEntity(id: string, type: EntityType, life: Interval = ALWAYS): number {
    this.#entityTypes.push(ENTITY_TYPE_CODE.get(type)!);
    this.#entered = false;
    const entity = this.#entityIds.add(id);
    if (life.start !== undefined || life.end !== undefined) this.#livesUpTo(entity).push(this.#intervals.codeOf(life));
    else this.#lives?.push(this.#intervals.codeOf(ALWAYS));
    return entity;
  }

  /** Many entities at once: their integers follow those given before. Throws `ColumnError`. */
  addEntities(columns: EntityColumns): void {
    rowsOf({ ...columns });
    this.#entityIds.addAll(columns.ids);
    this.#entered = false;
    this.#entityTypes.pushCoded(
      columns.types.codes, columns.types.values.map((type) => ENTITY_TYPE_CODE.get(type)!),
    );
    if (columns.lives)
      this.#livesUpTo(this.#entityIds.length - columns.lives.codes.length).pushCoded(
        columns.lives.codes, columns.lives.values.map((life) => this.#intervals.codeOf(life)),
      );
    else if (this.#lives) this.#livesUpTo(this.#entityIds.length);
  }

  /** The lives of as many entities, filled up with those that have no date. */
  #livesUpTo(entities: number): GrowingColumn {
    const lives = (this.#lives ??= new GrowingColumn(this.#entityIds.length));
    const always = this.#intervals.codeOf(ALWAYS);
    while (lives.length < entities) lives.push(always);
    return lives;
  }

  /**
   * `from` and `to`: ids, or the integers that `addEntity` gave, which spare the looking up.
   * Throws `UnknownEntityError` where an end is not there, `DuplicateEntityError` where ids of entities are not all different.
   */
  addRelationship(
    id: string, type: RelationshipType, from: string | number, to: string | number, held: Interval, claims: readonly ClaimCore[],
  ): void {
    this.#ends.push(this.#integerOf(from));
    this.#ends.push(this.#integerOf(to));
    this.#relationshipIds.push(id);
    this.#relationshipTypes.push(RELATIONSHIP_TYPE_CODE.get(type)!);
    this.#intervalCodes.push(this.#intervals.codeOf(held));
    this.#weaknesses.push(this.#claims.addRow(claims));
  }

  /**
   * Many relationships at once, several times faster than one by one. Throws `ColumnError`,
   * and `UnknownEntityError` where an end is not there; nothing is added then.
   */
  addRelationships(columns: RelationshipColumns): void {
    const rows = rowsOf({ ...columns });
    const { from, to, types, held, claims } = columns;
    for (let row = 0; row < rows; row++)
      if (!this.#isEntity(from[row]!) || !this.#isEntity(to[row]!))
        throw new UnknownEntityError(String(this.#isEntity(from[row]!) ? to[row] : from[row]));
    this.#ends.pushInTurn(from, to);
    this.#relationshipIds.pushAll(columns.ids);
    this.#relationshipTypes.pushCoded(
      types.codes, types.values.map((type) => RELATIONSHIP_TYPE_CODE.get(type)!),
    );
    this.#intervalCodes.pushCoded(
      held.codes, held.values.map((interval) => this.#intervals.codeOf(interval)),
    );
    this.#weaknesses.pushCoded(claims.codes, this.#claims.addRows(claims));
  }

  /** The index. The builder is used up. Throws `DuplicateEntityError`. */
  finish(): GraphIndex {
    this.#enterIds();
    this.#entityIds.ids.trim();
    this.#relationshipIds.trim();
    this.#claims.trim();
    return new GraphIndex({
      entityIds: this.#entityIds,
      entityTypeCodes: this.#entityTypes.trim() as Uint8Array,
      lifeCodes: this.#lives?.trim(),
      relationshipIds: this.#relationshipIds,
      relationshipTypeCodes: this.#relationshipTypes.trim() as Uint8Array,
      weaknesses: this.#weaknesses.trim() as Uint8Array,
      intervalCodes: this.#intervalCodes.trim(),
      intervals: this.#intervals,
      claims: this.#claims,
      adjacency: adjacencyOf(this.#entityIds.length, this.#ends.trim() as Uint32Array),
    });
  }

  #isEntity(integer: number): boolean {
    return integer >= 0 && integer < this.#entityIds.length;
  }

  #enterIds(): void {
    const again = this.#entityIds.enterAll();
    if (again !== -1) throw new DuplicateEntityError(this.#entityIds.ids.at(again));
    this.#entered = true;
  }

  #integerOf(entity: string | number): number {
    if (typeof entity === 'string' && !this.#entered) this.#enterIds();
    const i = typeof entity === 'number' ? entity : this.#entityIds.indexOf(entity);
    if (!this.#isEntity(i)) throw new UnknownEntityError(String(entity));
    return i;
  }
}

/** The index of a dataset, or of a part of one. Throws as `IndexBuilder` does. */
export function buildIndex(part: DatasetPart): GraphIndex {
  return atOnce(indexSteps(part));
}

/** The same in steps. */
export function* indexSteps(part: DatasetPart): Steps<GraphIndex> {
  const builder = new IndexBuilder({ entities: part.entities.length, relationships: part.relationships.length });
  for (const source of part.sources) builder.addSource(source);
  yield* eachNumber(
    part.entities.length, (e) => builder.addEntity(part.entities[e]!.id, part.entities[e]!.type, part.entities[e]), [0, 0.3],
  );
  const add = (r: Relationship) => builder.addRelationship(r.id, r.type, r.from, r.to, r, r.claims);
  yield* eachNumber(part.relationships.length, (r) => add(part.relationships[r]!), [0.3, 0.9]);
  yield 0.9;
  return builder.finish();
}

import type { Entity, EntityType, Filter, Interval, Relationship, RelationshipType, Source } from '../../model';
import { GraphIndex, IndexBuilder, type ClaimCore, type DatasetHead, type RecordTable } from '../../graph';
import { DatasetReader, TooMuchAskedError } from '../../store';
import { textOfKey, type Value } from '../connection';
import type { Limits } from '../limits';
import type { Records } from './records';
import { filterConditions, neighbourIn, Values } from './walk';

/** A relationship as its row of `adj` at `from` says it. */
export interface Tie {
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly type: RelationshipType;
  readonly held: Interval;
  readonly share: number;
  readonly id: string;
  /** Its claims, as JSON of source and stance. */
  readonly claims: string;
}

/** An entity as its row says it, without its record. */
export interface PartEntity {
  readonly n: number;
  readonly id: string;
  readonly type: EntityType;
  readonly life: Interval;
  /** Relationships at it in the whole dataset. */
  readonly degree: number;
}

const TIE_COLUMNS = 'a.relationship, a.entity, a.neighbour, a.forward, a.type, a.started, a.ended, a.share, a.key, a.claims';

export function tieOf(row: readonly Value[]): Tie {
  const [n, entity, neighbour, forward, type, start, end, share, key, claims] = row as [
    number, number, number, boolean, RelationshipType, string | null, string | null, number, string, string,
  ];
  const [from, to] = forward ? [entity, neighbour] : [neighbour, entity];
  return { n, from, to, type, held: intervalOf(start, end), share, id: textOfKey(key), claims };
}

export function intervalOf(start: string | null, end: string | null): Interval {
  return { ...(start === null ? {} : { start }), ...(end === null ? {} : { end: end as NonNullable<Interval['end']> }) };
}

/** Claims as a column holds them. */
export function claimsOf(text: string): ClaimCore[] {
  return (JSON.parse(text) as [string, ClaimCore['stance']][]).map(([source, stance]) => ({ source, stance }));
}

/** Relationships by the rows of `adj` (named `a`) for which a condition holds, each once. */
export async function tiesWhere(records: Records, conditions: readonly string[], values: Values, most: number): Promise<Tie[]> {
  const rows = await records.connection.query(
    `select ${TIE_COLUMNS} from ${records.schema}.adj a where ${conditions.join(' and ')} limit ${most + 1}`, values.list,
  );
  if (rows.length > most) throw new TooMuchAskedError(rows.length, most);
  return once(rows.map(tieOf));
}

function once(ties: readonly Tie[]): Tie[] {
  return [...new Map(ties.map((tie) => [tie.n, tie])).values()];
}

/** From this many relationships on an entity is read last: only its ties with others like it are looked for at it. */
const MANY = 1_000;

/** All relationships between two of some entities. */
export async function tiesAmong(
  records: Records, entities: readonly PartEntity[], most: number, filter?: Filter,
): Promise<Tie[]> {
  const all = entities.map((e) => e.n);
  const few = entities.filter((e) => e.degree < MANY).map((e) => e.n);
  const many = entities.filter((e) => e.degree >= MANY).map((e) => e.n);
  const between = async (some: readonly number[], others: readonly number[]) => {
    if (some.length === 0) return [];
    const values = new Values();
    const conditions = [
      `a.entity = any(${values.numbers(some)})`, neighbourIn(others, values),
      ...(filter ? filterConditions(filter, values) : []),
    ];
    return tiesWhere(records, conditions, values, 2 * most);
  };
  const ties = once([...(await between(few, all)), ...(await between(many, many))]);
  if (ties.length > most) throw new TooMuchAskedError(ties.length, most);
  return ties;
}

/** Entities by their integers, in this order. */
export async function partEntities(records: Records, ns: Iterable<number>): Promise<PartEntity[]> {
  const values = new Values();
  const list = values.numbers(ns);
  const rows = (await records.connection.query(
    `select e.n, e.key, e.type, e.started, e.ended, d.degree from ${records.schema}.entities e join ${records.schema}.degrees d on d.n = e.n
     where e.n = any(${list}) and d.n = any(${list}) order by e.n`,
    values.list,
  )) as [number, string, EntityType, string | null, string | null, number][];
  return rows.map(([n, key, type, start, end, degree]) => ({ n, id: textOfKey(key), type, life: intervalOf(start, end), degree }));
}

/**
 * A part of a dataset as questions read it: an index of the part, whose integers are in the order of the dataset, and its records, which
 * are fetched when an answer is made of them. `entities` and `ties` in any order; every end of a tie is among the entities.
 */
export async function readerOf(
  records: Records, head: DatasetHead, entities: readonly PartEntity[], ties: readonly Tie[], limits: Limits,
): Promise<DatasetReader> {
  const inOrder = [...entities].sort((a, b) => a.n - b.n);
  const tied = [...ties].sort((a, b) => a.n - b.n);
  const patterns = new Map<string, ClaimCore[]>();
  for (const { claims } of tied) {
    if (patterns.has(claims)) continue;
    patterns.set(claims, claimsOf(claims));
  }
  const cited = new Set([...patterns.values()].flat().map((claim) => claim.source));
  const builder = new IndexBuilder({ entities: inOrder.length, relationships: tied.length });
  for (const { source } of (await records.sourcesBehind(cited)).values()) builder.addSource(source);
  const integerOf = new Map<number, number>();
  for (const { n, id, type, life } of inOrder) integerOf.set(n, builder.addEntity(id, type, life));
  for (const tie of tied)
    builder.addRelationship(tie.id, tie.type, integerOf.get(tie.from)!, integerOf.get(tie.to)!, tie.held, patterns.get(tie.claims)!);
  const index = new PartIndex(builder.finish().parts, inOrder.map((e) => e.degree));
  return new DatasetReader(new PartTable(records, head, inOrder.map((e) => e.n), tied), index, { mostRecords: limits.records });
}

/** The index of a part, which tells how many relationships an entity has in the whole dataset. */
class PartIndex extends GraphIndex {
  constructor(
    parts: GraphIndex['parts'],
    readonly degrees: readonly number[],
  ) {
    super(parts);
  }

  override degree(entity: number): number {
    return this.degrees[entity]!;
  }
}

/** The records of a part, in the database. */
class PartTable implements RecordTable {
  #integers: Map<string, number> | undefined;
  readonly #sources = new Map<string, number>();
  readonly entityClaims = 0;
  readonly sourceCount = 0;

  constructor(
    private readonly records: Records,
    readonly head: DatasetHead,
    private readonly entityNs: readonly number[],
    private readonly ties: readonly Tie[],
  ) {}

  get entityCount(): number {
    return this.entityNs.length;
  }

  get relationshipCount(): number {
    return this.ties.length;
  }

  async entities(integers: readonly number[]): Promise<Entity[]> {
    return this.#withSources(await this.records.entities(integers.map((i) => this.entityNs[i]!)));
  }

  async relationships(integers: readonly number[]): Promise<Relationship[]> {
    return this.#withSources(await this.records.relationships(integers.map((i) => this.ties[i]!.n)));
  }

  /** The integers of sources are those of the whole dataset. */
  sources(integers: readonly number[]): Promise<Source[]> {
    return this.records.sources(integers);
  }

  relationshipIndexOf(id: string): number {
    this.#integers ??= new Map(this.ties.map((tie, i) => [tie.id, i]));
    return this.#integers.get(id) ?? -1;
  }

  /** Of a source that a record from here cites, or that such a source derives from. */
  sourceIndexOf(id: string): number {
    return this.#sources.get(id) ?? -1;
  }

  greatestShareAt(relationship: number): number {
    return this.ties[relationship]!.share;
  }

  async #withSources<T extends Entity | Relationship>(found: T[]): Promise<T[]> {
    const cited = await this.records.sourcesBehind(found.flatMap(({ claims = [] }) => claims.map((claim) => claim.source)));
    for (const [id, { n }] of cited) this.#sources.set(id, n);
    return found;
  }
}

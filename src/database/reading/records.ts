import { entity, relationship, source, type Entity, type Relationship, type Source } from '../../model';
import { DatabaseError, keyOf, listOf, textOfKey, textsOf, type Connection, type Value } from '../connection';

/** So many sources are kept: most answers cite the same few. */
const SOURCES_KEPT = 20_000;
/** So many records are asked for at a time. */
const BATCH = 10_000;

/** A source and its integer in the dataset. */
export interface KnownSource {
  readonly n: number;
  readonly source: Source;
}

/** Records of one dataset in a database, by integer or id. All reject with `DatabaseError`. */
export class Records {
  readonly #sources = new Map<string, KnownSource | undefined>();

  constructor(
    readonly connection: Connection,
    readonly schema: string,
  ) {}

  /** By integer, in the order given. */
  async entities(ns: readonly number[]): Promise<Entity[]> {
    return this.#records('entities', ns, (value) => entity.parse(value));
  }

  async relationships(ns: readonly number[]): Promise<Relationship[]> {
    return this.#records('relationships', ns, (value) => relationship.parse(value));
  }

  /** The integers of ids; those that are not there have none. */
  async integersOf(table: 'entities' | 'relationships' | 'sources', ids: readonly string[]): Promise<Map<string, number>> {
    const rows = (await this.connection.query(
      `select key, n from ${this.schema}.${table} where key = any($1::text[])`, [textsOf(new Set(ids.map(keyOf)))],
    )) as [string, number][];
    return new Map(rows.map(([key, n]) => [textOfKey(key), n]));
  }

  /** Sources by id, with their integers; those that are not there are left out. */
  async sourcesOf(ids: Iterable<string>): Promise<Map<string, KnownSource>> {
    const wanted = [...new Set(ids)];
    const found = new Map(wanted.map((id) => [id, this.#sources.get(id)]));
    const missing = wanted.filter((id) => !this.#sources.has(id));
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const rows = (await this.connection.query(
        `select n, record from ${this.schema}.sources where key = any($1::text[])`, [textsOf(batch.map(keyOf))],
      )) as [number, string][];
      for (const [n, text] of rows) {
        const record = read(text, (value) => source.parse(value));
        found.set(record.id, { n, source: record });
      }
    }
    if (this.#sources.size + missing.length > SOURCES_KEPT) this.#sources.clear();
    for (const id of missing) this.#sources.set(id, found.get(id));
    return new Map([...found].filter((entry): entry is [string, KnownSource] => entry[1] !== undefined));
  }

  /** The same, and behind them those that they derive from. */
  async sourcesBehind(ids: Iterable<string>): Promise<Map<string, KnownSource>> {
    const found = new Map<string, KnownSource>();
    for (let wanted = new Set(ids); wanted.size > 0;) {
      const more = await this.sourcesOf(wanted);
      for (const [id, one] of more) found.set(id, one);
      wanted = new Set([...more.values()].flatMap(({ source }) => source.derivedFrom ?? []).filter((id) => !found.has(id)));
    }
    return found;
  }

  /** By integer, in the order given. */
  async sources(ns: readonly number[]): Promise<Source[]> {
    return this.#records('sources', ns, (value) => source.parse(value));
  }

  async #records<T>(table: string, ns: readonly number[], parse: (value: unknown) => T): Promise<T[]> {
    const byInteger = new Map<number, T>();
    for (let from = 0; from < ns.length; from += BATCH) {
      const rows = await this.connection.query(
        `select n, record from ${this.schema}.${table} where n = any($1::bigint[])`, [listOf(ns.slice(from, from + BATCH))],
      );
      for (const [n, text] of rows) byInteger.set(n as number, read(text, parse));
    }
    return ns.map((n) => {
      const record = byInteger.get(n);
      if (record === undefined) throw new DatabaseError(`Record ${n} of ${table} is not in the database any more. Load the dataset anew.`);
      return record;
    });
  }
}

function read<T>(text: Value | undefined, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(text as string));
  } catch (cause) {
    throw new DatabaseError('A record in the database is damaged. Load the dataset anew.', { cause });
  }
}

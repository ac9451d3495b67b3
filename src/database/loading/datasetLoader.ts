import { intervalBounds, statusOf, type Claim, type Entity, type Relationship, type Source } from '../../model';
import { DuplicateEntityError, greatestShare, IdTable, UnknownEntityError, type DatasetHead } from '../../graph';
import { DatasetFigures, loadNames, type DatasetDescription } from '../../store';
import { beginLoad, endLoad, takeAway, type BegunLoad, type BrokenLoad } from '../catalogue';
import { keyOf, textOfKey, type Connection, type Value } from '../connection';
import { makeIndexes, makeTables } from '../tables';
import { Components } from './components';
import { NameRows } from './nameRows';
import { TableCopy } from './tableCopy';

/** A record that cannot be loaded; the message says why. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** What a load has brought. */
export interface FinishedLoad {
  readonly description: DatasetDescription;
  /** Whether it took the place of a dataset that was there. */
  readonly replaced: boolean;
}

/**
 * The first and last day on which a relationship may have held. Dates that contradict each other (an end before the start) make it possible
 * between them.
 */
function possibleDays(relationship: Relationship): [number, number] {
  const { start, end } = intervalBounds(relationship);
  return [Math.min(start.earliest, start.latest), Math.max(end.earliest, end.latest)];
}

/** What the rows of a relationship at both of its ends have in common, before and after the type of the neighbour. */
interface EndColumns {
  readonly n: number;
  readonly before: readonly Value[];
  readonly after: readonly Value[];
}

/**
 * Loads a dataset from records that stream past: all sources, then all entities, then all relationships. Of a record nothing is kept but
 * its id, of a relationship not even that; sources are kept, since statuses follow from them. What is loaded is seen by nobody before
 * `finish` has resolved; a load that ends before it leaves what the next load takes away. Rejects with `DatabaseError`, and throws
 * `LoadError`, `DuplicateEntityError` and `UnknownEntityError`.
 */
export class DatasetLoader {
  readonly #rows: TableCopy;
  readonly #names: NameRows;
  readonly #sources = new Map<string, Source>();
  readonly #ids = new IdTable(16);
  readonly #types: string[] = [];
  #degrees = new Uint32Array(0);
  #components: Components | undefined;
  #relationships = 0;
  readonly #figures = new DatasetFigures();

  private constructor(
    private readonly connection: Connection,
    private readonly load: BegunLoad,
    /** Loads whose processes had ended; what they had brought has been taken away. */
    readonly broken: readonly BrokenLoad[],
    namesOf: (entity: Entity) => string[],
  ) {
    this.#rows = new TableCopy(connection, load.schema);
    this.#names = new NameRows(this.#rows, namesOf);
  }

  /** Begins a load under the id of a dataset; what has that id is there until it is finished. */
  static async begin(connection: Connection, id: string): Promise<DatasetLoader> {
    const { broken, ...load } = await beginLoad(connection, id);
    for (const sql of makeTables(load.schema)) await connection.query(sql);
    return new DatasetLoader(connection, load, broken, (await loadNames()).namesOf);
  }

  /** Whether `drained` is to be awaited before more records come. */
  get full(): boolean {
    return this.#rows.full;
  }

  drained(): Promise<void> {
    return this.#rows.send();
  }

  /** The same with all that has come so far. */
  sendAll(): Promise<void> {
    return this.#rows.send(true);
  }

  addSource(source: Source): void {
    if (this.#ids.length > 0) throw new LoadError(`Source "${source.id}" comes after entities or relationships. Sources come first.`);
    this.#rows.add('sources', [this.#sources.size, keyOf(source.id), JSON.stringify(source)]);
    this.#sources.set(source.id, source);
    this.#figures.addSource(source);
  }

  addEntity(entity: Entity): void {
    if (this.#components) throw new LoadError(`Entity "${entity.id}" comes after relationships. Entities come before them.`);
    const n = this.#ids.add(entity.id);
    const { id, type, start = null, end = null } = entity;
    this.#types.push(type);
    this.#rows.add('entities', [n, keyOf(id), type, start, end, JSON.stringify(entity)]);
    this.#names.add(entity, n);
    this.#figures.addEntity(entity);
  }

  addRelationship(relationship: Relationship): void {
    this.#enterEntities();
    const n = this.#relationships++;
    const [from, to] = [this.#integerOf(relationship.from), this.#integerOf(relationship.to)];
    this.#rows.add('relationships', [n, keyOf(relationship.id), JSON.stringify(relationship)]);
    const said = this.#columnsOf(relationship, n);
    this.#addEnd(from, to, true, said);
    if (from !== to) this.#addEnd(to, from, false, said);
    this.#components!.tie(from, to);
    this.#figures.addRelationship(relationship);
  }

  /** Sends what is left and makes it one dataset, told of each part of the work. Gives whether it took the place of one. */
  async finish(head: DatasetHead, onWork: (said: string) => void = () => undefined): Promise<FinishedLoad> {
    this.#enterEntities();
    await this.#names.finish();
    for (let n = 0; n < this.#ids.length; n++) {
      this.#rows.add('degrees', [n, this.#degrees[n]!, this.#components!.of(n)]);
      if (this.full) await this.drained();
    }
    await this.#rows.send(true);
    for (const { said, sql } of makeIndexes(this.load.schema)) {
      onWork(said);
      await this.connection.query(sql);
    }
    await this.#distinct();
    const description = this.#figures.described(head);
    const replaced = await endLoad(this.connection, this.load, { id: head.id, head, description });
    await this.load.letGo();
    return { replaced, description };
  }

  /** Takes away what was loaded so far. */
  async giveUp(): Promise<void> {
    await takeAway(this.connection, this.load.number);
    await this.load.letGo();
  }

  /** Throws `LoadError` where two records of one kind have the same id. */
  async #distinct(): Promise<void> {
    for (const table of ['sources', 'relationships']) {
      const [again] = await this.connection.query(
        `select key from ${this.load.schema}.${table} group by key having count(*) > 1 order by key limit 1`,
      );
      if (again) throw new LoadError(`Two ${table} have the id "${textOfKey(again[0] as string)}". Give each an id of its own.`);
    }
  }

  #enterEntities(): void {
    if (this.#components) return;
    const again = this.#ids.enterAll();
    if (again !== -1) throw new DuplicateEntityError(this.#ids.ids.at(again));
    this.#components = new Components(this.#ids.length);
    this.#degrees = new Uint32Array(this.#ids.length);
  }

  #integerOf(id: string): number {
    const n = this.#ids.indexOf(id);
    if (n === -1) throw new UnknownEntityError(id);
    return n;
  }

  #columnsOf(relationship: Relationship, n: number): EndColumns {
    const { type, start = null, end = null, claims } = relationship;
    const [first, last] = possibleDays(relationship);
    const status = statusOf(claims, (id) => this.#sources.get(id));
    const day = (at: number) => (Number.isFinite(at) ? at : null);
    const before = [type, status, start, end, day(first), day(last), greatestShare(relationship)];
    return { n, before, after: [keyOf(relationship.id), JSON.stringify(claims.map(({ source, stance }: Claim) => [source, stance]))] };
  }

  #addEnd(entity: number, neighbour: number, forward: boolean, { n, before, after }: EndColumns): void {
    this.#rows.add('adj', [entity, neighbour, n, forward, ...before, this.#types[neighbour]!, ...after]);
    this.#degrees[entity]!++;
  }
}

import { citedSources, inTurns, OneAtATime, othersTurn, type CallOptions, type DatasetPart, type Entity, type Filter, type Relationship, type Source } from '../../model';
import { compileFilter, DatasetTable, indexSteps, type CompiledFilter, type GraphIndex, type RecordTable } from '../../graph';
import type { DatasetDescription, Revision } from '../graphStore';
import { TooMuchAskedError } from '../storeError';
import { describeIndex } from './describeDataset';
import type { NameIndex } from './names';

/** How the names of a dataset come to be an index: from its records, or read where they are kept beside them. */
export type NameSource = (table: RecordTable) => Promise<NameIndex>;

export interface ReaderOptions {
  /** Where the entities of each file that was added begin. */
  readonly added?: readonly number[];
  /** How many records an answer may be made of; any number by default, since they are at hand. */
  readonly mostRecords?: number;
  readonly names?: NameSource;
}

/**
 * A dataset as questions read it: its index, and the table of its records. What they need besides (the names, the figures, the filter as
 * compiled last) is made when it is first asked for and kept.
 */
export class DatasetReader {
  /** An index has one search at a time. */
  readonly searches = new OneAtATime();
  readonly added: readonly number[];
  private readonly mostRecords: number;
  private readonly nameSource: NameSource;
  /** Told what takes this reader's place after a revision. */
  onRevised: (next: DatasetReader) => void = () => undefined;
  private described: DatasetDescription | undefined;
  private names: Promise<NameIndex> | undefined;
  private lastFilter: { key: string; filter: CompiledFilter } | undefined;

  constructor(
    readonly table: RecordTable,
    readonly index: GraphIndex,
    { added = [], mostRecords = Infinity, names = namesOfRecords }: ReaderOptions = {},
  ) {
    this.added = added;
    this.mostRecords = mostRecords;
    this.nameSource = names;
  }

  description(): DatasetDescription {
    return (this.described ??= describeIndex(this.table, this.index));
  }

  /** In the order asked for; ids that are not there are left out. */
  entities(ids: readonly string[]): Promise<Entity[]> {
    return this.table.entities(this.known(ids));
  }

  relationships(ids: readonly string[]): Promise<Relationship[]> {
    return this.table.relationships(present(ids.map((id) => this.table.relationshipIndexOf(id))));
  }

  sources(ids: readonly string[]): Promise<Source[]> {
    return this.table.sources(present(ids.map((id) => this.table.sourceIndexOf(id))));
  }

  /** Entities and relationships in the order of the dataset. Throws `TooMuchAskedError`. */
  async part(ids: readonly string[] | 'all'): Promise<DatasetPart> {
    const { table } = this;
    if (ids !== 'all') {
      const wanted = new Set(this.known(ids));
      return this.partOf(ascending(wanted), this.between(wanted));
    }
    this.notTooMany(table.entityCount + table.relationshipCount);
    const [entities, relationships, sources] = await Promise.all([table.entities(below(table.entityCount)), table.relationships(below(table.relationshipCount)), table.sources(below(table.sourceCount))]);
    return { entities, relationships, sources };
  }

  /** These entities in the order given, these relationships and the sources that either cite, both in the order of the dataset. */
  async partOf(entities: readonly number[], relationships: Iterable<number>): Promise<DatasetPart> {
    const wanted = ascending(relationships);
    this.notTooMany(entities.length + wanted.length);
    const part = { entities: await this.table.entities(entities), relationships: await this.table.relationships(wanted) };
    const cited = present([...citedSources([...part.entities, ...part.relationships])].map((id) => this.table.sourceIndexOf(id)));
    return { ...part, sources: await this.table.sources(ascending(cited)) };
  }

  /** Records of relationships that an answer is made of. Throws `TooMuchAskedError`. */
  async relationshipsAt(integers: readonly number[]): Promise<Relationship[]> {
    this.notTooMany(integers.length);
    return this.table.relationships(integers);
  }

  /** Compiling looks at every relationship at once, so others get their turn first. The same filter is often asked with again. */
  async compiled(filter: Filter, { signal }: CallOptions): Promise<CompiledFilter> {
    const key = JSON.stringify(filter);
    if (this.lastFilter?.key !== key) {
      await othersTurn();
      signal?.throwIfAborted();
      this.lastFilter = { key, filter: compileFilter(this.index, filter) };
    }
    return this.lastFilter.filter;
  }

  /** The first question for it starts the building; when that question is cancelled the building goes on for the next. */
  nameIndex(): Promise<NameIndex> {
    return (this.names ??= this.nameSource(this.table));
  }

  /** The short names, or names, of entities by id. Throws `UnknownEntityError`. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const entities = await this.table.entities(ids.map((id) => this.index.knownEntity(id)));
    return new Map(entities.map(({ id, name, shortName }) => [id, shortName ?? name]));
  }

  /** Questions under way go on with this reader; those that follow get the one that is told here. The dataset that was opened stays as it is. */
  async revise({ add, remove }: Revision, options: CallOptions): Promise<void> {
    const { data } = this.objects();
    const gone = { relationships: new Set(remove.relationships), sources: new Set(remove.sources) };
    const revised = {
      ...data,
      relationships: [...data.relationships.filter((r) => !gone.relationships.has(r.id)), ...add.relationships],
      sources: [...data.sources.filter((s) => !gone.sources.has(s.id)), ...add.sources],
    };
    const next = new DatasetReader(new DatasetTable(revised), await inTurns(indexSteps(revised), options), { added: this.added });
    // The entities are the same, and so are their names.
    next.names = this.names;
    next.onRevised = this.onRevised;
    this.onRevised(next);
  }

  /** The table, where it is of objects: what changes them, and what compares all of them, is asked of no other. */
  objects(): DatasetTable {
    if (this.table instanceof DatasetTable) return this.table;
    throw new TypeError('A packed dataset is neither revised nor matched.');
  }

  private known(ids: readonly string[]): number[] {
    return present(ids.map((id) => this.index.entityIndexOf(id)));
  }

  /** The relationships between two of these entities. Cost O(their degrees). */
  private between(entities: ReadonlySet<number>): number[] {
    const { starts, neighbours, ties } = this.index.adjacency;
    const found: number[] = [];
    for (const entity of entities) {
      for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
        // The odd slot is the one at its `from`, so that each is found once.
        if ((ties[slot]! & 1) === 1 && entities.has(neighbours[slot]!)) found.push(ties[slot]! >>> 1);
      }
    }
    return found;
  }

  private notTooMany(records: number): void {
    if (records > this.mostRecords) throw new TooMuchAskedError(records, this.mostRecords);
  }
}

/** Scripts of the world are loaded only now. */
async function namesOfRecords(table: RecordTable): Promise<NameIndex> {
  const { NameIndex } = await import('./names');
  return NameIndex.build(table);
}

function ascending(integers: Iterable<number>): number[] {
  return [...integers].sort((a, b) => a - b);
}

function present(integers: readonly number[]): number[] {
  return integers.filter((i) => i !== -1);
}

function below(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

import {
  citedSources, editKey, edited, inTurns, NO_EDITS, OneAtATime, othersTurn, withEdits,
  type CallOptions, type Claim, type Dataset, type DatasetPart, type Edit, type Edits, type Entity, type Filter,
  type Relationship, type Source,
} from '../../model';
import {
  compileFilter, DatasetTable, indexSteps,
  type CompiledFilter, type EntityIndex, type GraphIndex, type RecordTable, type RelationshipIndex,
} from '../../graph';
import { structureSteps, type Overview, type Structure } from '../../analysis';
import type { DatasetDescription, OverviewAnswer, Revision } from '../graphStore';
import { FixedDataError, TooMuchAskedError } from '../storeError';
import { describeIndex } from './describeDataset';
import type { NameIndex } from './names';
import type { RowList } from './rowsIn';

/** How the names of a dataset come to be an index: from its records, or read where they are kept beside them. */
export type NameSource = (table: RecordTable) => Promise<NameIndex>;

/** Where the overview of everything is kept; nothing where it is not. Asked at most once. */
export type OverviewSource = () => Promise<Overview | undefined>;

interface ReaderOptions {
  /** Where the entities of each file that was added begin. */
  readonly added?: readonly number[];
  /** How many records an answer may be made of; any number by default, since they are at hand. */
  readonly mostRecords?: number;
  readonly names?: NameSource;
  /** The overview of everything by communities, where it is kept beside the records. */
  readonly overview?: OverviewSource;
}

/** What a dataset is made of: what was opened and revised, and the edits that are laid over it. */
interface Held {
  readonly base: Dataset;
  readonly edits: Edits;
}

/** The readers of one store, of which each takes the place of the one before. */
interface RevisionLine {
  latest: DatasetReader;
  readonly turns: OneAtATime;
}

/**
 * A dataset as questions read it: its index, and the table of its records. What they need besides (the names, the figures, the filter as
 * compiled last) is made when it is first asked for and kept.
 */
export class DatasetReader {
  /** Overviews that were computed, by their question. */
  readonly overviews = new Map<string, OverviewAnswer>();
  /** Lists of the rows of tables, by their question. */
  readonly lists = new Map<string, RowList>();
  /** An index has one search at a time. */
  readonly searches = new OneAtATime();
  readonly added: readonly number[];
  /** The same in what was opened. */
  starts: readonly number[];
  private readonly mostRecords: number;
  private readonly nameSource: NameSource;
  readonly packedOverview: OverviewSource;
  /** Told what takes this reader's place after a revision. */
  onRevised: (next: DatasetReader) => void = () => undefined;
  private described: DatasetDescription | undefined;
  private names: Promise<NameIndex> | undefined;
  private ranks: Uint32Array | undefined;
  /** What was opened, with what was revised, where edits are laid over it; absent where the table is that itself. */
  private base: Dataset | undefined;
  private edits: Edits = NO_EDITS;
  private line: RevisionLine;
  private lastStructure: { key: string; structure: Structure } | undefined;
  private lastFilter: { key: string; filter: CompiledFilter } | undefined;

  constructor(
    readonly table: RecordTable,
    readonly index: GraphIndex,
    { added = [], mostRecords = Infinity, names = namesOfRecords, overview = async () => undefined }: ReaderOptions = {},
  ) {
    this.packedOverview = overview;
    this.added = added;
    this.starts = added;
    this.mostRecords = mostRecords;
    this.nameSource = names;
    this.line = { latest: this, turns: new OneAtATime() };
  }

  description(): DatasetDescription {
    return (this.described ??= describeIndex(this.table, this.index));
  }

  /** In the order asked for; ids that are not there are left out. */
  entities(ids: readonly string[], { signal }: CallOptions): Promise<Entity[]> {
    return this.table.entities(this.known(ids), signal);
  }

  relationships(ids: readonly string[], { signal }: CallOptions): Promise<Relationship[]> {
    return this.table.relationships(present(ids.map((id) => this.table.relationshipIndexOf(id))), signal);
  }

  /** In the order asked for, and behind them those that they derive from; ids that are not there are left out. */
  async sources(ids: readonly string[]): Promise<Source[]> {
    const found = await this.table.sources(present(ids.map((id) => this.table.sourceIndexOf(id))));
    return [...found, ...(await this.originsOf(found))];
  }

  /** Entities and relationships in the order of the dataset. Throws `TooMuchAskedError`. */
  async part(ids: readonly string[] | 'all', options: CallOptions): Promise<DatasetPart> {
    const { table } = this;
    if (ids !== 'all') {
      const wanted = new Set(this.known(ids));
      return this.partOf(ascending(wanted), this.between(wanted), options);
    }
    this.notTooMany(table.entityCount + table.relationshipCount);
    const [entities, relationships, sources] = await Promise.all([
      table.entities(below(table.entityCount), options.signal),
      table.relationships(below(table.relationshipCount), options.signal), table.sources(below(table.sourceCount)),
    ]);
    return { entities, relationships, sources };
  }

  /** These entities in the order given, these relationships and the sources behind both, all in the order of the dataset. */
  async partOf(
    entities: readonly EntityIndex[], relationships: Iterable<RelationshipIndex>, { signal }: CallOptions,
  ): Promise<DatasetPart> {
    const wanted = ascending(relationships);
    this.notTooMany(entities.length + wanted.length);
    const part = {
      entities: await this.table.entities(entities, signal), relationships: await this.table.relationships(wanted, signal),
    };
    const cited = present([...citedSources([...part.entities, ...part.relationships])].map((id) => this.table.sourceIndexOf(id)));
    const origins = await this.originsOf(await this.table.sources(cited));
    return { ...part, sources: await this.table.sources(ascending([...cited, ...origins.map(({ id }) => this.table.sourceIndexOf(id))])) };
  }

  /** What sources derive from, and what these do, without the sources themselves. */
  private async originsOf(sources: readonly Source[]): Promise<Source[]> {
    const known = new Set(sources.map((s) => s.id));
    const origins: Source[] = [];
    for (let last = sources; last.length > 0;) {
      const ids = [...new Set(last.flatMap((s) => s.derivedFrom ?? []))].filter((id) => !known.has(id));
      for (const id of ids) known.add(id);
      last = await this.table.sources(present(ids.map((id) => this.table.sourceIndexOf(id))));
      origins.push(...last);
    }
    return origins;
  }

  /** Records of relationships that an answer is made of. Throws `TooMuchAskedError`. */
  async relationshipsAt(integers: readonly RelationshipIndex[], { signal }: CallOptions): Promise<Relationship[]> {
    this.notTooMany(integers.length);
    return this.table.relationships(integers, signal);
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

  /** It takes long, and the same filter is often asked with again: the last one is kept. */
  async structure(filter: Filter, options: CallOptions): Promise<Structure> {
    const key = JSON.stringify(filter);
    if (this.lastStructure?.key !== key)
      this.lastStructure = { key, structure: await inTurns(structureSteps(this.index, filter), options) };
    return this.lastStructure.structure;
  }

  /** The first question for it starts the building; when that question is cancelled the building goes on for the next. */
  nameIndex(): Promise<NameIndex> {
    return (this.names ??= this.nameSource(this.table));
  }

  /** By which number each entity stands in the order of names; it takes seconds for millions, and is kept. */
  async nameRanks(options: CallOptions): Promise<Uint32Array> {
    const { names } = await this.nameIndex();
    const { nameOrder } = await import('./names');
    return (this.ranks ??= await inTurns(nameOrder(names), options));
  }

  /** The short names, or names, of entities by id. Throws `UnknownEntityError`. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const entities = await this.table.entities(ids.map((id) => this.index.knownEntity(id)));
    return new Map(entities.map(({ id, name, shortName }) => [id, shortName ?? name]));
  }

  /**
   * Questions under way go on with this reader; those that follow get the one that is told here.
   * What is added takes the place of what has its id. The dataset that was opened stays as it is.
   */
  revise({ add, remove }: Revision, options: CallOptions): Promise<void> {
    const gone = {
      relationships: new Set([...remove.relationships, ...add.relationships.map((r) => r.id)]),
      sources: new Set([...remove.sources, ...add.sources.map((s) => s.id)]),
    };
    return this.changed(options, ({ base, edits }) => ({
      edits,
      base: {
        ...base,
        relationships: [...base.relationships.filter((r) => !gone.relationships.has(r.id)), ...add.relationships],
        sources: [...base.sources.filter((s) => !gone.sources.has(s.id)), ...add.sources],
      },
    }));
  }

  /** The same of edits, which are laid over what was opened and revised. */
  edit(edits: readonly Edit[], options: CallOptions): Promise<void> {
    return this.changed(options, ({ base }) => ({ base, edits: withEdits(NO_EDITS, edits) }));
  }

  /** Changes are made one after another, each on what the one before made of it, though all may be asked of one reader. */
  private changed(options: CallOptions, change: (held: Held) => Held): Promise<void> {
    return this.line.turns.run(async () => {
      const from = this.line.latest;
      const held = change({ base: from.base ?? from.objects(), edits: from.edits });
      const data = edited(held.base, held.edits);
      const next = new DatasetReader(new DatasetTable(data), await inTurns(indexSteps(data), options), {
        added: startsAfter(from, held), names: this.nameSource,
      });
      next.base = held.base;
      next.edits = held.edits;
      next.line = this.line;
      next.starts = from.starts;
      // Where the entities are the same, so are their names.
      if (sameEntities(from.edits, held.edits)) next.names = from.names;
      next.onRevised = this.onRevised;
      this.line.latest = next;
      this.onRevised(next);
    });
  }

  /** What cites a source, and the sources that derive from it, in the order of the dataset. */
  citing(source: string): DatasetPart {
    const { entities, relationships, sources } = this.objects();
    const cites = ({ claims }: { claims?: readonly Claim[] | undefined }) => claims?.some((c) => c.source === source) ?? false;
    return {
      entities: entities.filter(cites), relationships: relationships.filter(cites),
      sources: sources.filter((s) => s.derivedFrom?.includes(source)),
    };
  }

  /** The dataset, where its table is of objects. Throws `FixedDataError` for any other. */
  objects(): Dataset {
    if (this.table instanceof DatasetTable) return this.table.data;
    throw new FixedDataError();
  }

  /** As integers of the index; those that are not there are left out. */
  known(ids: readonly string[]): EntityIndex[] {
    return present(ids.map((id) => this.index.entityIndexOf(id)));
  }

  /** The relationships between two of these entities. Cost O(their degrees). */
  private between(entities: ReadonlySet<EntityIndex>): RelationshipIndex[] {
    const { starts, neighbours, ties } = this.index.adjacency;
    const found: RelationshipIndex[] = [];
    for (const entity of entities) {
      for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
        // The odd slot is the one at its `from`, so that each is found once.
        if ((ties[slot]! & 1) === 1 && entities.has(neighbours[slot]!)) found.push(ties[slot]! >>> 1);
      }
    }
    return found;
  }

  /** Throws `TooMuchAskedError`. */
  notTooMany(records: number): void {
    if (records > this.mostRecords) throw new TooMuchAskedError(records, this.mostRecords);
  }
}

/** Whether the same is done to the same entities. */
function sameEntities(before: Edits, after: Edits): boolean {
  const of = (edits: Edits) => [...edits.values()].filter((e) => e.list === 'entities');
  const [was, is] = [of(before), of(after)];
  return was.length === is.length && is.every((e) => before.get(editKey('entities', e.id))?.record === e.record);
}

/** Where the entities of each file that was added begin, now that some may be gone. */
function startsAfter(from: DatasetReader, { base, edits }: Held): readonly number[] {
  return from.starts.map(
    (start) => start - base.entities.slice(0, start).filter((e) => edits.get(editKey('entities', e.id))?.record === null).length,
  );
}

/** Scripts of the world are loaded only now. */
async function namesOfRecords(table: RecordTable): Promise<NameIndex> {
  const { NameIndex } = await import('./names');
  return NameIndex.build(table);
}

function ascending<I extends number>(integers: Iterable<I>): I[] {
  return [...integers].sort((a, b) => a - b);
}

function present<I extends number>(integers: readonly I[]): I[] {
  return integers.filter((i) => i !== -1);
}

function below(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

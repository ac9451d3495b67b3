import {
  citedSources, drop, editKey, edited, inTurns, NO_EDITS, OneAtATime, othersTurn, put, withEdits,
  type CallOptions, type Dataset, type DatasetPart, type Edit, type Edits, type Entity, type Filter,
  type Note, type Relationship, type Source,
} from '../../model';
import {
  batchesBelow, compiledFilter, DatasetTable, indexOver, indexSteps, isCompiled, TableOver,
  type CompiledFilter, type EntityIndex, type GraphIndex, type RecordTable, type RelationshipIndex,
} from '../../graph';
import { structureSteps, type Overview, type Structure } from '../../analysis';
import type { DatasetDescription, OverviewAnswer, Revision } from '../graphStore';
import { FixedDataError, TooMuchAskedError } from '../storeError';
import { ChangesOver } from './changesOver';
import { describeIndex } from './describeDataset';
import { describeOver } from './describeOver';
import type { Years } from './histogramOf';
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

/** What is laid over what was opened: what was revised, and over that the edits. */
interface Laid {
  readonly revised: Edits;
  readonly edits: Edits;
}

/** The readers of one store, of which each takes the place of the one before. */
interface RevisionLine {
  /** The reader of what was opened, which never changes. */
  readonly first: DatasetReader;
  latest: DatasetReader;
  laid: Laid;
  readonly turns: OneAtATime;
  /** An index has one search at a time, and those that are laid over it search in the same memory. */
  readonly searches: OneAtATime;
  readonly changes: ChangesOver;
}

/** Where the changes come to such a part of the records, a dataset of objects is indexed anew. */
const MANY_CHANGES = 1 / 4;

/**
 * A dataset as questions read it: its index, and the table of its records. What they need besides (the names, the figures, the filter as
 * compiled last) is made when it is first asked for and kept.
 */
export class DatasetReader {
  /** Overviews that were computed, by their question. */
  readonly overviews = new Map<string, OverviewAnswer>();
  /** Lists of the rows of tables, by their question. */
  readonly lists = new Map<string, RowList>();
  readonly added: readonly number[];
  private readonly mostRecords: number;
  private readonly nameSource: NameSource;
  readonly packedOverview: OverviewSource;
  /** Told what takes this reader's place after a revision. */
  onRevised: (next: DatasetReader) => void = () => undefined;
  private described: DatasetDescription | undefined;
  private names: Promise<NameIndex> | undefined;
  private ranks: Uint32Array | undefined;
  /** What is laid over what was opened. */
  private over: Edits = NO_EDITS;
  private whole: Dataset | undefined;
  private line: RevisionLine;
  /** The years that were counted last, by their filter. */
  lastYears: { readonly key: string; readonly years: Years } | undefined;
  private lastStructure: { key: string; structure: Structure } | undefined;

  constructor(
    readonly table: RecordTable,
    readonly index: GraphIndex,
    { added = [], mostRecords = Infinity, names = namesOfRecords, overview = async () => undefined }: ReaderOptions = {},
  ) {
    this.packedOverview = overview;
    this.added = added;
    this.mostRecords = mostRecords;
    this.nameSource = names;
    this.line = {
      first: this, latest: this, laid: { revised: NO_EDITS, edits: NO_EDITS }, turns: new OneAtATime(), searches: new OneAtATime(),
      changes: new ChangesOver(table, index),
    };
  }

  /** The reader of what was opened, over which changes are laid. */
  get opened(): DatasetReader {
    return this.line.first;
  }

  get searches(): OneAtATime {
    return this.line.searches;
  }

  description(): DatasetDescription {
    const { table, index } = this;
    return (this.described ??=
      table instanceof TableOver ? describeOver(this.line.first.description(), table, index) : describeIndex(table, index));
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
      table.entities(this.all('entities'), options.signal), table.relationships(this.all('relationships'), options.signal),
      table.sources(this.all('sources')),
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
    if (!isCompiled(this.index, filter)) {
      await othersTurn();
      signal?.throwIfAborted();
    }
    return compiledFilter(this.index, filter);
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
    const names = await this.nameIndex();
    return (this.ranks ??= await names.order(() => this.line.first.nameRanks(options), options));
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
    const done = [
      ...remove.relationships.map((id) => drop('relationships', id)), ...remove.sources.map((id) => drop('sources', id)),
      ...add.relationships.map((r) => put('relationships', r)), ...add.sources.map((s) => put('sources', s)),
    ];
    return this.changed(options, ({ revised, edits }) => ({ edits, revised: withEdits(revised, done) }));
  }

  /** The same of edits, which are laid over what was opened and revised. */
  edit(edits: readonly Edit[], options: CallOptions): Promise<void> {
    return this.changed(options, ({ revised }) => ({ revised, edits: withEdits(NO_EDITS, edits) }));
  }

  /** Lays the edits of a case under those of the user, in place of what was revised. */
  standOn(edits: readonly Edit[]): Promise<void> {
    return this.changed({}, (laid) => ({ edits: laid.edits, revised: withEdits(NO_EDITS, edits) }));
  }

  /** All that is laid over what was opened now. */
  laid(): Edits {
    const { revised, edits } = this.line.laid;
    return withEdits(revised, [...edits.values()]);
  }

  /** Changes are made one after another, each on what the one before made of it, though all may be asked of one reader. */
  private changed(options: CallOptions, change: (laid: Laid) => Laid): Promise<void> {
    return this.line.turns.run(async () => {
      const { line } = this;
      const laid = change(line.laid);
      const over = withEdits(laid.revised, [...laid.edits.values()]);
      const next = over.size === 0 ? line.first : await this.laidOver(over, options);
      next.onRevised = this.onRevised;
      line.latest = next;
      line.laid = laid;
      this.onRevised(next);
    });
  }

  /** A reader of what was opened with changes laid over it. Cost O(changes) and the copying of memory; where they are many, of indexing. */
  private async laidOver(over: Edits, options: CallOptions): Promise<DatasetReader> {
    const { first, changes } = this.line;
    const records = first.index.entityCount + first.index.relationshipCount;
    const next =
      first.table instanceof DatasetTable && over.size > records * MANY_CHANGES
        ? await first.indexedAnew(edited(first.objects(), over), over, options)
        : first.withTable(new TableOver(first.table, await changes.of(over)));
    next.over = over;
    next.line = this.line;
    return next;
  }

  private async indexedAnew(data: Dataset, over: Edits, options: CallOptions): Promise<DatasetReader> {
    const added = startsAfter(this, over);
    return new DatasetReader(new DatasetTable(data), await inTurns(indexSteps(data), options), { added, names: this.nameSource });
  }

  private withTable(table: TableOver): DatasetReader {
    const { added, mostRecords } = this;
    const names = async () => (await import('./names')).NameIndex.over(await this.nameIndex(), table);
    return new DatasetReader(table, indexOver(this.index, table.changes), { added, mostRecords, names });
  }

  /**
   * What cites a source, and the sources that derive from it, in the order of the dataset. Goes through all entities, where any has claims.
   * Throws `TooMuchAskedError`.
   */
  async citing(source: string, { signal }: CallOptions): Promise<DatasetPart> {
    const { index, table } = this;
    const cites = ({ claims }: Pick<Entity, 'claims'>) => claims?.some((c) => c.source === source) ?? false;
    const relationships = index.relationshipsCiting(source);
    this.notTooMany(relationships.length);
    const entities: Entity[] = [];
    if (table.entityClaims > 0)
      for (const batch of batchesBelow(table.entityCount))
        entities.push(...(await table.entities(batch.filter((e) => index.isThere(e)), signal)).filter(cites));
    const sources = (await table.sources(this.all('sources'))).filter((s) => s.derivedFrom?.includes(source));
    return { entities, relationships: await table.relationships(relationships, signal), sources };
  }

  /** The notes, in the order of the dataset. */
  notes(): readonly Note[] {
    return this.table.head.notes ?? [];
  }

  /** The dataset, where its table is of objects. Throws `FixedDataError` for any other. */
  objects(): Dataset {
    const { first } = this.line;
    if (this.table instanceof DatasetTable) return this.table.data;
    if (first.table instanceof DatasetTable && first !== this) return (this.whole ??= edited(first.table.data, this.over));
    throw new FixedDataError();
  }

  /** Where the entities of each file that was added begin in `objects`. */
  addedObjects(): readonly number[] {
    return this.table instanceof TableOver ? startsAfter(this.line.first, this.over) : this.added;
  }

  /** As integers of the index; those that are not there are left out. */
  known(ids: readonly string[]): EntityIndex[] {
    return present(ids.map((id) => this.index.entityIndexOf(id)));
  }

  /** The integers of all records that are there. */
  private all(list: 'entities' | 'relationships' | 'sources'): number[] {
    const { table } = this;
    const integers = below({ entities: table.entityCount, relationships: table.relationshipCount, sources: table.sourceCount }[list]);
    return table instanceof TableOver ? integers.filter((i) => table.isThere(list, i)) : integers;
  }

  /** The relationships between two of these entities. Cost O(their degrees). */
  private between(entities: ReadonlySet<EntityIndex>): RelationshipIndex[] {
    const { starts, stops, neighbours, ties } = this.index.adjacency;
    const found: RelationshipIndex[] = [];
    for (const entity of entities) {
      for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
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

/** Where the entities of each file that was added begin, now that some may be gone. */
function startsAfter(first: DatasetReader, over: Edits): readonly number[] {
  const { entities } = first.objects();
  return first.added.map(
    (start) => start - entities.slice(0, start).filter((e) => over.get(editKey('entities', e.id))?.record === null).length,
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

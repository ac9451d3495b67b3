import { inTurns, OneAtATime, othersTurn, type CallOptions, type Dataset, type DatasetPart, type Entity, type Filter, type Relationship } from '../../model';
import { compileFilter, indexSteps, type CompiledFilter, type GraphIndex } from '../../graph';
import type { DatasetDescription, Revision } from '../graphStore';
import { describeSteps } from './describeDataset';
import type { NameIndex } from './names';
import { ascending, Records } from './records';

/**
 * A dataset in memory, as questions read it. What they need besides the index (the names, the figures, the filter as compiled last) is
 * made when it is first asked for and kept.
 */
export class DatasetReader {
  records: Records;
  /** An index has one search at a time. */
  readonly searches = new OneAtATime();
  private described: { data: Dataset; figures: DatasetDescription } | undefined;
  private names: Promise<NameIndex> | undefined;
  private lastFilter: { key: string; filter: CompiledFilter } | undefined;

  /** `added`: where the entities of each file that was added begin. */
  constructor(
    public data: Dataset,
    public index: GraphIndex,
    readonly added: readonly number[],
  ) {
    this.records = new Records(data, index);
  }

  async description(options: CallOptions): Promise<DatasetDescription> {
    const { data } = this;
    if (this.described?.data === data) return this.described.figures;
    const figures = await inTurns(describeSteps(data), options);
    this.described = { data, figures };
    return figures;
  }

  /** In the order asked for; ids that are not there are left out. */
  entities(ids: readonly string[]): Entity[] {
    return this.known(ids).map((e) => this.data.entities[e]!);
  }

  /** Entities and relationships in the order of the dataset. */
  part(ids: readonly string[] | 'all'): DatasetPart {
    const { entities, relationships, sources } = this.data;
    if (ids === 'all') return { entities, relationships, sources };
    const wanted = new Set(this.known(ids));
    return this.records.part(ascending(wanted), this.records.between(wanted));
  }

  /** The relationships that a filter admits, in the order of the dataset. Throws the signal's reason. */
  async admitted(filter: Filter, options: CallOptions): Promise<Relationship[]> {
    const { admits } = await this.compiled(filter, options);
    return this.data.relationships.filter((_, r) => admits(r));
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

  /** The first question for it starts the building; when that question is cancelled the building goes on for the next. Scripts of the world are loaded only now. */
  nameIndex(): Promise<NameIndex> {
    return (this.names ??= import('./names').then((m) => m.NameIndex.build(this.data.entities)));
  }

  /** The short name of an entity, or its name. Throws `UnknownEntityError`. */
  nameOf(id: string): string {
    const { name, shortName } = this.data.entities[this.index.knownEntity(id)]!;
    return shortName ?? name;
  }

  /** Questions under way go on with what was there. The dataset that was opened stays as it is. */
  async revise({ add, remove }: Revision, options: CallOptions): Promise<void> {
    const gone = { relationships: new Set(remove.relationships), sources: new Set(remove.sources) };
    const data: Dataset = {
      ...this.data,
      relationships: [...this.data.relationships.filter((r) => !gone.relationships.has(r.id)), ...add.relationships],
      sources: [...this.data.sources.filter((s) => !gone.sources.has(s.id)), ...add.sources],
    };
    this.index = await inTurns(indexSteps(data), options);
    this.data = data;
    this.records = new Records(data, this.index);
    this.lastFilter = undefined;
  }

  private known(ids: readonly string[]): number[] {
    return ids.map((id) => this.index.entityIndexOf(id)).filter((e) => e !== -1);
  }
}

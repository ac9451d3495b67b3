import {
  explainNoRouteStepwise, findRoutesStepwise, intermediariesBetween, ownershipOf, structureOf, venturesOf,
  type EntityStructure, type OwnershipAnswer, type VenturesAnswer,
} from '../../analysis';
import { buildIndex, compileFilter, type CompiledFilter, type GraphIndex } from '../../graph';
import type {
  Dataset, DatasetPart, Entity, Filter, IntermediaryAnswer, IntermediaryQuestion, MatchAnswer, NoRouteAnswer, OwnersQuestion, Relationship, RouteAnswer, RouteQuestion, Source, VenturesQuestion,
} from '../../model';
import type { Ask, DatasetDescription, GraphStore, MatchesQuestion, NeighbourAnswer, NeighbourQuestion, Revision, SearchHit, SearchQuestion, YearCount } from '../graphStore';
import { describeDataset } from './describeDataset';
import { histogramOf } from './histogramOf';
import { othersTurn } from './inSlices';
import { inTurns, OneAtATime } from './inTurns';
import type { NameHit, NameIndex } from './names';
import { neighboursOf } from './neighboursOf';
import { matchesBetween } from './matchesBetween';
import { ascending, Records } from './records';

/**
 * A store over a dataset in memory: in the worker of a page, in the command, in tests. What a question needs besides the
 * index (the names, the figures, the filter as compiled last) is made when it is first asked and kept.
 */
export class MemoryStore implements GraphStore {
  private records: Records;
  private description: DatasetDescription | undefined;
  private names: Promise<NameIndex> | undefined;
  /** An index has one search at a time. */
  private readonly searches = new OneAtATime();
  private compiled: { key: string; filter: CompiledFilter } | undefined;

  private constructor(
    private data: Dataset,
    private index: GraphIndex,
    private readonly added: readonly number[],
  ) {
    this.records = new Records(data, index);
  }

  /** Indexes a dataset, which must not be changed afterwards. `added`: where the entities of each file that was added begin in it. Throws `UnknownEntityError` for an end that is not there. Cost O(entities + relationships). */
  static async open(data: Dataset, { added = [] }: { added?: readonly number[] } = {}): Promise<MemoryStore> {
    return new MemoryStore(data, buildIndex(data), added);
  }

  async describe(ask?: Ask): Promise<DatasetDescription> {
    ask?.signal?.throwIfAborted();
    return (this.description ??= describeDataset(this.data));
  }

  async search({ text, limit = 20, entityTypes }: SearchQuestion, ask?: Ask): Promise<SearchHit[]> {
    ask?.signal?.throwIfAborted();
    const names = await this.nameIndex();
    ask?.signal?.throwIfAborted();
    const { index } = this;
    const admits = (entity: number) => entityTypes?.includes(this.data.entities[entity]!.type) ?? true;
    const tieBreak = (a: number, b: number) => index.degree(b) - index.degree(a) || index.compareEntityIds(a, b);
    const hits = this.withId(text.trim(), await names.find(text, { limit, admits, tieBreak }, ask), admits);
    hits.sort((a, b) => b.score - a.score || tieBreak(a.entity, b.entity));
    return hits.slice(0, limit).map(({ entity, matched, score }) => {
      const { id, name, type, jurisdiction } = this.data.entities[entity]!;
      return { id, name, type, score, matched, ...(jurisdiction === undefined ? {} : { jurisdiction }), degree: index.degree(entity) };
    });
  }

  async entities(ids: readonly string[], ask?: Ask): Promise<Entity[]> {
    ask?.signal?.throwIfAborted();
    return this.known(ids).map((e) => this.data.entities[e]!);
  }

  async relationships(ids: readonly string[], ask?: Ask): Promise<Relationship[]> {
    ask?.signal?.throwIfAborted();
    return this.records.relationships(ids);
  }

  async sources(ids: readonly string[], ask?: Ask): Promise<Source[]> {
    ask?.signal?.throwIfAborted();
    return this.records.sources(ids);
  }

  /** Entities in the order of the dataset. */
  async part(ids: readonly string[] | 'all', ask?: Ask): Promise<DatasetPart> {
    ask?.signal?.throwIfAborted();
    const { entities, relationships, sources } = this.data;
    if (ids === 'all') return { entities, relationships, sources };
    const wanted = new Set(this.known(ids));
    return this.records.part(ascending(wanted), this.records.between(wanted));
  }

  /** The entity itself comes first. */
  async neighbours({ entity, filter = {}, limit = 50 }: NeighbourQuestion, ask?: Ask): Promise<NeighbourAnswer> {
    const centre = this.index.knownEntity(entity);
    const tied = neighboursOf(this.index, centre, await this.compile(filter, ask));
    const listed = tied.slice(0, limit);
    const part = this.records.part([centre, ...listed.map((t) => t.entity)], listed.flatMap((t) => t.relationships));
    return { ...part, more: tied.length - listed.length };
  }

  async routes(question: RouteQuestion, ask?: Ask): Promise<RouteAnswer> {
    ask?.signal?.throwIfAborted();
    return this.searches.run(() => inTurns(findRoutesStepwise(this.index, question), ask, (found) => found / question.k));
  }

  async whyNoRoute(question: RouteQuestion, ask?: Ask): Promise<NoRouteAnswer> {
    ask?.signal?.throwIfAborted();
    return this.searches.run(() => inTurns(explainNoRouteStepwise(this.index, question, (id) => this.nameOf(id)), ask, (done) => done));
  }

  async between(question: IntermediaryQuestion, ask?: Ask): Promise<IntermediaryAnswer> {
    return this.searches.run(async () => {
      ask?.signal?.throwIfAborted();
      return intermediariesBetween(this.index, question);
    });
  }

  async ventures({ about, filter }: VenturesQuestion, ask?: Ask): Promise<VenturesAnswer> {
    if (about !== undefined) this.index.knownEntity(about);
    return venturesOf({ entities: this.data.entities, relationships: await this.admitted(filter, ask) }, about);
  }

  async owners({ filter, ...question }: OwnersQuestion, ask?: Ask): Promise<OwnershipAnswer> {
    for (const id of [question.entity, ...(question.listed ?? [])]) this.index.knownEntity(id);
    return ownershipOf(await this.admitted(filter, ask), question);
  }

  async structure(filter: Filter = {}, ask?: Ask): Promise<EntityStructure[]> {
    await othersTurn();
    ask?.signal?.throwIfAborted();
    return structureOf(this.index, filter);
  }

  async histogram(filter: Filter = {}, ask?: Ask): Promise<YearCount[]> {
    const compiled = await this.compile(filter, ask);
    return histogramOf(this.data.relationships, (r) => compiled.admits(r), ask);
  }

  async matches({ decided = [], limit = 1000 }: MatchesQuestion, ask?: Ask): Promise<MatchAnswer> {
    return inTurns(matchesBetween(this.data.entities, this.added, { decided, limit }), ask, (done) => done);
  }

  /** Questions under way go on with what was there. The dataset that was opened stays as it is. */
  async revise({ add, remove }: Revision, ask?: Ask): Promise<void> {
    ask?.signal?.throwIfAborted();
    const gone = { relationships: new Set(remove.relationships), sources: new Set(remove.sources) };
    const data: Dataset = {
      ...this.data,
      relationships: [...this.data.relationships.filter((r) => !gone.relationships.has(r.id)), ...add.relationships],
      sources: [...this.data.sources.filter((s) => !gone.sources.has(s.id)), ...add.sources],
    };
    this.index = buildIndex(data);
    this.data = data;
    this.records = new Records(data, this.index);
    this.description = undefined;
    this.compiled = undefined;
  }

  async close(): Promise<void> {}

  /** Begins to index the names, in turns with whatever is asked, so that the first search need not wait for it. */
  prepareSearch(): void {
    // Whoever searches hears of what failed.
    this.nameIndex().catch(() => undefined);
  }

  /** An id is no name, but who types it whole means that entity. */
  private withId(id: string, hits: NameHit[], admits: (entity: number) => boolean): NameHit[] {
    const entity = this.index.entityIndexOf(id);
    return entity === -1 || !admits(entity) ? hits : [{ entity, matched: id, score: 1 }, ...hits.filter((h) => h.entity !== entity)];
  }

  private async admitted(filter: Filter, ask: Ask | undefined): Promise<Relationship[]> {
    const compiled = await this.compile(filter, ask);
    return this.data.relationships.filter((_, r) => compiled.admits(r));
  }

  private nameOf(id: string): string {
    const { name, shortName } = this.data.entities[this.index.knownEntity(id)]!;
    return shortName ?? name;
  }

  private known(ids: readonly string[]): number[] {
    return ids.map((id) => this.index.entityIndexOf(id)).filter((e) => e !== -1);
  }

  /** Compiling looks at every relationship at once, so others get their turn first. The same filter is often asked with again. */
  private async compile(filter: Filter, ask: Ask | undefined): Promise<CompiledFilter> {
    ask?.signal?.throwIfAborted();
    const key = JSON.stringify(filter);
    if (this.compiled?.key !== key) {
      await othersTurn();
      ask?.signal?.throwIfAborted();
      this.compiled = { key, filter: compileFilter(this.index, filter) };
    }
    return this.compiled.filter;
  }

  /** Whoever asks first starts the building; a cancelled asker does not stop it for the next. Scripts of the world are loaded only now. */
  private nameIndex(): Promise<NameIndex> {
    return (this.names ??= import('./names').then((m) => m.NameIndex.build(this.data.entities)));
  }
}

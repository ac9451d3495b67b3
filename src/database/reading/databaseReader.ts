import type { Filter } from '../../model';
import { UnknownEntityError } from '../../graph';
import { TooMuchAskedError, type DatasetReader, type YearCount } from '../../store';
import type { LoadedDataset } from '../catalogue';
import type { Connection } from '../connection';
import type { Limits } from '../limits';
import { Effort } from './ball';
import { Between } from './between';
import { Censuses, type Census } from './census';
import { partEntities, readerOf, tiesAmong, tiesWhere, type PartEntity, type Tie } from './part';
import { Records } from './records';
import { filterConditions, Values, type Walk } from './walk';

/**
 * A dataset in a database as its answers read it: searches go on in the database level by level; the part that they need is then fetched
 * once, and the questions are answered from it as from any dataset. A part must hold whatever the answer depends on.
 */
export class DatabaseReader {
  readonly records: Records;
  readonly #censuses: Censuses;

  constructor(
    connection: Connection,
    readonly dataset: LoadedDataset,
    readonly limits: Limits,
  ) {
    this.records = new Records(connection, dataset.schema);
    this.#censuses = new Censuses(this.records);
  }

  /** The integers of entities. Throws `UnknownEntityError` for the first that is not there. */
  async known(ids: readonly string[]): Promise<Map<string, number>> {
    const found = await this.records.integersOf('entities', ids);
    const unknown = ids.find((id) => !found.has(id));
    if (unknown !== undefined) throw new UnknownEntityError(unknown);
    return found;
  }

  effort(): Effort {
    return new Effort(this.limits.ties);
  }

  between(walk: Walk, from: number, to: number, effort: Effort): Promise<Between> {
    return Between.of(this.records, walk, effort, from, to);
  }

  /** What a filter leaves of all relationships, counted. */
  census(filter: Filter): Promise<Census> {
    return this.#censuses.of(filter);
  }

  /** How many relationships that a filter admits start and end in each calendar year. */
  years(filter: Filter): Promise<YearCount[]> {
    return this.#censuses.years(filter);
  }

  entities(ns: Iterable<number>): Promise<PartEntity[]> {
    return partEntities(this.records, ns);
  }

  /** Rows of `adj` for which conditions hold and which a filter may admit. Throws `TooMuchAskedError`. */
  async ties(filter: Filter | undefined, conditions: (values: Values) => readonly string[]): Promise<Tie[]> {
    const values = new Values();
    const all = [...conditions(values), ...(filter ? filterConditions(filter, values) : [])];
    return tiesWhere(this.records, all, values, this.limits.records);
  }

  /** Some entities and all relationships between two of them that a filter may admit. */
  async partAmong(ns: Iterable<number>, filter?: Filter): Promise<DatasetReader> {
    const entities = await this.#fewEnough(ns);
    return this.partOf(entities, await tiesAmong(this.records, entities, this.limits.records, filter));
  }

  /** Some relationships with their ends, and more entities. */
  async partWith(ties: readonly Tie[], more: Iterable<number> = []): Promise<DatasetReader> {
    return this.partOf(await this.#fewEnough([...more, ...ties.flatMap((tie) => [tie.from, tie.to])]), ties);
  }

  partOf(entities: readonly PartEntity[], ties: readonly Tie[]): Promise<DatasetReader> {
    return readerOf(this.records, this.dataset.head, entities, ties, this.limits);
  }

  /** Everything. Throws `TooMuchAskedError`. */
  async whole(): Promise<DatasetReader> {
    const { entities, relationships } = this.dataset.description;
    if (entities + relationships > this.limits.records) throw new TooMuchAskedError(entities + relationships, this.limits.records);
    return this.partWith(await this.ties(undefined, () => ['a.forward']), Array.from({ length: entities }, (_, n) => n));
  }

  async #fewEnough(ns: Iterable<number>): Promise<PartEntity[]> {
    const distinct = new Set(ns);
    if (distinct.size > this.limits.records) throw new TooMuchAskedError(distinct.size, this.limits.records);
    return this.entities(distinct);
  }
}

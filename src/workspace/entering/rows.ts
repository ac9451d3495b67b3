import { enterRows, type RowsContext, type RowsEntered } from '../../entry';
import { lintDataset, inNames } from '../../analysis';
import {
  DATASET_FORMAT, edited, NO_EDITS, partOf, recordsOf, statuses, withEdits, withRecords,
  type Dataset, type DatasetPart, type Edit, type Entity, type Relationship, type Source,
} from '../../model';
import type { Report } from '../../formats';
import type { CallOptions } from '../../store';
import { edit, placeBeside } from '../editing';
import { withPart } from '../chart';
import type { UserSource } from '../platform';
import type { Session } from '../session';
import type { ChartState } from '../state';
import { TOLD } from './contradictions';
import { StoreLexicon } from './lexicon';
import { sourceLike } from './nameSource';

/** What pasted rows would do, as the dialog shows it before they are entered. */
interface RowsOutcome extends RowsEntered {
  readonly report: Report;
  /** What the lint says of it and did not say before, entities by their names. */
  readonly contradicts: readonly string[];
}

/** How often rows are entered on trial: each time the names and ids that they ask for are asked of the store. */
const MOST_TRIALS = 6;

/** What entering a table, read by its mapping, would do to the data as they are now. */
export async function rowsOutcome(session: Session, source: UserSource, ask: CallOptions): Promise<RowsOutcome> {
  await session.settled();
  const rows = await session.deps.files.read(source, ask);
  const known = new KnownToRows(session, rows.part, session.get().entry.source!);
  let entered = enterRows(rows.part, known);
  for (let n = 0; n < MOST_TRIALS && (await known.learn(ask)); n += 1) entered = enterRows(rows.part, known);
  return { ...entered, report: rows.report, contradicts: contradicted(await known.around(ask), entered.edits) };
}

/** Enters rows as one step of undo. Those that are new are drawn beside those that they are tied to, where the chart has room for them. */
export async function enterPasted(session: Session, source: UserSource): Promise<void> {
  const { edits, rows } = await session.job('add', 'Entering the rows', (ask) => rowsOutcome(session, source, ask));
  const { chart } = session.get();
  const many = edits.filter((e) => e.list === 'entities' && !chart.entities.has(e.id)).length > MOST_DRAWN;
  const entered = rows.filter((row) => row.verdict !== 'unclear').length;
  edit(session, `Enter ${counted(entered, 'row')}`, edits, { chart: many ? chart : drawn(chart, edits) });
  const left = rows.length - entered;
  session.notify(
    'info',
    [
      `${counted(entered, 'row')} ${entered === 1 ? 'was' : 'were'} entered.`,
      left > 0 ? `${counted(left, 'row')} left out: it is unclear who is meant.` : '',
      many ? 'They are in the data; search brings them to the chart.' : '',
    ].filter((text) => text !== '').join(' '),
  );
  session.events.emit('fit', {});
}

/** More new entities than this are not drawn at once: a chart of so many is no picture. */
const MOST_DRAWN = 150;

/** The chart with those that the edits brought, and with those whom they tie. */
function drawn(chart: ChartState, edits: readonly Edit[]): ChartState {
  const fresh = edits.flatMap((e) => (e.list === 'entities' && e.record && !chart.entities.has(e.id) ? [e.record] : []));
  const ties = edits.flatMap((e) => (e.list === 'relationships' && e.record ? [e.record] : []));
  return fresh.reduce((now, entity) => {
    const tie = ties.find((r) => (r.from === entity.id && now.entities.has(r.to)) || (r.to === entity.id && now.entities.has(r.from)));
    const anchor = tie && now.positions.get(tie.from === entity.id ? tie.to : tie.from);
    const place = placeBeside(now.positions.values(), anchor ?? [...now.positions.values()].at(-1), [entity.id]);
    return withPart(now, { entities: [entity], relationships: [] }, place);
  }, chart);
}

function counted(n: number, what: string): string {
  return `${n === 1 ? 'one' : n} ${what}${n === 1 ? '' : 's'}`.replace(/^one/, 'One');
}

/** How many of those whom rows name are looked around, and how far, for what the rows contradict. */
const MOST_AROUND = 60;
const MOST_NEIGHBOURS = 500;

/** What the store was asked of those whom rows speak of: by name, by id, and what ties them. */
class KnownToRows implements RowsContext {
  readonly lexicon: StoreLexicon;
  #part: DatasetPart = { entities: [], relationships: [], sources: [] };
  #entities: ReadonlyMap<string, Entity> = new Map();
  readonly #taken = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #wanted = new Map<string, { list: 'sources' | 'entities' | 'relationships'; id: string }>();
  readonly #alike = new Map<string, Source | undefined>();
  #ends = new Set<string>();

  constructor(
    readonly session: Session,
    readonly rows: DatasetPart,
    readonly source: Source,
  ) {
    this.lexicon = new StoreLexicon(session.opened(), session.get().edits);
  }

  entity(id: string): Entity | undefined {
    if (!this.#entities.has(id)) this.#ends.add(id);
    return this.#entities.get(id);
  }

  ties(a: string, b: string): readonly Relationship[] {
    return this.#part.relationships.filter((r) => (r.from === a && r.to === b) || (r.from === b && r.to === a));
  }

  sourceLike(source: Source): Source | undefined {
    return this.#alike.get(source.id);
  }

  isTaken(list: 'sources' | 'entities' | 'relationships', id: string): boolean {
    const key = `${list} ${id}`;
    if (!this.#asked.has(key)) this.#wanted.set(key, { list, id });
    return this.#taken.has(key);
  }

  /** What is there around those whom the rows name, as far as it is looked at for what the rows contradict. */
  async around(ask: CallOptions): Promise<DatasetPart> {
    const ends = [...this.#entities.keys()].slice(0, MOST_AROUND);
    const near = await Promise.all(
      ends.map((entity) => this.session.opened().neighbours({ entity, limit: MOST_NEIGHBOURS, filter: { statuses: [...statuses] } }, ask)),
    );
    return partOf([recordsOf(this.#part), ...near.map(recordsOf)].reduce(withRecords));
  }

  /** Asks for all that was wanted and not known. False where there was nothing. */
  async learn(ask: CallOptions): Promise<boolean> {
    if (this.#alike.size === 0)
      for (const source of this.rows.sources) this.#alike.set(source.id, await sourceLike(this.session, source));
    const [named, wanted, ends] = [await this.lexicon.learn(ask), [...this.#wanted.values()], [...this.#ends]];
    this.#wanted.clear();
    this.#ends = new Set();
    for (const list of ['sources', 'entities', 'relationships'] as const) {
      const ids = wanted.filter((one) => one.list === list).map(({ id }) => id);
      for (const id of ids) this.#asked.add(`${list} ${id}`);
      if (ids.length > 0) for (const { id } of await this.session.opened()[list]({ ids }, ask)) this.#taken.add(`${list} ${id}`);
    }
    const fresh = ends.filter((id) => !this.#entities.has(id));
    if (fresh.length > 0) {
      this.#part = await this.session.opened().part({ ids: [...this.#entities.keys(), ...fresh] }, ask);
      this.#entities = new Map(this.#part.entities.map((e) => [e.id, e]));
    }
    return named || wanted.length > 0 || fresh.length > 0;
  }
}

/** What the lint says of the part with the edits, and did not say without them. */
function contradicted(part: DatasetPart, edits: readonly Edit[]): string[] {
  const before: Dataset = { format: DATASET_FORMAT, id: 'around', title: 'around', ...part };
  const after = edited(before, withEdits(NO_EDITS, edits));
  const said = (data: Dataset) => lintDataset(data).issues.filter((i) => TOLD.has(i.code)).map((i) => i.message);
  const names = new Map(after.entities.map((e) => [e.id, e.name]));
  const was = new Set(said(before));
  return said(after).filter((message) => !was.has(message)).map((message) => inNames(message, (id) => names.get(id)));
}

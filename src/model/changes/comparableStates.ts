import { DATASET_FORMAT, type Dataset, type DatasetPart } from '../dataset';
import { spokenWith, withCountedClaims } from '../filter';
import { groundedPart } from '../groundedPart';
import { pairKey } from '../order';
import { routeRelationships, type RouteAnswer, type RouteQuestion } from '../question';
import { partAmong, recordsOf } from '../records';
import type { Snapshot } from '../snapshot';
import { visibleOf } from '../visiblePart';

/** What a snapshot shows, as another state of its dataset has it. */
interface ShownAgain {
  readonly dataset: Dataset;
  /**
   * Ids of entities that are tied to those shown and are not shown themselves, in the order of the dataset. A snapshot is a part: whether
   * they were left out of it or came later it does not tell.
   */
  readonly beside: readonly string[];
}

/** A state of a dataset: all that a file or server knows, or the part of it that a snapshot or a published story shows. */
interface KnownState {
  readonly dataset: Dataset;
  readonly snapshot?: Snapshot | undefined;
  /** It holds what a published story shows, and no more. */
  readonly published?: boolean | undefined;
}

/** What is shown of a dataset; `pairs`: ties are told of where the two were tied before, and others may have been left out. */
interface Shown extends Pick<Snapshot, 'dataset' | 'filter' | 'trace'> {
  readonly pairs: boolean;
}

function shownOf({ dataset, snapshot, published }: KnownState): Shown | undefined {
  if (snapshot) return { ...snapshot, pairs: snapshot.trace !== undefined || snapshot.ownership !== undefined };
  return published ? { dataset, filter: {}, pairs: true } : undefined;
}

/** Two states, as far as they can be compared. */
interface ComparableStates {
  readonly before: Dataset;
  readonly after: Dataset;
  /** Where only one is a snapshot: ids of those tied to what it shows who are not compared; see `ShownAgain`. */
  readonly beside: readonly string[];
  /** Which of the two was narrowed to what the other shows. */
  readonly narrowed?: 'before' | 'after';
}

/** Two states, of which one is narrowed to what the other shows where only that is a snapshot. `ask` finds routes in a dataset. */
export async function comparableStates(
  before: KnownState, after: KnownState, ask: (dataset: Dataset, question: RouteQuestion) => Promise<RouteAnswer>,
): Promise<ComparableStates> {
  const [was, is] = [shownOf(before), shownOf(after)];
  const shown = was ?? is;
  if (!shown || (was && is)) return { before: before.dataset, after: after.dataset, beside: [] };
  const narrowed = was ? 'after' : 'before';
  const whole = narrowed === 'after' ? after.dataset : before.dataset;
  const { dataset, beside } = await shownAgain(shown, whole, (question) => ask(whole, question));
  const pair = narrowed === 'after' ? { before: before.dataset, after: dataset } : { before: dataset, after: after.dataset };
  return { ...pair, beside, narrowed };
}

/**
 * What a snapshot would show of another state of its dataset: the entities that it shows, the ties that it has and those that its filter
 * admits beside them, and where it shows routes, those that are found now. `ask` finds routes in that state. Records that are left out of
 * it by choice are so again. Cost of one question and O(dataset).
 */
async function shownAgain(
  shown: Shown, dataset: Dataset, ask: (question: RouteQuestion) => Promise<RouteAnswer>,
): Promise<ShownAgain> {
  const { filter } = shown;
  const routes = await routesNow(shown, dataset, ask);
  const entities = new Set([...shown.dataset.entities.map((e) => e.id), ...routes.flatMap((r) => r.entities)]);
  const visible = visibleOf({ records: recordsOf(dataset), filter, spoken: spokenWith(filter), untied: 'gone' });
  const admitted = new Set(visible.relationships.map((r) => r.id));
  const known = new Set([...shown.dataset.relationships.map((r) => r.id), ...routes.flatMap(routeRelationships)]);
  const pairs = new Set(shown.dataset.relationships.map((r) => pairKey(r.from, r.to)));
  const part = partAmong(
    dataset, (id) => entities.has(id),
    (r) => entities.has(r.from) && entities.has(r.to)
      && (known.has(r.id) || (admitted.has(r.id) && (!shown.pairs || pairs.has(pairKey(r.from, r.to))))),
  );
  const beside = new Set(visible.relationships.flatMap(({ from, to }) => (entities.has(from) === entities.has(to) ? [] : [from, to])));
  return {
    dataset: { ...headLike(shown, dataset), ...groundedPart(withCountedClaims(part, filter)) },
    beside: dataset.entities.flatMap(({ id }) => (beside.has(id) && !entities.has(id) ? [id] : [])),
  };
}

/** The head of the other state, without what the snapshot's does not say. Its notes are not published. */
function headLike(
  { dataset: { summary: told, licence: allowed } }: Shown, dataset: Dataset,
): Omit<Dataset, keyof DatasetPart | 'notes'> {
  const { id, title, summary, licence } = dataset;
  return {
    format: DATASET_FORMAT, id, title, ...(told === undefined || summary === undefined ? {} : { summary }),
    ...(allowed === undefined || licence === undefined ? {} : { licence }),
  };
}

/** The routes that are found now; none where the snapshot left some out, or where one whom the question names is gone. */
async function routesNow({ trace }: Shown, dataset: Dataset, ask: (question: RouteQuestion) => Promise<RouteAnswer>) {
  if (!trace || trace.left || trace.only) return [];
  const there = new Set(dataset.entities.map((e) => e.id));
  const { from, to, via, avoid } = trace.question;
  if (![from, to, ...(via === undefined ? [] : [via])].every((id) => there.has(id))) return [];
  return (await ask({ ...trace.question, avoid: avoid.filter((id) => there.has(id)) })).routes;
}

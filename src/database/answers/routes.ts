import type { CallOptions, Excluded, RouteAnswer, RouteQuestion } from '../../model';
import { SameEntityError } from '../../analysis';
import { questions, TooMuchAskedError, type DatasetReader } from '../../store';
import { TooManyTiesError } from '../limits';
import type { DatabaseReader } from '../reading/databaseReader';
import type { PartEntity, Tie } from '../reading/part';
import type { Walk } from '../reading/walk';
import { tiesAmong } from '../reading/part';

/** A question about routes with the integers of the entities that it names. */
export interface AskedRoutes {
  readonly question: RouteQuestion;
  readonly from: number;
  readonly to: number;
  /** Undefined where it is one of the ends. */
  readonly via: number | undefined;
  readonly avoid: readonly number[];
}

/** Throws `SameEntityError` and `UnknownEntityError`, as the search over an index does. */
export async function askedRoutes(reader: DatabaseReader, question: RouteQuestion): Promise<AskedRoutes> {
  const { from, to, via, avoid } = question;
  if (from === to) throw new SameEntityError(from);
  const n = await reader.known([from, to, ...(via === undefined ? [] : [via]), ...avoid]);
  return {
    question, from: n.get(from)!, to: n.get(to)!, via: via === undefined || via === from || via === to ? undefined : n.get(via)!,
    avoid: avoid.map((id) => n.get(id)!),
  };
}

function namedIn({ from, to, via, avoid }: AskedRoutes): number[] {
  return [from, to, ...(via === undefined ? [] : [via]), ...avoid];
}

/** Where the routes of a question run. */
export interface RouteGround {
  /** No route is shorter; undefined where there is none of at most so many hops. Throws `TooManyTiesError`. */
  shortest(longest: number): Promise<number | undefined>;
  /** All entities on routes of at most so many hops, after `shortest` has found one. Throws `TooManyTiesError`. */
  within(hops: number): Promise<number[]>;
}

/** The ground of a question, or of a wider one by `walk`. Both halves of a route that must pass somebody share an effort. */
export async function groundOf(
  reader: DatabaseReader, { from, to, via }: Pick<AskedRoutes, 'from' | 'to' | 'via'>, walk: Walk,
): Promise<RouteGround> {
  const effort = reader.effort();
  if (via === undefined) return reader.between(walk, from, to, effort);
  const [ahead, onward] = [await reader.between(walk, from, via, effort), await reader.between(walk, via, to, effort)];
  let [first, second] = [0, 0];
  return {
    async shortest(longest) {
      const a = await ahead.shortest(longest - 1);
      const b = a === undefined ? undefined : await onward.shortest(longest - a);
      if (a === undefined || b === undefined) return undefined;
      [first, second] = [a, b];
      return a + b;
    },
    within: async (hops) => [...new Set([...(await ahead.within(hops - second)), ...(await onward.within(hops - first))])],
  };
}

export function walkOf({ question: { filter, direction, places }, avoid, ...ends }: AskedRoutes): Walk {
  const named = [ends.from, ends.to, ...(ends.via === undefined ? [] : [ends.via])];
  return { filter, direction, places, named, avoid };
}

/**
 * The best routes: the ground of the shortest is fetched and asked, then that of one hop more, until there are as many routes as are wanted
 * or the longest are among them. Where one more hop would take more than may be read, the routes found so far are the best there are, and
 * `complete` is false; where there is none yet, it throws `TooMuchAskedError`.
 */
export async function answerRoutes(reader: DatabaseReader, question: RouteQuestion, options: CallOptions): Promise<RouteAnswer> {
  const asked = await askedRoutes(reader, question);
  const excluded = await excludedOf(reader, asked, options);
  const found = await routesOf(reader, asked, options);
  return { ...found, excluded };
}

async function routesOf(reader: DatabaseReader, asked: AskedRoutes, options: CallOptions): Promise<RouteAnswer> {
  let best: RouteAnswer | undefined;
  try {
    for await (const answer of longerAndLonger(reader, asked, options)) {
      best = answer;
      if (!answer.complete) break;
    }
    return best ?? nothing(asked.question);
  } catch (error) {
    if (!(error instanceof TooManyTiesError || error instanceof TooMuchAskedError)) throw error;
    if (best && best.routes.length > 0) return { ...best, complete: false, cutOff: cutOffText(reader, best) };
    throw error instanceof TooMuchAskedError ? error : tooManyTies(reader);
  }
}

/** How many hops the shortest route has; undefined where there is none. Throws `TooManyTiesError` and `TooMuchAskedError`. */
export async function shortestRoute(reader: DatabaseReader, asked: AskedRoutes, options: CallOptions): Promise<number | undefined> {
  const one = { ...asked, question: { ...asked.question, k: 1 } };
  for await (const { routes: [first] } of longerAndLonger(reader, one, options)) if (first) return first.length;
  return undefined;
}

/** The answers for routes of at most so many hops, from the fewest that there can be up to the most that were asked for. */
async function* longerAndLonger(reader: DatabaseReader, asked: AskedRoutes, options: CallOptions): AsyncGenerator<RouteAnswer, void> {
  const { question } = asked;
  const ground = await groundOf(reader, asked, walkOf(asked));
  const shortest = await ground.shortest(question.maxHops);
  if (shortest === undefined) return;
  for (let hops = shortest; hops <= question.maxHops; hops++) {
    options.signal?.throwIfAborted();
    const part = await routePart(reader, await ground.within(hops), asked);
    yield (await questions.routes.answer(part, { ...question, maxHops: hops }, options)) as RouteAnswer;
  }
}

function cutOffText(reader: DatabaseReader, { routes }: RouteAnswer): string {
  return (
    `Not all routes of more than ${routes.at(-1)!.length} hops were looked for: that takes more than ${reader.limits.ties} relationships, `
    + 'which is the most for one question.'
  );
}

export function tooManyTies({ limits }: DatabaseReader): TooMuchAskedError {
  return new TooMuchAskedError(
    `The question would look at more than ${limits.ties} relationships, which is the most for one. `
      + 'Ask for fewer hops, or narrow the filter.',
  );
}

function nothing({ from, to }: RouteQuestion): RouteAnswer {
  return { from, to, routes: [], complete: true, excluded: { status: 0, period: 0, type: 0, source: 0 } };
}

/**
 * Entities and the ties between them; where a rule counts the relationships of entities, all of those that may have too many. With `all`
 * whatever ties them, and then nobody can be passed of whom too few relationships are there to count.
 */
export async function routePart(reader: DatabaseReader, ns: readonly number[], asked: AskedRoutes, all = false): Promise<DatasetReader> {
  const { question } = asked;
  const filter = all ? undefined : question.filter;
  const distinct = new Set([...ns, ...namedIn(asked)]);
  if (distinct.size > reader.limits.records) throw new TooMuchAskedError(distinct.size, reader.limits.records);
  const entities = await reader.entities(distinct);
  const ties = await tiesAmong(reader.records, entities, reader.limits.records, filter);
  const { hub } = question;
  if (hub === undefined) return reader.partOf(entities, ties);
  const part = new Map(ties.map((tie) => [tie.n, tie]));
  const centres = new Set<number>();
  let hubs = entities.filter((e) => e.degree > hub);
  while (hubs.length > 0) {
    for (const { n } of hubs) centres.add(n);
    for (const tie of await starsOf(reader, hubs)) part.set(tie.n, tie);
    if (part.size > reader.limits.records) throw new TooMuchAskedError(part.size, reader.limits.records);
    hubs = all ? await passableHubs(reader, part, centres, hub) : [];
  }
  return centres.size === 0 ? reader.partOf(entities, ties) : reader.partWith([...part.values()], distinct);
}

function starsOf(reader: DatabaseReader, centres: readonly PartEntity[]): Promise<Tie[]> {
  return reader.ties(undefined, (values) => [`a.entity = any(${values.numbers(centres.map((e) => e.n))})`]);
}

/** Who came into a part with others, is tied to two there or more, and has more relationships than a hub may. */
async function passableHubs(
  reader: DatabaseReader, part: ReadonlyMap<number, Tie>, centres: ReadonlySet<number>, hub: number,
): Promise<PartEntity[]> {
  const tiedTo = new Map<number, Set<number>>();
  for (const { from, to } of part.values())
    for (const [one, other] of [[from, to], [to, from]] as const)
      if (one !== other && !centres.has(one)) tiedTo.set(one, (tiedTo.get(one) ?? new Set()).add(other));
  const passable = [...tiedTo].flatMap(([n, others]) => (others.size > 1 ? [n] : []));
  return passable.length === 0 ? [] : (await reader.entities(passable)).filter((e) => e.degree > hub);
}

/** What the filter leaves out of the whole dataset; the entities that the question names are admitted whatever their type. */
export async function excludedOf(reader: DatabaseReader, asked: AskedRoutes, options: CallOptions): Promise<Excluded> {
  const { filter } = asked.question;
  const { excluded } = await reader.census(filter);
  if (!filter.entityTypes) return excluded;
  const named = walkOf(asked).named;
  const ties = await reader.ties(undefined, (values) => [`a.entity = any(${values.numbers(named)})`]);
  const part = await reader.partWith(ties, namedIn(asked));
  const star: RouteAnswer = await questions.routes.answer(part, { ...asked.question, maxHops: 1, k: 1 }, options);
  const { excluded: inStar } = await part.compiled(filter, options);
  return {
    status: excluded.status + star.excluded.status - inStar.status, period: excluded.period + star.excluded.period - inStar.period,
    type: excluded.type + star.excluded.type - inStar.type, source: excluded.source + star.excluded.source - inStar.source,
  };
}

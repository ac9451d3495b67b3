import { routeQuestion, type CallOptions, type ConnectAnswer, type ConnectQuestion } from '../../model';
import { questions, TooMuchAskedError } from '../../store';
import { TooManyTiesError } from '../limits';
import type { Between } from '../reading/between';
import type { DatabaseReader } from '../reading/databaseReader';
import type { Walk } from '../reading/walk';
import { askedRoutes, excludedOf, routePart, tooManyTies, walkOf, type AskedRoutes } from './routes';

/** The most parties that are looked at in pairs. */
const MOST_IN_PAIRS = 40;

/** Two of the parties and what lies between them. */
interface Pair {
  readonly ends: readonly [string, string];
  readonly between: Between;
  /** Hops of the shortest way; undefined where there is none. */
  readonly hops: number | undefined;
}

/**
 * How parties hang together. Whoever stands in a connection of at most so many hops lies on a way of no more between two of the parties:
 * what lies on such ways is fetched, with more hops each time, until the smallest connection found there has fewer hops than were
 * looked at by the one that others may have more. Where that takes more than may be read, what was found is told with the bound that is
 * sure.
 */
export async function answerConnect(reader: DatabaseReader, question: ConnectQuestion, options: CallOptions): Promise<ConnectAnswer> {
  const { filter, hub, places, avoid, parties } = question;
  const asRoute = routeQuestion.parse({ from: parties[0], to: parties[1], filter, places, avoid, ...(hub === undefined ? {} : { hub }) });
  if (parties.length > MOST_IN_PAIRS)
    throw new TooMuchAskedError(`${parties.length} parties are named, and at most ${MOST_IN_PAIRS} are connected in a database.`);
  const n = await reader.known([...parties, ...avoid]);
  const asked = await askedRoutes(reader, asRoute);
  const named = parties.map((id) => n.get(id)!);
  try {
    const pairs = await pairsOf(reader, parties, named, { ...walkOf(asked), named });
    const answer = await smallest(reader, question, asked, named, pairs, options);
    return { ...answer, excluded: await excludedOf(reader, asked, options) };
  } catch (error) {
    throw error instanceof TooManyTiesError ? tooManyTies(reader) : error;
  }
}

async function pairsOf(reader: DatabaseReader, parties: readonly string[], named: readonly number[], walk: Walk): Promise<Pair[]> {
  const effort = reader.effort();
  const pairs: Pair[] = [];
  for (let i = 0; i < named.length; i++) {
    for (let j = i + 1; j < named.length; j++) {
      const between = await reader.between(walk, named[i]!, named[j]!, effort);
      pairs.push({ ends: [parties[i]!, parties[j]!], between, hops: await between.shortest(Number.MAX_SAFE_INTEGER) });
    }
  }
  return pairs;
}

async function smallest(
  reader: DatabaseReader, question: ConnectQuestion, asked: AskedRoutes, named: readonly number[], pairs: readonly Pair[],
  options: CallOptions,
): Promise<ConnectAnswer> {
  const least = Math.max(named.length - 1, ...pairs.map(({ hops }) => hops ?? 0));
  const tied = pairs.filter((pair) => pair.hops !== undefined);
  let best: ConnectAnswer | undefined;
  let looked = 0;
  for (let hops = least + 1; ; ) {
    options.signal?.throwIfAborted();
    try {
      const near = new Set(named);
      for (const { between } of tied) for (const n of await between.within(hops)) near.add(n);
      const part = await routePart(reader, [...near], asked);
      best = await questions.connect.answer(part, question, options);
    } catch (error) {
      if (!(error instanceof TooManyTiesError) || !best?.connections[0]) throw error;
      return sureOf(best, looked);
    }
    looked = hops;
    const [first] = best.connections;
    if (first ? first.length < hops || !best.exact : tied.every((pair) => isSettled(pair, best!, hops))) return best;
    // What was found may not be the smallest, but the smallest is no larger.
    hops = Math.max(hops, first?.length ?? 0) + 1;
  }
}

/** Whether two parties hang together in what was looked at, or there is no more between them to look at. */
function isSettled({ ends: [a, b], between }: Pair, { groups }: ConnectAnswer, hops: number): boolean {
  return between.isWhole(hops) || groups.some((group) => group.includes(a) && group.includes(b));
}

/** What is sure where all connections of at most so many hops were looked at. */
function sureOf(answer: ConnectAnswer, hops: number): ConnectAnswer {
  const found = answer.connections[0]!.length;
  return found <= hops ? { ...answer, complete: false } : { ...answer, exact: false, complete: false, bound: found / (hops + 1) };
}

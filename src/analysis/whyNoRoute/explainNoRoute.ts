import { atOnce, routeQuestion, type NoRouteAnswer, type Relaxation, type RouteQuestion, type RouteQuestionInput, type Steps } from '../../model';
import type { GraphIndex } from '../../graph';
import { searcherOf, searchFor } from '../routes/findRoutes';
import type { Candidate, Concession, Inquiry } from './concession';
import { source, status, type } from './filterConcessions';
import { isTied } from './isTied';
import { period } from './periodConcession';
import { avoid, direction, hub, length, places, via } from './searchConcessions';

/** In the order in which they are offered. */
const CONCESSIONS: readonly Concession[] = [length, period, status, source, type, hub, places, avoid, via, direction];

/**
 * Why a question has no route: each restriction that could alone be eased to give one, in the order length, period, status, source,
 * type, hub, places, avoid, via, direction, and of each the least: the fewest hops, the strongest single status, the nearest date, one source or type
 * rather than several. Where none does alone, the first pair that does, each side of it as little as can be. Where nothing would: whether the two
 * are tied at all. A question that has a route gets no relaxations.
 *
 * `nameOf` words entities in sentences; without it they are called by their ids. Cost: some hundred searches at most, and a compiled filter for
 * each that changes one. Throws `UnknownEntityError` and `SameEntityError`.
 */
export function explainNoRoute(index: GraphIndex, asked: RouteQuestionInput, nameOf?: (entityId: string) => string): NoRouteAnswer {
  return atOnce(noRouteSteps(index, asked, nameOf));
}

/** The same with a pause after each restriction that was tried, so that it can give way and be given up. */
export function* noRouteSteps(index: GraphIndex, asked: RouteQuestionInput, nameOf: (entityId: string) => string = (id) => id): Steps<NoRouteAnswer> {
  const question = routeQuestion.parse(asked);
  const inquiry: Inquiry = { index, nameOf, lengthOf: (q) => searcherOf(index).shortestLength(searchFor(index, q)), eased: (q) => q };
  const disconnected = !isTied(index, index.knownEntity(question.from), index.knownEntity(question.to));
  if (inquiry.lengthOf(question) !== undefined || disconnected) return { relaxations: [], disconnected };
  const relaxations: Relaxation[] = [];
  for (const [i, concession] of CONCESSIONS.entries()) {
    relaxations.push(...(relaxationOf(concession, question, inquiry) ?? []));
    yield (i + 1) / (2 * CONCESSIONS.length);
  }
  const pair = relaxations.length === 0 ? yield* firstPair(question, inquiry) : undefined;
  return { relaxations, disconnected, ...(pair ? { pair } : {}) };
}

function relaxationOf(concession: Concession, question: RouteQuestion, inquiry: Inquiry): [Relaxation] | undefined {
  const least = leastOf(concession, question, inquiry);
  return least && [{ kind: concession.kind, ...least, length: inquiry.lengthOf(least.question)! }];
}

/** The least of one concession that gives a route. */
function leastOf(concession: Concession, question: RouteQuestion, inquiry: Inquiry): Candidate | undefined {
  const fully = concession.fully(question);
  if (fully === undefined || inquiry.lengthOf(fully) === undefined) return undefined;
  for (const candidate of concession.candidates(question, inquiry)) if (inquiry.lengthOf(candidate.question) !== undefined) return candidate;
  return undefined;
}

/** The first two concessions that give a route together: the least of the first while the second is made in full, then the least of the second. */
function* firstPair(question: RouteQuestion, inquiry: Inquiry): Steps<NoRouteAnswer['pair']> {
  for (const [i, first] of CONCESSIONS.entries()) {
    yield (1 + i / CONCESSIONS.length) / 2;
    for (const second of CONCESSIONS.slice(i + 1)) {
      if (!first.fully(question) || !second.fully(question)) continue;
      const eased = (q: RouteQuestion) => second.fully(q)!;
      const withSecond: Inquiry = { ...inquiry, eased, lengthOf: (q) => inquiry.lengthOf(eased(q)) };
      const one = leastOf(first, question, withSecond);
      const both = one && leastOf(second, one.question, inquiry);
      if (both) return [first.kind, second.kind, both.question];
    }
  }
  return undefined;
}

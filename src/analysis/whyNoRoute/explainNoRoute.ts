import {
  atOnce, routeQuestion,
  type NoRouteAnswer, type Relaxation, type RouteQuestion, type RouteQuestionInput, type Steps,
} from '../../model';
import type { GraphIndex } from '../../graph';
import { searcherOf, searchFor } from '../routes/findRoutes';
import type { Candidate, RelaxationRule, Inquiry } from './relaxationRule';
import { source, status, type } from './filterRelaxations';
import { period } from './periodRelaxation';
import { avoid, direction, hub, length, places, via } from './searchRelaxations';

/** In the order in which they are offered. */
const RULES: readonly RelaxationRule[] = [length, period, status, source, type, hub, places, avoid, via, direction];

/**
 * Why a question has no route: each restriction that could alone be eased to give one, in the order length, period, status, source,
 * type, hub, places, avoid, via, direction, and of each the least: the fewest hops, the strongest single status, the nearest date, one
 * source or type rather than several. Where none does alone, the first pair that does, each side of it as little as can be. Where nothing
 * would: whether the two are tied at all. A question that has a route gets no relaxations.
 *
 * `nameOf` words entities in sentences; without it they are called by their ids. Cost: some hundred searches at most, and a compiled filter
 * for each that changes one. Throws `UnknownEntityError` and `SameEntityError`.
 */
export function explainNoRoute(index: GraphIndex, asked: RouteQuestionInput, nameOf?: (entityId: string) => string): NoRouteAnswer {
  return atOnce(noRouteSteps(index, asked, nameOf));
}

/** The same with a pause after each restriction that was tried, so that it can give way and be given up. Throws the same. */
export function* noRouteSteps(
  index: GraphIndex, asked: RouteQuestionInput, nameOf: (entityId: string) => string = (id) => id,
): Steps<NoRouteAnswer> {
  const question = routeQuestion.parse(asked);
  const inquiry: Inquiry = { index, nameOf, lengthOf: (q) => searcherOf(index).shortestLength(searchFor(index, q)), eased: (q) => q };
  const disconnected = !isTied(index, index.knownEntity(question.from), index.knownEntity(question.to));
  if (inquiry.lengthOf(question) !== undefined || disconnected) return { relaxations: [], disconnected };
  const relaxations: Relaxation[] = [];
  for (const [i, rule] of RULES.entries()) {
    relaxations.push(...(relaxationOf(rule, question, inquiry) ?? []));
    yield (i + 1) / (2 * RULES.length);
  }
  const pair = relaxations.length === 0 ? yield* firstPair(question, inquiry) : undefined;
  return { relaxations, disconnected, ...(pair ? { pair } : {}) };
}

function relaxationOf(rule: RelaxationRule, question: RouteQuestion, inquiry: Inquiry): [Relaxation] | undefined {
  const least = leastOf(rule, question, inquiry);
  return least && [{ kind: rule.kind, ...least, length: inquiry.lengthOf(least.question)! }];
}

/** The least of one relaxation that gives a route. */
function leastOf(rule: RelaxationRule, question: RouteQuestion, inquiry: Inquiry): Candidate | undefined {
  const fully = rule.fully(question);
  if (fully === undefined || inquiry.lengthOf(fully) === undefined) return undefined;
  for (const candidate of rule.candidates(question, inquiry)) if (inquiry.lengthOf(candidate.question) !== undefined) return candidate;
  return undefined;
}

/**
 * The first two relaxations that give a route together: the least of the first while the second is made in full,
 * then the least of the second.
 */
function* firstPair(question: RouteQuestion, inquiry: Inquiry): Steps<NoRouteAnswer['pair']> {
  for (const [i, first] of RULES.entries()) {
    yield (1 + i / RULES.length) / 2;
    for (const second of RULES.slice(i + 1)) {
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

/**
 * Whether any chain of relationships, of whatever status, type and date, ties two entities. Breadth first;
 * cost O(entities + relationships).
 */
function isTied(index: GraphIndex, from: number, to: number): boolean {
  const { starts, stops, neighbours } = index.adjacency;
  const seen = new Uint8Array(index.entityCount);
  const queue = new Uint32Array(index.entityCount);
  let length = 1;
  queue[0] = from;
  seen[from] = 1;
  for (let i = 0; i < length && seen[to] === 0; i++) {
    for (let slot = starts[queue[i]!]!; slot < stops[queue[i]!]!; slot++) {
      const neighbour = neighbours[slot]!;
      if (seen[neighbour] === 1) continue;
      seen[neighbour] = 1;
      queue[length++] = neighbour;
    }
  }
  return seen[to] === 1;
}

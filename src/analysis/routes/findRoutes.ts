import { atOnce, routeQuestion, type Route, type RouteAnswer, type RouteQuestion, type RouteQuestionInput, type Steps } from '../../model';
import type { GraphIndex } from '../../graph';
import { excludedFrom } from './excludedFrom';
import { hopOf, routeAlong, tiesBetween } from './hops';
import { RouteSearcher, type Search } from './routeSearcher';
import { SameEntityError } from './sameEntityError';

const searchers = new WeakMap<GraphIndex, RouteSearcher>();

/** The searcher of an index; there is one, since its memory is as long as the index. */
export function searcherOf(index: GraphIndex): RouteSearcher {
  let searcher = searchers.get(index);
  const { delta } = index;
  if (!searcher) searchers.set(index, (searcher = new RouteSearcher(index, delta && searcherOf(delta.base))));
  return searcher;
}

/**
 * "How are these two connected?": the first k routes, of distinct entities, in this order: fewest hops; then the fewest denied hops, the
 * fewest disputed, alleged, reported; then entity ids along the route, by code units. The order is total, so the answer does not depend
 * on the order of the dataset. A hop carries every admitted relationship between its ends and counts as strong as the strongest.
 *
 * The entities that the question names as ends or to pass are exempt from `hub`, `places`, `avoid` and the filter's entity types.
 * `complete`: no other route of at most `maxHops` hops exists.
 *
 * Yen (1971) in Lawler's partition (1972) over bounds from a bidirectional search: see `RouteEnumerator` and `CostToGo`. Cost O(k · hops ·
 * relationships within reach) at worst. With `via` it is a sum over first halves, of which there can be exponentially many in the hops.
 * Throws `UnknownEntityError`, `SameEntityError`, and `SearchSizeError` where the dataset has tens of millions of records.
 */
export function findRoutes(index: GraphIndex, asked: RouteQuestionInput): RouteAnswer {
  return atOnce(routeSteps(index, asked));
}

/**
 * The same with a pause after each route, so that long searches can give way and be given up.
 * An index has one search at a time: nothing else may search it before this one has answered or been left. Throws as `findRoutes` does.
 */
export function* routeSteps(index: GraphIndex, asked: RouteQuestionInput): Steps<RouteAnswer> {
  const question = routeQuestion.parse(asked);
  const search = searchFor(index, question);
  const searcher = searcherOf(index);
  const routes = searcher.routes(search);
  const found: number[][] = [];
  for (let next = routes.next(); !next.done; next = routes.next()) {
    found.push(next.value);
    if (found.length > question.k) break;
    yield found.length / question.k;
  }
  const complete = found.length <= question.k;
  const steps = searcher.stepsFor(search);
  return {
    from: question.from,
    to: question.to,
    routes: found.slice(0, question.k).map((entities) => routeOf(index, steps, question, entities)),
    complete,
    excluded: excludedFrom(index, searcher.filter(question.filter), search),
  };
}

/** A question in the integers of an index. Throws `UnknownEntityError` and `SameEntityError`. */
export function searchFor(index: GraphIndex, question: RouteQuestion): Search {
  const { from, to, via, avoid, maxHops, filter, direction, places, hub } = question;
  if (from === to) throw new SameEntityError(from);
  return {
    source: index.knownEntity(from),
    target: index.knownEntity(to),
    via: via === undefined ? undefined : index.knownEntity(via),
    avoid: avoid.map((id) => index.knownEntity(id)),
    longest: maxHops, filter, direction, places, hub,
  };
}

function routeOf(index: GraphIndex, steps: Uint8Array, { filter }: RouteQuestion, entities: readonly number[]): Route {
  const ties = entities.slice(1).map((to, i) => tiesBetween(index, steps, entities[i]!, to));
  const hops = ties.map((hop, i) => hopOf(index, filter, entities[i]!, entities[i + 1]!, hop));
  return routeAlong(index, filter, entities, hops, ties);
}

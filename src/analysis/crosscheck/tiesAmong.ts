import {
  atOnce,
  compareText,
  distinctPublishers,
  MOST_TIES_LISTED,
  weakness,
  type PartyTie,
  type Steps,
  type TiesAnswer,
  type TiesQuestion,
} from '../../model';
import type { GraphIndex } from '../../graph';
import { searcherOf } from '../routes/findRoutes';
import { hopOf, tiesBetween, weakestHop } from '../routes/hops';
import type { Search } from '../routes/routeSearcher';

/** How many of those who stand between are told. */
const MOST_BETWEEN = 100;

/**
 * "Who of these is tied to whom?" For each pair of parties the first route of at most `maxHops` hops in the order of routes, as a route
 * question finds it in any direction, and who outside the list stands on how many of these routes. A route may pass other parties. The two
 * of a pair are exempt from `hub`, `places`, `avoid` and the filter's entity types. Cost: that of a first route for each pair.
 * Throws UnknownEntityError.
 */
export function tiesAmong(index: GraphIndex, question: TiesQuestion): TiesAnswer {
  return atOnce(tiesAmongSteps(index, question));
}

/** The same in steps, each with how much is done. An index has one search at a time: nothing else may search it meanwhile. */
export function* tiesAmongSteps(index: GraphIndex, question: TiesQuestion): Steps<TiesAnswer> {
  const parties = question.parties.map((id) => index.knownEntity(id));
  const { filter, places, hub, maxHops } = question;
  const rules = {
    filter,
    places,
    hub,
    direction: 'any' as const,
    longest: maxHops,
    avoid: question.avoid.map((id) => index.knownEntity(id)),
  };
  const searcher = searcherOf(index);
  const listed = new Set(parties);
  const pairs = (parties.length * (parties.length - 1)) / 2;
  const ties: PartyTie[] = [];
  const between = new Map<number, number>();
  let done = 0;
  for (const [i, source] of parties.entries()) {
    for (const target of parties.slice(i + 1)) {
      done++;
      const search: Search = { ...rules, source, target };
      const route = searcher.routes(search).next().value;
      yield done / pairs;
      if (!route) continue;
      ties.push(tieOf(index, searcher.stepsFor(search), question, route));
      for (const entity of route.slice(1, -1)) if (!listed.has(entity)) between.set(entity, (between.get(entity) ?? 0) + 1);
    }
  }
  const place = new Map(question.parties.map((id, i) => [id, i]));
  ties.sort((x, y) => compareTies(x, y) || place.get(x.a)! - place.get(y.a)! || place.get(x.b)! - place.get(y.b)!);
  return {
    parties: question.parties,
    ties: ties.slice(0, MOST_TIES_LISTED),
    pairs,
    tied: ties.length,
    between: [...between]
      .map(([entity, count]) => ({ entity: index.entityIdAt(entity), pairs: count }))
      .sort((x, y) => y.pairs - x.pairs || compareText(x.entity, y.entity))
      .slice(0, MOST_BETWEEN),
    excluded: { ...searcher.filter(filter).excluded },
  };
}

function tieOf(index: GraphIndex, steps: Uint8Array, { filter }: TiesQuestion, entities: readonly number[]): PartyTie {
  const hops = entities.slice(1).map((to, i) => hopOf(index, filter, entities[i]!, to, tiesBetween(index, steps, entities[i]!, to)));
  const publishers = hops.map(({ relationships }) => distinctPublishers(relationships.flatMap((r) => r.publishers)).length);
  return {
    a: index.entityIdAt(entities[0]!),
    b: index.entityIdAt(entities.at(-1)!),
    entities: entities.map((e) => index.entityIdAt(e)),
    hops: hops.length,
    strength: hops[weakestHop(hops)]!.status,
    publishers: Math.min(...publishers),
    relationships: hops.map(({ relationships: [strongest] }) => strongest!.id),
  };
}

/** Fewest hops first, then the strongest, then those that more publishers speak for. */
function compareTies(x: PartyTie, y: PartyTie): number {
  return x.hops - y.hops || weakness(x.strength) - weakness(y.strength) || y.publishers - x.publishers;
}

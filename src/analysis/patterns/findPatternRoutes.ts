import { atOnce, readPattern, type PatternAnswer, type PatternQuestion, type Steps } from '../../model';
import type { GraphIndex } from '../../graph';
import { SameEntityError } from '../routes/sameEntityError';
import { automatonOf } from './automaton';
import { PatternGround, type PatternEndsAt } from './patternGround';
import { patternRoute } from './patternRoute';
import { hopsLeft, PatternSearch, type PatternEffort } from './patternSearch';

type FoundPatternRoutes = Omit<PatternAnswer, 'openShares'>;

/**
 * "Which routes follow this pattern?": the first k routes of distinct entities, from any of some entities to any of others, whose
 * relationships one after another are a word of the pattern, in the order of routes: fewest hops; then the fewest denied hops, readings,
 * disputed, alleged, reported (of the ways in which a route follows the pattern the strongest counts); then entity ids along the route.
 * A route may pass entities at which others end. Ends are exempt from `hub`, `places`, `avoid` and the filter's entity types; a place may
 * also be passed by a step that names it. The search (`PatternSearch`) is given up at a stated effort; `cutOff` says what is there all the
 * same. Throws UnknownEntityError, SameEntityError, PatternError, PatternSizeError.
 */
export function findPatternRoutes(
  index: GraphIndex,
  question: PatternQuestion,
  ends: PatternEndsAt,
  most?: PatternEffort,
): FoundPatternRoutes {
  return atOnce(patternSteps(index, question, ends, most));
}

/** The same in steps. An index has one search at a time: nothing else may search it meanwhile. */
export function* patternSteps(
  index: GraphIndex,
  question: PatternQuestion,
  ends: PatternEndsAt,
  most?: PatternEffort,
): Steps<FoundPatternRoutes> {
  if (ends.from.length === 1 && ends.to.length === 1 && ends.from[0] === ends.to[0])
    throw new SameEntityError(index.entityIdAt(ends.from[0]!));
  const nobody = ends.from.length === 0 || ends.to.length === 0;
  const ground = new PatternGround(index, automatonOf(readPattern(question.pattern)), question, ends);
  const search = nobody ? undefined : new PatternSearch(ground, ends.from, question.maxHops, most);
  const found: (readonly number[])[] = [];
  for (let route = search && (yield* search.next()); route; route = yield* search!.next()) {
    found.push(route);
    if (found.length > question.k) break;
    yield found.length / question.k;
  }
  const givenUpAt = search?.givenUpAt;
  return {
    from: ends.from.length,
    to: ends.to.length,
    routes: found.slice(0, question.k).map((entities) => patternRoute(ground, question.filter, entities)),
    complete: givenUpAt === undefined && found.length <= question.k,
    ...(givenUpAt === undefined ? {} : { cutOff: { hops: hopsLeft(givenUpAt) } }),
    excluded: { ...ground.filter.excluded },
  };
}

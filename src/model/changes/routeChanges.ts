import { LONGEST_ROUTE, type Route, type RouteAnswer } from '../question';

/** What became of the routes between two entities. Routes are the same that pass the same entities in the same order. */
export interface RouteChanges {
  /** In the order of the later answer. */
  readonly added: readonly Route[];
  /** In the order of the earlier answer. */
  readonly removed: readonly Route[];
  /** Routes of both whose weakest hop has another status now, in the order of the later answer. */
  readonly changed: readonly { readonly before: Route; readonly after: Route }[];
  /** Routes of at most so many hops were compared; absent where both answers have all that their question admits. */
  readonly upTo?: number;
}

type Answer = Pick<RouteAnswer, 'routes' | 'complete'>;

/**
 * Which routes came, went and changed status between two answers to one question. An answer that is not complete has, the shortest first,
 * all routes that are shorter than its last one: only so long ones are compared, so that none is said to have come that was there before.
 * Cost O(routes of both).
 */
export function routeChanges(before: Answer, after: Answer): RouteChanges {
  const upTo = Math.min(...[before, after].map(wholeUpTo));
  const compared = ({ routes }: Answer) => new Map(routes.filter((r) => r.length <= upTo).map((r) => [chainOf(r), r]));
  const [was, is] = [compared(before), compared(after)];
  const missingIn = (other: ReadonlyMap<string, Route>) => ([chain]: readonly [string, Route]) => !other.has(chain);
  return {
    added: [...is].filter(missingIn(was)).map(([, route]) => route),
    removed: [...was].filter(missingIn(is)).map(([, route]) => route),
    changed: [...is].flatMap(([chain, route]) => {
      const earlier = was.get(chain);
      return earlier && earlier.strength !== route.strength ? [{ before: earlier, after: route }] : [];
    }),
    ...(before.complete && after.complete ? {} : { upTo }),
  };
}

function chainOf({ entities }: Route): string {
  return JSON.stringify(entities);
}

function wholeUpTo({ routes, complete }: Answer): number {
  return complete ? LONGEST_ROUTE : (routes.at(-1)?.length ?? 1) - 1;
}

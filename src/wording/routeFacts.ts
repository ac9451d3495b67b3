import { distinctPublishers, type Interval, type Route, type RouteAnswer, type RoutesLeftOut, type Status } from '../model';
import { togetherText } from './togetherText';

/** What is said of a route beside its sentence. */
export interface RouteFacts {
  /** "2 hops". */
  hops: string;
  /** The status of the weakest hop, and its two ends. */
  weakest: { status: Status; from: string; to: string };
  /** Independent publishers that affirm or allege each hop, in order. */
  publishers: string[][];
  /** How many there are of them in all. */
  publisherCount: number;
  /** "all hops held together in some part of 2008–2016", "possibly …", "never all at once". */
  together: string;
}

/** `dates` are those of the route's relationships, so that times are said as finely as they are given. */
export function routeFacts(route: Route, dates: readonly Interval[]): RouteFacts {
  const publishers = route.hops.map((hop) => distinctPublishers(hop.relationships.flatMap((r) => r.publishers)));
  const weakest = route.hops[route.weakest]!;
  return {
    hops: route.length === 1 ? '1 hop' : `${route.length} hops`,
    weakest: { status: route.strength, from: weakest.from, to: weakest.to },
    publishers,
    publisherCount: distinctPublishers(publishers.flat()).length,
    together: togetherText(route.together, route.length, dates),
  };
}

/** "7 routes", "1 route"; "10+ routes" where there may be more. */
export function countRoutesText({ routes, complete }: RouteAnswer): string {
  if (routes.length === 1 && complete) return '1 route';
  return complete ? `${routes.length} routes` : `${routes.length}+ routes`;
}

/**
 * What of an answer is not told, a sentence for each reason; none where all of it is. `untold` routes run through records that are missing.
 */
export function untoldSentences(untold: number, left?: RoutesLeftOut): string[] {
  const routes = (n: number, one: string, more: string) => (n === 0 ? [] : [n === 1 ? `1 route ${one}.` : `${n} routes ${more}.`]);
  return [
    ...routes(untold, 'runs through what this chart does not show', 'run through what this chart does not show'),
    ...routes(
      left?.byHand ?? 0, 'is not shown: it passes something that was hidden by hand',
      'are not shown: they pass something that was hidden by hand',
    ),
    ...routes(
      left?.filtered ?? 0, 'is not shown: it needs something that the filter leaves out',
      'are not shown: they need something that the filter leaves out',
    ),
    ...routes(left?.otherRoutes ?? 0, 'more was found; only this one is shown', 'more were found; only this one is shown'),
  ];
}

/** "12 relationships were left out: 9 by their dates, 3 by their status." Empty where none was. */
export function excludedText({ status, period, type, source }: RouteAnswer['excluded']): string {
  const reasons = ([[status, 'status'], [period, 'dates'], [type, 'type'], [source, 'sources']] as const).filter(([n]) => n > 0);
  const sum = reasons.reduce((total, [n]) => total + n, 0);
  if (sum === 0) return '';
  return `${sum === 1 ? '1 relationship was' : `${sum} relationships were`} left out: `
    + `${reasons.map(([n, why]) => `${n} by ${sum === 1 ? 'its' : 'their'} ${why}`).join(', ')}.`;
}

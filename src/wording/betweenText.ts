import { filterPhrases, list } from './questionText';
import { countedText, leftOutText, type IntermediaryAnswer, type RouteQuestion } from '../model';

/** Who is on every route, in words; the direct tie is said apart. */
export function everyText(
  { onEveryRoute, direct }: Pick<IntermediaryAnswer, 'onEveryRoute' | 'direct'>, nameOf: (id: string) => string,
): string {
  const besides = direct ? 'Besides the direct tie, ' : '';
  if (onEveryRoute.length === 0) return capital(`${besides}nobody is on every route.`);
  const names = onEveryRoute.map(nameOf);
  return direct ? `Besides the direct tie, every route passes ${list(names)}.` : `Every route passes ${list(names)}.`;
}

/** "Without these 6 no route is left." */
export function setText(size: number, direct: boolean): string {
  const who = size === 1 ? 'this one' : `these ${size}`;
  return direct ? `Without ${who}, only the direct tie is left.` : `Without ${who}, no route is left.`;
}

/** "7 routes have no intermediary in common, the direct tie among them". */
export function disjointText({ independentRoutes: n, direct }: Pick<IntermediaryAnswer, 'independentRoutes' | 'direct'>): string {
  const routes = n === 1 ? 'Every two routes have an intermediary in common' : `${n} routes have no intermediary in common`;
  return n > 1 && direct ? `${routes}, the direct tie among them` : routes;
}

/** Under which filter the answer holds. */
export function heldUnder(question: RouteQuestion, nameOf: (id: string) => string, publisherOf: (source: string) => string): string {
  const phrases = [
    'routes of any length', question.direction === 'along' ? 'along the arrows' : 'in any direction',
    ...filterPhrases(question.filter, publisherOf),
    ...(question.avoid.length > 0 ? [`without ${question.avoid.map(nameOf).join(', ')}`] : []),
    ...(question.hub === undefined ? [] : [`no stepping stone with more than ${question.hub} ties`]),
    ...(question.places ? ['through places'] : []),
  ];
  return `Holds for ${phrases.join('; ')}${question.via === undefined ? '' : `, whether or not they pass ${nameOf(question.via)}`}.`;
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

/** "the 99 shortest routes of up to 12 hops that pass somebody": what "72 of 99" is of. */
export function ofWhatText({ counted, share }: Pick<IntermediaryAnswer, 'counted' | 'share'>): string {
  return counted ? `${countedText(counted)} that pass somebody` : `the ${share[0]?.of ?? 0} shortest indirect routes`;
}

/** Which ties were not counted and how many, in a sentence; undefined where there were none. */
export function notCountedText({ leftOut = {} }: Pick<IntermediaryAnswer, 'leftOut'>): string | undefined {
  const text = leftOutText(leftOut);
  return text === '' ? undefined : `Not counted, since such ties make nobody an intermediary: ${text}.`;
}

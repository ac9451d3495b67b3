import { addTo, compareText, someMayMeet, type IntervalBounds, type Steps } from '../../model';
import type { StakesByHolder } from './stakesOverTime';

/** Two parties and the ventures in which they meet: both were partners on one day, as far as their dates can tell. */
export interface CoVenture {
  a: string;
  b: string;
  ventures: string[];
}

/** The most pairs that are listed. */
export const MOST_PAIRS = 10_000;

interface CoVentures {
  coVentures: CoVenture[];
  moreCoVentures?: number;
}

/** The partners of one venture in order of ids, with when each held something. */
interface Meeting {
  readonly venture: string;
  readonly partners: readonly string[];
  readonly held: readonly (readonly IntervalBounds[])[];
}

/** A venture that a party is a partner in, and its place among the partners. */
interface Place {
  readonly meeting: Meeting;
  readonly at: number;
}

/**
 * Who meets in which ventures, from the stakes in each: pairs that meet most often first, then by ids. Cost O(pairs of
 * partners), the memory that of the pairs listed.
 */
export function* coVentureSteps(ventures: readonly (readonly [venture: string, StakesByHolder])[]): Steps<CoVentures> {
  const places = yield* placeSteps(ventures);
  const listed: CoVenture[][] = [];
  let pairs = 0;
  const parties = [...places.keys()].sort(compareText);
  for (const [i, a] of parties.entries()) {
    for (const pair of yield* pairsOf(a, places.get(a)!)) {
      const alike = (listed[pair.ventures.length] ??= []);
      if (alike.length < MOST_PAIRS) alike.push(pair);
      pairs++;
    }
    if (i % 100 === 0) yield 0.7 + (0.3 * i) / parties.length;
  }
  const coVentures = listed.reverse().flat().slice(0, MOST_PAIRS);
  return { coVentures, ...(pairs > coVentures.length ? { moreCoVentures: pairs - coVentures.length } : {}) };
}

/** The ventures of each party. */
function* placeSteps(ventures: readonly (readonly [string, StakesByHolder])[]): Steps<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  for (const [venture, byHolder] of ventures) {
    const meeting = { venture, partners: [...byHolder.keys()], held: [...byHolder.values()].map((stakes) => stakes.map((s) => s.bounds)) };
    for (const [at, partner] of meeting.partners.entries()) addTo(places, partner, { meeting, at });
    yield;
  }
  return places;
}

/** The pairs of a party with those that come after it, in order of ids. */
function* pairsOf(a: string, places: readonly Place[]): Steps<CoVenture[]> {
  const venturesWith = new Map<string, string[]>();
  for (const { meeting: { venture, partners, held }, at } of places) {
    for (let other = at + 1; other < partners.length; other++) {
      if (someMayMeet(held[at]!, held[other]!)) addTo(venturesWith, partners[other]!, venture);
    }
    yield;
  }
  return [...venturesWith].sort(([x], [y]) => compareText(x, y)).map(([b, ventures]) => ({ a, b, ventures }));
}

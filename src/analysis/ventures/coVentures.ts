import { addTo, boundsMayMeet, compareText, groupedBy, intervalBounds, type IntervalBounds, type Relationship, type Steps } from '../../model';

/** Two parties and the ventures in which they meet: both were partners on one day, as far as their dates can tell. */
export interface CoVenture {
  a: string;
  b: string;
  ventures: string[];
}

/** The most pairs that are listed. */
export const MOST_PAIRS = 10_000;

export interface CoVentures {
  coVentures: CoVenture[];
  moreCoVentures?: number;
}

/** The partners of one venture in order of ids, with the days between which each held what. */
interface Meeting {
  readonly venture: string;
  readonly partners: readonly string[];
  readonly bounds: readonly (readonly IntervalBounds[])[];
}

/**
 * Who meets in which ventures, from the stakes in each: pairs that meet most often first, then by ids. Cost O(pairs of
 * partners), the memory that of the pairs listed.
 */
export function* coVentureSteps(stakes: readonly (readonly Relationship[])[], ventures: readonly string[]): Steps<CoVentures> {
  const meetings = stakes.map((own, i) => meetingOf(ventures[i]!, own));
  const placesOf = new Map<string, { meeting: Meeting; at: number }[]>();
  for (const meeting of meetings) for (const [at, partner] of meeting.partners.entries()) addTo(placesOf, partner, { meeting, at });
  const listed: CoVenture[][] = [];
  let pairs = 0;
  const parties = [...placesOf.keys()].sort(compareText);
  for (const [i, a] of parties.entries()) {
    for (const pair of yield* pairsOf(a, placesOf.get(a)!)) {
      const alike = (listed[pair.ventures.length] ??= []);
      if (alike.length < MOST_PAIRS) alike.push(pair);
      pairs++;
    }
    if (i % 100 === 0) yield 0.7 + (0.3 * i) / parties.length;
  }
  const coVentures = listed.reverse().flat().slice(0, MOST_PAIRS);
  return { coVentures, ...(pairs > coVentures.length ? { moreCoVentures: pairs - coVentures.length } : {}) };
}

function meetingOf(venture: string, stakes: readonly Relationship[]): Meeting {
  const byHolder = groupedBy(stakes, (r) => r.from);
  const partners = [...byHolder.keys()].sort(compareText);
  return { venture, partners, bounds: partners.map((p) => byHolder.get(p)!.map((r) => intervalBounds(r))) };
}

/** The pairs of a party with those that come after it, in order of ids. */
function* pairsOf(a: string, places: readonly { meeting: Meeting; at: number }[]): Steps<CoVenture[]> {
  const venturesWith = new Map<string, string[]>();
  for (const { meeting: { venture, partners, bounds }, at } of places) {
    for (let other = at + 1; other < partners.length; other++) {
      if (bounds[at]!.some((x) => bounds[other]!.some((y) => boundsMayMeet(x, y)))) addTo(venturesWith, partners[other]!, venture);
    }
    yield;
  }
  return [...venturesWith].sort(([x], [y]) => compareText(x, y)).map(([b, ventures]) => ({ a, b, ventures }));
}

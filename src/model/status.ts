import type { Claim, Source, SourceKind } from './claim';

/** What a relationship's claims add up to, strongest first. The order is the order of strength everywhere. */
export const statuses = ['confirmed', 'reported', 'alleged', 'disputed', 'denied'] as const;
export type Status = (typeof statuses)[number];

/** 0 for confirmed to 4 for denied: lower is stronger. */
export function weakness(status: Status): number {
  return statuses.indexOf(status);
}

const RECORDS: ReadonlySet<SourceKind> = new Set<SourceKind>(['filing', 'registry', 'court']);

/**
 * The status that claims add up to; the first row that fits decides.
 *
 * | the claims                                                                    | status    |
 * | ----------------------------------------------------------------------------- | --------- |
 * | denials and nothing else                                                      | denied    |
 * | a denial or a question beside an assertion or allegation, or questions only   | disputed  |
 * | allegations and nothing else                                                  | alleged   |
 * | assertions by two or more publishers, or one in a filing, registry or court record | confirmed |
 * | anything else, no claim at all included                                       | reported  |
 *
 * Publishers count as independent when their names differ but for case and spaces. A claim whose source
 * the dataset lacks counts for its stance, not as a publisher.
 */
export function statusOf(claims: readonly Claim[], sourceOf: (id: string) => Source | undefined): Status {
  const said = new Set(claims.map((c) => c.stance));
  const affirmed = said.has('asserts') || said.has('alleges');
  if (said.has('denies') && !affirmed && !said.has('questions')) return 'denied';
  if (said.has('denies') || said.has('questions')) return 'disputed';
  if (said.has('alleges') && !said.has('asserts')) return 'alleged';
  const asserting = claims.filter((c) => c.stance === 'asserts').map((c) => sourceOf(c.source));
  const confirmed = independentPublishers(asserting).length >= 2 || asserting.some((s) => s && RECORDS.has(s.kind));
  return confirmed ? 'confirmed' : 'reported';
}

/** The names of publishers that differ but for case and spaces, each as first written, in order of appearance. */
export function independentPublishers(sources: readonly (Source | undefined)[]): string[] {
  const byKey = new Map<string, string>();
  for (const source of sources) {
    if (!source) continue;
    const key = source.publisher.toLowerCase().replace(/\s+/g, ' ').trim();
    if (!byKey.has(key)) byKey.set(key, source.publisher);
  }
  return [...byKey.values()];
}

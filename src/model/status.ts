import type { Claim, Source, SourceKind } from './claim';
import { distinctPublishers, independentPublishers, type SourceOf } from './origins';

/** What a relationship's claims add up to, strongest first. The order is the order of strength everywhere. */
export const statuses = ['confirmed', 'reported', 'alleged', 'disputed', 'reading', 'denied'] as const;
/** What the claims of a relationship add up to. */
export type Status = (typeof statuses)[number];

/** 0 for confirmed to 5 for denied: lower is stronger. */
export function weakness(status: Status): number {
  return statuses.indexOf(status);
}

const RECORDS: ReadonlySet<SourceKind> = new Set<SourceKind>(['filing', 'registry', 'court']);

/** What a status is computed from. */
type Said = Pick<Claim, 'source' | 'stance'>;

/**
 * The status that claims add up to; the first row that fits decides.
 *
 * | the claims                                                                    | status    |
 * | ----------------------------------------------------------------------------- | --------- |
 * | the editor's own readings and nothing else                                    | reading   |
 * | denials and nothing else                                                      | denied    |
 * | a denial or a question beside an assertion or allegation, or questions only   | disputed  |
 * | allegations and nothing else                                                  | alleged   |
 * | assertions by two or more publishers, or one in a filing, registry or court record | confirmed |
 * | anything else, no claim at all included                                       | reported  |
 *
 * Below the first row readings count for nothing: they neither confirm nor dispute what a source says. Publishers count by the origins of
 * their sources, as `independentPublishers` has it. A claim whose source the dataset lacks counts for its stance, not as a publisher.
 */
export function statusOf(claims: readonly Said[], sourceOf: SourceOf): Status {
  const spoken = claims.filter((c) => !isReading(c, sourceOf));
  if (spoken.length === 0 && claims.length > 0) return 'reading';
  const said = new Set(spoken.map((c) => c.stance));
  const affirmed = spoken.some(affirms);
  if (said.has('denies') && !affirmed && !said.has('questions')) return 'denied';
  if (said.has('denies') || said.has('questions')) return 'disputed';
  if (said.has('alleges') && !said.has('asserts')) return 'alleged';
  const asserting = spoken.filter((c) => c.stance === 'asserts').map((c) => sourceOf(c.source));
  const confirmed = independentPublishers(asserting, sourceOf).length >= 2 || asserting.some((s) => s && RECORDS.has(s.kind));
  return confirmed ? 'confirmed' : 'reported';
}

/**
 * Whether a status must be said in words wherever a line's style may get lost, so that the tie never reads as a fact.
 * A denied tie is a case of its own.
 */
export function isDoubtful(status: Status): boolean {
  return status === 'alleged' || status === 'disputed' || status === 'reading';
}

/** Whether a claim is an inference of the editor's own. */
export function isReading({ source }: Pick<Claim, 'source'>, sourceOf: SourceOf): boolean {
  return sourceOf(source)?.kind === 'reading';
}

/** The claims that are left when some sources are set aside, in their order. */
export function claimsWithout<C extends Pick<Claim, 'source'>>(claims: readonly C[], aside: ReadonlySet<string>): readonly C[] {
  return aside.size === 0 ? claims : claims.filter((c) => !aside.has(c.source));
}

/** Whether setting sources aside leaves nothing of claims: what they speak of then falls away. Never true where there were none. */
export function fallsWithout(claims: readonly Pick<Claim, 'source'>[], aside: ReadonlySet<string>): boolean {
  return claims.length > 0 && claimsWithout(claims, aside).length === 0;
}

/**
 * The status that claims add up to when some sources are set aside. What falls with them keeps the status that it had with
 * all its claims, so that it is never shown as more than anybody says where it is shown all the same (on a highlighted route).
 */
export function statusWithout(claims: readonly Said[], aside: ReadonlySet<string>, sourceOf: SourceOf): Status {
  const left = claimsWithout(claims, aside);
  return statusOf(left.length === 0 ? claims : left, sourceOf);
}

/** Whether a source says by a claim that it is so, or that it is said to be so. */
export function affirms({ stance }: Pick<Claim, 'stance'>): boolean {
  return stance === 'asserts' || stance === 'alleges';
}

/** Who affirms or alleges something: the publishers by their names, and how many of them are independent of one another. */
export function publishersOf(claims: readonly Said[], sourceOf: SourceOf): { names: string[]; independent: string[] } {
  const sources = affirmingSources(claims, sourceOf);
  const names = sources.flatMap((s) => (s && s.kind !== 'reading' ? [s.publisher] : []));
  return { names: distinctPublishers(names), independent: independentPublishers(sources, sourceOf) };
}

/** The sources of the claims that affirm or allege, in their order; undefined where the dataset lacks one. */
export function affirmingSources(claims: readonly Said[], sourceOf: SourceOf): (Source | undefined)[] {
  return claims.filter(affirms).map((c) => sourceOf(c.source));
}

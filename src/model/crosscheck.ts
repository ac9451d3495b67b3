import { z } from 'zod';
import { entityTypeIds } from './catalogue';
import { jurisdiction } from './jurisdiction';
import type { MatchProposal } from './match';
import { partialDate } from './partialDate';
import { routeQuestion, type Excluded } from './question';
import type { Status } from './status';

/** The most names and parties of a cross-check. */
export const MOST_NAMES = 1000;

/** A name of a list, with what the list says besides. */
export const listedName = z.strictObject({
  name: z.string().min(1).max(500),
  type: z.enum(entityTypeIds).optional(),
  jurisdiction: jurisdiction.optional(),
  start: partialDate.optional(),
  /** The id of the entity that it was decided to be. */
  entity: z.string().min(1).max(200).optional(),
});
export type ListedName = z.infer<typeof listedName>;

/** "Who of the data are these names?" */
export const namesQuestion = z.strictObject({
  names: z.array(listedName).min(1).max(MOST_NAMES),
  /** How many entities at most for each name, 1–20. */
  limit: z.int().min(1).max(20).default(5),
  /** The lowest score, 0–1. */
  threshold: z.number().min(0).max(1).default(0.6),
});
export type NamesQuestion = z.infer<typeof namesQuestion>;

/** Who a name may be, best first: an entity (by id), how likely, and why. */
export interface NameCandidate extends Pick<MatchProposal, 'score' | 'certainty' | 'reasons'> {
  entity: string;
}

/** What was found for each name, in the order of the list. */
export interface NamesAnswer {
  matches: { name: string; candidates: NameCandidate[] }[];
}

/** From this score on the best candidate is taken, unless the next one comes near it. */
const TAKEN_FROM = 0.75;
const NEAR = 0.1;

/**
 * The candidate that is taken for a name as long as nobody decides: the one whose id the list gives; else the best from a score on, where
 * no other comes near. Undefined where it is left open.
 */
export function takenCandidate(
  { entity }: Pick<ListedName, 'entity'>,
  candidates: readonly NameCandidate[],
  from: number = TAKEN_FROM,
): NameCandidate | undefined {
  if (entity !== undefined) return candidates.find((c) => c.entity === entity);
  const [best, next] = candidates;
  return best && best.score >= from && (best.certainty === 'certain' || !next || next.score <= best.score - NEAR) ? best : undefined;
}

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

/** "Who of these is tied to whom?" The options are those of a route question, in any direction. */
export const tiesQuestion = routeQuestion.pick({ filter: true, hub: true, places: true, avoid: true }).extend({
  parties: z.array(z.string().min(1).max(200)).min(2).max(MOST_NAMES).refine(areDistinct, { error: 'a party is named twice' }),
  /** How far apart two may be, in hops, 1–6. */
  maxHops: z.int().min(1).max(6).default(3),
});
export type TiesQuestion = z.infer<typeof tiesQuestion>;

/** The best route between two of the parties, in the order of routes; `a` comes before `b` in the list. */
export interface PartyTie {
  a: string;
  b: string;
  /** From `a` to `b`. */
  entities: string[];
  hops: number;
  /** The status of the weakest hop. */
  strength: Status;
  /** How many independent publishers affirm or allege the hop that has fewest. */
  publishers: number;
  /** The strongest relationship of each hop. */
  relationships: string[];
}

/** How parties of a list are tied to one another. */
export interface TiesAnswer {
  parties: string[];
  /** Fewest hops first, then the strongest, then in the order of the list; at most MOST_TIES_LISTED. */
  ties: PartyTie[];
  /** How many pairs there are, and how many of them are tied. */
  pairs: number;
  tied: number;
  /** Who outside the list stands between, on how many of the best routes; most first, then by id. */
  between: { entity: string; pairs: number }[];
  excluded: Excluded;
}

/** The most ties that an answer lists; others are counted. */
export const MOST_TIES_LISTED = 20_000;

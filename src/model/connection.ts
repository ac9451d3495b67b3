import { z } from 'zod';
import type { Excluded, Hop, Route } from './question';
import { routeQuestion } from './question';

/** The most parties whose smallest connection is looked for; for more, one that is at most twice as large. */
export const EXACT_PARTIES = 10;

/** The most parties of a question. */
export const MOST_PARTIES = 200;

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

/** "How do these hang together?" The options are those of a route question; arrows do not matter. */
export const connectQuestion = routeQuestion.pick({ filter: true, hub: true, places: true, avoid: true }).extend({
  /** The parties, each once. */
  parties: z.array(z.string().min(1)).min(2).max(MOST_PARTIES).refine(areDistinct, { error: 'a party is named twice' }),
  /** How many connections at most, 1–50. */
  k: z.int().min(1).max(50).default(5),
});
export type ConnectQuestion = z.infer<typeof connectQuestion>;

/** Entities and hops that tie parties to one another, without a circle. What is said of the hops of a route is said of these. */
export interface Connection extends Pick<Route, 'hops' | 'length' | 'strength' | 'weakest' | 'together'> {
  /** The parties as asked, then who stands between them in order of ids. */
  entities: string[];
  /** Who stands between the parties, in order of ids. */
  between: string[];
  /** From the first party outwards, in an order in which each hop begins at an entity that was named before. */
  hops: Hop[];
}

/** How parties hang together. */
export interface ConnectAnswer {
  parties: string[];
  /**
   * The smallest first (fewest hops), the strongest first among those of one size; each ties other entities.
   * None where parties are not tied at all.
   */
  connections: Connection[];
  /** The parties by who is tied to whom, each group in the order asked; more than one group where nothing ties all. */
  groups: string[][];
  /** Of those between in the first connection: whoever another connection of the same size does without, as far as those are known. */
  dispensable: string[];
  /** Whether the first is the smallest there is. Else it has at most `bound` times as many hops as the smallest. */
  exact: boolean;
  bound: number;
  /** Whether there is no other connection of at most one hop more than the first; else one of its size may be stronger. */
  complete: boolean;
  excluded: Excluded;
}

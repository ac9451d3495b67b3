import { z } from 'zod';
import { entityTypeIds } from '../catalogue';
import { jurisdiction } from '../jurisdiction';
import { routeQuestion, type Excluded, type Route } from '../question';
import { LONGEST_PATTERN, patternProblem } from './readPattern';

/** The most entities that an end of a pattern may name. */
const MOST_ENDS = 10_000;

/** Where routes may begin or end: at one of these, or at any entity of these types, of one country where it is given. */
export const patternEnds = z.union([
  z.strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(MOST_ENDS) }),
  z.strictObject({
    entityTypes: z.array(z.enum(entityTypeIds)).min(1),
    /** ISO 3166, as CN or US-DE; a country has its regions with it. */
    jurisdiction: jurisdiction.optional(),
  }),
]);
export type PatternEnds = z.infer<typeof patternEnds>;

/** A pattern, as `readPattern` reads it; refused with what is wrong in it. */
export const patternText = z
  .string()
  .max(LONGEST_PATTERN)
  .superRefine((text, context) => {
    const wrong = patternProblem(text);
    if (wrong) context.addIssue({ code: 'custom', message: wrong.message });
  });

/** "Which routes follow this pattern?" The options are those of a route question; the pattern says which way each step runs. */
export const patternQuestion = routeQuestion.pick({ k: true, maxHops: true, filter: true, avoid: true, hub: true, places: true }).extend({
  from: patternEnds,
  to: patternEnds,
  pattern: patternText,
});
export type PatternQuestion = z.infer<typeof patternQuestion>;
export type PatternQuestionInput = z.input<typeof patternQuestion>;

export interface PatternAnswer {
  /** How many entities a route may begin and end at. */
  from: number;
  to: number;
  /** In the order of routes. A hop's first relationship is the one by which the route follows the pattern; others that may follow. */
  routes: Route[];
  /** Whether there are no others of at most `maxHops` hops. */
  complete: boolean;
  /** The search was given up: only routes of fewer hops than this are all there. */
  cutOff?: { hops: number } | undefined;
  /** Relationships that a condition on shares left out because their share is not known, or its bounds leave it open. */
  openShares: number;
  excluded: Excluded;
}

import { z } from 'zod';
import { relationshipType, relationshipTypeIds, type RelationshipType } from './catalogue';
import type { Filter } from './filter';
import { routeQuestion } from './question';

/**
 * Types of relationships that tie two parties to one who watches, judges or records them, or was once in one place with them, and
 * so make nobody a go-between: all of authority, documents, meetings and events.
 */
export const NOT_BETWEEN: readonly RelationshipType[] = relationshipTypeIds.filter(
  (type) => relationshipType(type).family === 'authority' || ['documents', 'meets', 'tookPartIn'].includes(type),
);

/** "Who stands between these two?" The options are those of a route question; there is no length limit unless one is asked for. */
export const intermediaryQuestion = routeQuestion.omit({ k: true, via: true, maxHops: true }).extend({
  /** Count only entities that stand on some walk of at most so many hops. */
  maxHops: z.int().min(1).optional(),
  /** How many routes of at most LONGEST_ROUTE hops, shortest first, are counted for `share`; 1–1000. */
  k: z.int().min(1).max(1000).default(100),
  /** Types of relationships that are left out, whatever the filter admits. */
  notThrough: z.array(z.enum(relationshipTypeIds)).default(() => [...NOT_BETWEEN]),
});
export type IntermediaryQuestion = z.infer<typeof intermediaryQuestion>;

/** The filter of a question about intermediaries, without the types that make nobody one. */
export function betweenFilter({ filter, notThrough }: Pick<IntermediaryQuestion, 'filter' | 'notThrough'>): Filter {
  if (notThrough.length === 0) return filter;
  return { ...filter, relationshipTypes: (filter.relationshipTypes ?? relationshipTypeIds).filter((type) => !notThrough.includes(type)) };
}

/** How often an entity lies between: on `routes` of the `of` routes that were counted (`counted` of the answer says which). */
export interface BetweenShare {
  entity: string;
  routes: number;
  of: number;
}

/** Which routes were counted for `share`: the shortest that pass somebody. */
interface CountedRoutes {
  routes: number;
  /** In hops; no longer ones were counted. */
  longest: number;
  /** True where these are all that there are up to that length. */
  all: boolean;
}

/** Relationships that the filter admits and that make nobody an intermediary, by type; types without any are absent. */
export type LeftOut = Partial<Record<RelationshipType, number>>;

/**
 * Who stands between two entities (Menger). Where they are tied directly, the direct tie counts as one independent
 * route, and everything else is found without it.
 */
export interface IntermediaryAnswer {
  from: string;
  to: string;
  direct: boolean;
  /** Entities that every route passes, from `from` to `to`. */
  onEveryRoute: string[];
  /** The smallest sets whose removal leaves no route, each in order of ids. */
  separators: string[][];
  /** The largest number of routes that share no entity but their ends. */
  independentRoutes: number;
  /** One such set of routes, as chains of entities, shortest first. */
  disjoint: string[][];
  share: BetweenShare[];
  /** True where `separators` are all there are. */
  complete: boolean;
  /** What `share` counts; absent in answers from older files, like `leftOut`. */
  counted?: CountedRoutes | undefined;
  leftOut?: LeftOut | undefined;
}

/** The shape of such an answer that comes from a file. */
export const intermediaryAnswer: z.ZodType<IntermediaryAnswer> = z.strictObject({
  from: z.string(),
  to: z.string(),
  direct: z.boolean(),
  onEveryRoute: z.array(z.string()),
  separators: z.array(z.array(z.string())),
  independentRoutes: z.int().min(0),
  disjoint: z.array(z.array(z.string())),
  share: z.array(z.strictObject({ entity: z.string(), routes: z.int(), of: z.int() })),
  complete: z.boolean(),
  counted: z.strictObject({ routes: z.int().min(0), longest: z.int().min(1), all: z.boolean() }).optional(),
  leftOut: z.partialRecord(z.enum(relationshipTypeIds), z.int().min(1)).optional(),
});

/** "the 99 shortest routes of up to 12 hops": what the figures of `share` are of. */
export function countedText({ routes, longest, all }: CountedRoutes): string {
  const many = routes === 1 ? 'route' : 'routes';
  return all ? `all ${routes} ${many} of up to ${longest} hops` : `the ${routes} shortest ${many} of up to ${longest} hops`;
}

/** "5 × sanctions, 2 × meets": what was left out, most first; empty where nothing was. */
export function leftOutText(leftOut: LeftOut): string {
  const types = Object.entries(leftOut) as [RelationshipType, number][];
  return types.sort(([, a], [, b]) => b - a).map(([type, count]) => `${count} × ${relationshipType(type).verb}`).join(', ');
}

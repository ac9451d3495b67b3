import { z } from 'zod';
import { filter } from './filter';
import { period, type Period } from './period';
import { statuses, type Status } from './status';
import { relationshipTypeIds, type RelationshipType } from './catalogue';

export const directions = ['any', 'along'] as const;

/** The most hops that a route may have; longer chains say nothing to a reader. */
export const LONGEST_ROUTE = 12;

/** "How are these two connected?" */
export const routeQuestion = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** How many routes at most, 1–1000. */
  k: z.int().min(1).max(1000).default(10),
  /** The longest route, in hops, 1–LONGEST_ROUTE. */
  maxHops: z.int().min(1).max(LONGEST_ROUTE).default(6),
  /** `along`: only along the arrows (relationships without an arrow count both ways). */
  direction: z.enum(directions).default('any'),
  filter: filter.default({}),
  /** Entities that no route may pass. */
  avoid: z.array(z.string()).default([]),
  /** An entity that every route must pass. */
  via: z.string().optional(),
  /** Entities with more admitted relationships than this are no stepping stones. */
  hub: z.int().min(1).optional(),
  /** Whether places may be stepping stones: two firms in one country are not thereby connected. */
  places: z.boolean().default(false),
  /**
   * Types of relationships that make nobody an intermediary, when it is asked who stands between; `NOT_BETWEEN` if left out.
   * Routes run over them all the same.
   */
  notThrough: z.array(z.enum(relationshipTypeIds)).optional(),
});
export type RouteQuestion = z.infer<typeof routeQuestion>;
/** A route question as asked: what is left out has its default. */
export type RouteQuestionInput = z.input<typeof routeQuestion>;

/** A relationship as a hop carries it. `forward`: the hop runs from the relationship's `from` to its `to`. */
export interface HopRelationship {
  id: string;
  type: RelationshipType;
  from: string;
  to: string;
  status: Status;
  forward: boolean;
  /** How many distinct sources speak of it, and the independent publishers that affirm or allege it. */
  sources: number;
  publishers: string[];
}

/** A step of a route with every admitted relationship that makes it, strongest first. Its status is the strongest of theirs. */
export interface Hop {
  from: string;
  to: string;
  relationships: HopRelationship[];
  status: Status;
}

/** Whether there was a time when all hops of a route held at once; periods in ISO days, open ends absent. */
export interface Together {
  answer: 'yes' | 'possibly' | 'never';
  /** When all hops certainly held together, else when they possibly did; empty where never. */
  periods: { from?: string | undefined; to?: string | undefined }[];
  /** Where the answer is never: two hops (by index) that never held at one time, if there are such two. */
  apart?: [number, number] | undefined;
}

/** A chain of distinct entities. `strength` is the status of its weakest hop, `weakest` that hop's index. */
export interface Route {
  entities: string[];
  hops: Hop[];
  /** In hops. */
  length: number;
  strength: Status;
  weakest: number;
  together: Together;
}

/** The ids of the relationships that make a route, hop by hop. */
export function routeRelationships(route: { readonly hops: readonly Pick<Hop, 'relationships'>[] }): string[] {
  return route.hops.flatMap((hop) => hop.relationships.map((r) => r.id));
}

/** How many relationships of the dataset the question left out, by the first reason that fits each. */
export interface Excluded {
  status: number;
  period: number;
  type: number;
  source: number;
}

export interface RouteAnswer {
  from: string;
  to: string;
  routes: Route[];
  /** True where these are all the routes that the question admits. */
  complete: boolean;
  excluded: Excluded;
  /** Why the answer is not complete, where it is for what a store may read for one question. */
  cutOff?: string | undefined;
}

const status = z.enum(statuses);
const hop = z.strictObject({
  from: z.string(),
  to: z.string(),
  relationships: z.array(
    z.strictObject({
      id: z.string(), type: z.enum(relationshipTypeIds), from: z.string(), to: z.string(), status, forward: z.boolean(),
      sources: z.int().min(0), publishers: z.array(z.string()),
    }),
  ),
  status,
});
const togetherness = z.strictObject({
  answer: z.enum(['yes', 'possibly', 'never']),
  periods: z.array(z.strictObject({ from: z.string().optional(), to: z.string().optional() })),
  apart: z.tuple([z.int().min(0), z.int().min(0)]).optional(),
});
export const route = z
  .strictObject({
    entities: z.array(z.string()).min(2), hops: z.array(hop).min(1), length: z.int().min(1), strength: status, weakest: z.int().min(0),
    together: togetherness,
  })
  .refine((r) => r.hops.length === r.length && r.entities.length === r.length + 1 && r.weakest < r.length, {
    error: 'the entities, hops and length of a route must fit one another',
  });
export const excluded: z.ZodType<Excluded> = z.strictObject({ status: z.int(), period: z.int(), type: z.int(), source: z.int() });
/** The shape of an answer that comes from a file. */
export const routeAnswer: z.ZodType<RouteAnswer> = z.strictObject({
  from: z.string(), to: z.string(), routes: z.array(route), complete: z.boolean(), excluded, cutOff: z.string().optional(),
});

/** One thing to give up, and the least of it, so that a route appears. */
export interface Relaxation {
  kind: 'length' | 'direction' | 'status' | 'period' | 'type' | 'avoid' | 'via' | 'hub' | 'places' | 'source';
  /** What to change, worded for a button: "allow denied relationships". */
  sentence: string;
  question: RouteQuestion;
  /** How many hops the shortest route then has. */
  length: number;
}

/**
 * Why there is no route: single relaxations that give one, least first; where none does, a pair;
 * or that the two lie in parts of the dataset that nothing ties.
 */
export interface NoRouteAnswer {
  relaxations: Relaxation[];
  pair?: [Relaxation['kind'], Relaxation['kind'], RouteQuestion];
  disconnected: boolean;
}

/** The period that is one date: all of the year, month or day that it names. */
export function asOf(date: string): Period {
  return { from: date, to: date };
}

/** What setting entities and sources aside did to the routes that there were with them. */
export interface SetAside {
  /** How many routes there were with nothing set aside, and how many of these still stand. */
  before: number;
  remain: number;
  /** Routes that fell, as chains of entities. */
  fell: string[][];
  /** Relationships of these routes whose status is another now; without `after`: no remaining source says so. */
  changed: { relationship: string; before: Status; after?: Status | undefined }[];
}

export const setAside: z.ZodType<SetAside> = z.strictObject({
  before: z.int().min(0), remain: z.int().min(0), fell: z.array(z.array(z.string())),
  changed: z.array(z.strictObject({ relationship: z.string(), before: status, after: status.optional() })),
});

/** "Which joint ventures are there, or is this entity or a partner of?" */
export const venturesQuestion = z.strictObject({ about: z.string().optional(), filter: filter.default({}) });
export type VenturesQuestion = z.infer<typeof venturesQuestion>;

/** "Who owns this, at a date?" Without `asOf`, all holdings taken together; `listed` are the parties of the 50 per cent rule. */
export const ownersQuestion = z.strictObject({
  entity: z.string(),
  asOf: period.optional(),
  listed: z.array(z.string()).optional(),
  filter: filter.default({}),
});
export type OwnersQuestion = z.infer<typeof ownersQuestion>;

/** What makes a group of a whole dataset: more ties inside than across, or entities of one type in one country. */
export const overviewWays = ['communities', 'type-country'] as const;
export type OverviewWay = (typeof overviewWays)[number];

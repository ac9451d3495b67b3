import { z } from 'zod';
import { filter } from './filter';
import type { Period } from './period';
import type { Status } from './status';
import type { RelationshipType } from './catalogue';

export const directions = ['any', 'along'] as const;

/** "How are these two connected?" */
export const routeQuestion = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** How many routes at most, 1–1000. */
  k: z.int().min(1).max(1000).default(10),
  /** The longest route, in hops, 1–12. */
  maxHops: z.int().min(1).max(12).default(6),
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
  periods: { from?: string; to?: string }[];
  /** Where the answer is never: two hops (by index) that never held at one time, if there are such two. */
  apart?: [number, number];
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
}

/** One thing to give up, and the least of it, so that a route appears. */
export interface Relaxation {
  kind: 'length' | 'direction' | 'status' | 'period' | 'type' | 'avoid' | 'via' | 'hub' | 'places' | 'source';
  /** What to change, worded for a button: "allow denied relationships". */
  sentence: string;
  question: RouteQuestion;
  /** How many hops the shortest route then has. */
  length: number;
}

/** Why there is no route: single relaxations that give one, least first; where none does, a pair; or that the two lie in parts of the dataset that nothing ties. */
export interface NoRouteAnswer {
  relaxations: Relaxation[];
  pair?: [Relaxation['kind'], Relaxation['kind'], RouteQuestion];
  disconnected: boolean;
}

/** The period that is one date: all of the year, month or day that it names. */
export function asOf(date: string): Period {
  return { from: date, to: date };
}

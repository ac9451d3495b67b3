import { z } from 'zod';
import { filter } from './filter';
import type { Interval } from './period';
import type { Status } from './status';

/** The most entities that one timeline has a row for. */
export const MOST_TIMELINE_ROWS = 5000;

const id = z.string().min(1).max(200);

/** "What happened when, to these?" */
export const timelineQuestion = z.strictObject({
  /** Who has a row. */
  entities: z.array(id).min(1).max(MOST_TIMELINE_ROWS),
  /** Only these relationships, as those of a route. */
  relationships: z.array(id).max(100_000).optional(),
  /** Ties between two of them (`among`), or all at them; `all` where one entity is asked about, else `among`. */
  ties: z.enum(['among', 'all']).optional(),
  filter: filter.default({}),
  /** How many ties at most, the strongest first. */
  limit: z.int().min(1).max(50_000).default(10_000),
});
export type TimelineQuestion = z.infer<typeof timelineQuestion>;

/**
 * What contradicts itself: sources that affirm and deny or question (`claims`), two records of one tie at one time whose shares exclude
 * each other (`shares`), an end before the start (`dates`).
 */
export const timelineContradictions = ['claims', 'shares', 'dates'] as const;
export type TimelineContradiction = (typeof timelineContradictions)[number];

/** How long something held, by its dates as recorded. */
export interface TimelineSpan extends Interval {
  /** Start and end are one date: it happened at some time within it. */
  moment: boolean;
  contradictions: TimelineContradiction[];
}

/** A tie in the row of one of its ends. */
export interface TimelineBar extends TimelineSpan {
  relationship: string;
  /** The end that the row is not about. `forward`: the relationship leads there. */
  other: string;
  forward: boolean;
  status: Status;
  /** How many claims affirm or allege it, and how many deny or question it. */
  affirmed: number;
  opposed: number;
}

/** An entity with its dated ties, which begin in this order. `life` is absent where it has no date. */
export interface TimelineRow {
  entity: string;
  life?: TimelineSpan | undefined;
  bars: TimelineBar[];
}

export interface TimelineAnswer {
  /** Whoever begins first comes first, then by id. Who has no date and no dated tie has no row. */
  rows: TimelineRow[];
  /** The first and last day that any date may stand for, as ISO days; absent where there is none. */
  first?: string | undefined;
  last?: string | undefined;
  /** Who and what was asked for and has no date. */
  undated: { entities: string[]; relationships: string[] };
  /** Ties beyond the limit. */
  more: number;
}

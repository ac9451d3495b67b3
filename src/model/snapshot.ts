import { z } from 'zod';
import { dataset } from './dataset';
import { filter } from './filter';
import { routeAnswer, routeQuestion } from './question';
import type { Issue } from './issue';
import { integrityIssues } from './readDataset';
import { schemaIssue } from './schemaIssue';

export const SNAPSHOT_FORMAT = 'throughline-snapshot/1';

/** Where an entity's box is centred, in chart units (1 unit is 1 px at zoom 1), y downwards. */
export const position = z.strictObject({ x: z.number(), y: z.number() });
export type Position = z.infer<typeof position>;

/** What is looked at: an entity or a relationship. */
export const selection = z.strictObject({ kind: z.enum(['entity', 'relationship']), id: z.string() });
export type Selection = z.infer<typeof selection>;

export const layouts = ['organic', 'route', 'layered'] as const;

/**
 * A chart frozen for others. The dataset in it holds what was drawn and the sources that it cites, no more:
 * what was hidden is not published. `trace.answer` is kept as it was given, since it was found in the whole dataset.
 */
export const snapshot = z.strictObject({
  format: z.literal(SNAPSHOT_FORMAT),
  title: z.string().min(1),
  /** The dataset that it was taken from. */
  origin: z.strictObject({ id: z.string(), title: z.string() }),
  dataset,
  chart: z.strictObject({
    layout: z.enum(layouts),
    positions: z.record(z.string(), position),
    pinned: z.array(z.string()).default([]),
  }),
  filter: filter.default({}),
  selection: selection.optional(),
  trace: z
    .strictObject({
      question: routeQuestion,
      answer: routeAnswer,
      /** Which route is highlighted, from 0; absent: none. */
      active: z.int().min(0).optional(),
      /** Only the active route is drawn. */
      only: z.boolean().default(false),
    })
    .optional(),
  /** What the filter left out when the snapshot was taken, as the chart said it. */
  hidden: z.string().optional(),
});
export type Snapshot = z.infer<typeof snapshot>;

/** What came of reading unknown data as a snapshot. */
export interface SnapshotReading {
  snapshot?: Snapshot;
  issues: Issue[];
}

const TAKE_AGAIN = 'The snapshot was changed by hand or by a newer version; take it again.';

/** Reads unknown data as a snapshot. Never throws; the dataset inside is held to the rules of every dataset. */
export function readSnapshot(data: unknown): SnapshotReading {
  const parsed = snapshot.safeParse(data);
  if (!parsed.success) return { issues: parsed.error.issues.map((issue) => schemaIssue(issue, data, TAKE_AGAIN)) };
  const issues = integrityIssues(parsed.data.dataset).map((issue) => ({ ...issue, at: `dataset.${issue.at}` }));
  return issues.some((i) => i.severity === 'error') ? { issues } : { snapshot: parsed.data, issues };
}

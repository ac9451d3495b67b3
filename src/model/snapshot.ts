import { z } from 'zod';
import { dataset } from './dataset';
import { filter } from './filter';
import { intermediaryAnswer } from './intermediary';
import { routeAnswer, routeQuestion, ownersQuestion, setAside } from './question';
import type { Issue } from './issue';
import { ownershipAnswer } from './ownershipAnswer';
import { integrityIssues } from './readDataset';
import { schemaIssue } from './schemaIssue';

export const SNAPSHOT_FORMAT = 'throughline-snapshot/1';

/** Where an entity's box is centred, in chart units (1 unit is 1 px at zoom 1), y downwards. */
export const position = z.strictObject({ x: z.number(), y: z.number() });
export type Position = z.infer<typeof position>;

/** What is looked at: an entity or a relationship. */
export const selection = z.strictObject({ kind: z.enum(['entity', 'relationship']), id: z.string() });
export type Selection = z.infer<typeof selection>;

/** How a venture is drawn where it is not a hub: as an enclosure around its partners, or as direct ties between them. */
export const ventureWays = ['compound', 'ties'] as const;
export type VentureWay = (typeof ventureWays)[number];

export const layouts = ['organic', 'route', 'layered'] as const;

/** Figures of an entity's place in the whole network that a chart can show on its boxes. */
export const figures = ['degree', 'betweenness', 'community', 'component'] as const;
export type Figure = (typeof figures)[number];

/** What boxes show besides type and name: a figure as their ground or their size, by entity, as it was reckoned in the whole dataset. */
export const shownFigure = z.strictObject({ figure: z.enum(figures), as: z.enum(['colour', 'size']), values: z.record(z.string(), z.number()) });
export type ShownFigure = z.infer<typeof shownFigure>;

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
    /** Entities that had no tie in the period shown and were drawn pale. */
    faint: z.array(z.string()).optional(),
    shown: shownFigure.optional(),
    /** Ventures that are not drawn as a hub, by id. The dataset is the same in every way. */
    ventures: z.record(z.string(), z.enum(ventureWays)).optional(),
    /** Entities drawn within another one as the same: who within whom. Their records stay apart. */
    joined: z.record(z.string(), z.string()).optional(),
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
      /** Who stands between the two, of what the snapshot holds. */
      between: intermediaryAnswer.optional(),
      /** Entities ringed on the chart: a smallest set whose removal leaves no route. */
      ringed: z.array(z.string()).optional(),
      /** Chains of entities highlighted in place of the active route. */
      chains: z.array(z.array(z.string())).optional(),
      /** What the entities and sources that were set aside took away. */
      setAside: setAside.optional(),
    })
    .optional(),
  /** Who owns an entity, with the proof as what is drawn. */
  ownership: z.strictObject({ question: ownersQuestion, answer: ownershipAnswer }).optional(),
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

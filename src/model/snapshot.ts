import { z } from 'zod';
import { chartDocument, shownFigure, writtenPositions, type ChartDocument } from './chartDocument';
import { dataset, DATASET_FORMAT, type Dataset, type DatasetPart } from './dataset';
import { filter } from './filter';
import { groundedPart } from './groundedPart';
import { intermediaryAnswer } from './intermediary';
import { routeAnswer, routeQuestion, ownersQuestion, setAside, type OwnersQuestion } from './question';
import type { Issue } from './issue';
import { ownershipAnswer, type OwnershipAnswer } from './ownershipAnswer';
import type { Position } from './position';
import { hasMoreValues, MOST_FAULTS, readDatasetStepwise, tooMuch } from './readDataset';
import { schemaIssue } from './schemaIssue';
import { atOnce, type Steps } from './steps';

export const SNAPSHOT_FORMAT = 'throughline-snapshot/1';

/** What is looked at: an entity or a relationship. */
export const selection = z.strictObject({ kind: z.enum(['entity', 'relationship']), id: z.string() });
export type Selection = z.infer<typeof selection>;

/**
 * How many routes of an answer a snapshot leaves out, and why: they pass what was hidden by hand,
 * they need what the chart's filter leaves out, or only another route was asked for.
 */
const routesLeftOut = z.strictObject({ byHand: z.int().min(0), filtered: z.int().min(0), otherRoutes: z.int().min(0) });
export type RoutesLeftOut = z.infer<typeof routesLeftOut>;

/**
 * A chart frozen for others. The dataset in it holds what was drawn, what the answer names besides (it has no position), and
 * the sources that these cite, no more: what was hidden is not published. `trace.answer` was found in the whole dataset.
 */
export const snapshot = z.strictObject({
  format: z.literal(SNAPSHOT_FORMAT),
  title: z.string().min(1),
  /** The dataset that it was taken from. */
  origin: z.strictObject({ id: z.string(), title: z.string() }),
  dataset,
  /** Of the chart document what concerns a picture, as it is written; who is on it is the dataset. */
  chart: z.strictObject({
    layout: chartDocument.shape.layout,
    positions: chartDocument.shape.positions.in,
    pinned: chartDocument.shape.pinned.in.default([]),
    /** Entities that had no tie in the period shown and were drawn pale. */
    faint: z.array(z.string()).optional(),
    /** With its values, since they were computed in the whole dataset. */
    shown: shownFigure.optional(),
    ventures: chartDocument.shape.ventures.unwrap().in.optional(),
    joined: chartDocument.shape.joined.unwrap().in.optional(),
    groups: chartDocument.shape.groups,
    arrows: chartDocument.shape.arrows,
    camera: chartDocument.shape.camera,
  }),
  filter: filter.default({}),
  selection: selection.optional(),
  trace: z
    .strictObject({
      question: routeQuestion,
      answer: routeAnswer,
      /** The routes that are not in the answer; absent where all of them are. */
      left: routesLeftOut.optional(),
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
/** A chart frozen for others: what is drawn, where, with its evidence and the answer to what was asked. */
export type Snapshot = z.infer<typeof snapshot>;

/** What a snapshot keeps of a chart document. */
export function publishedChart(chart: ChartDocument): Snapshot['chart'] {
  const { layout, positions, pinned, ventures = {}, joined = {}, groups, arrows, camera } = z.encode(chartDocument, chart);
  return {
    layout, positions, pinned, ...(Object.keys(ventures).length > 0 ? { ventures } : {}),
    ...(Object.keys(joined).length > 0 ? { joined } : {}), ...(groups ? { groups } : {}), ...(arrows ? { arrows } : {}),
    ...(camera ? { camera } : {}),
  };
}

/** The chart document that a snapshot opens with: everybody in it is drawn, with its filter. */
export function chartOfSnapshot({
  chart: { layout, positions, pinned, shown, ventures, joined, groups, arrows, camera }, dataset: { entities }, filter,
}: Snapshot): ChartDocument {
  return chartDocument.parse({
    entities: entities.map((e) => e.id),
    positions,
    pinned,
    hidden: [],
    expanded: {},
    layout,
    ventures,
    joined,
    groups,
    arrows,
    filter,
    camera,
    ...(shown ? { shown: { figure: shown.figure, as: shown.as } } : {}),
  });
}

/** What the proof of an ownership is frozen from. */
interface ProofFrozen {
  /** The dataset that it is of, and the title of the one that this was taken from, where that is another. */
  readonly dataset: Pick<Dataset, 'id' | 'title' | 'licence'>;
  readonly origin?: string | undefined;
  /** What the entity is called. */
  readonly name: string;
  /** The records that the answer names. */
  readonly part: DatasetPart;
  readonly positions: ReadonlyMap<string, Position>;
  readonly question: OwnersQuestion;
  readonly answer: OwnershipAnswer;
  readonly selection?: Selection | undefined;
}

/** The proof of an ownership as a snapshot, for screen and command alike. */
export function proofSnapshot({
  dataset: { id, title, licence }, origin = title, name, part, positions, question, answer, selection: looked,
}: ProofFrozen): Snapshot {
  return {
    format: SNAPSHOT_FORMAT,
    title: `Who owns ${name}`,
    origin: { id, title: origin },
    dataset: { format: DATASET_FORMAT, id, title, ...(licence === undefined ? {} : { licence }), ...groundedPart(part) },
    chart: { layout: 'layered', positions: writtenPositions(positions), pinned: [] },
    filter: question.filter,
    ...(looked ? { selection: looked } : {}),
    ownership: { question, answer },
  };
}

/** What came of reading unknown data as a snapshot. */
interface SnapshotReading {
  snapshot?: Snapshot;
  issues: Issue[];
}

/** A snapshot is a part: what its readings rest on may not be in it. */
const LEFT_OUTSIDE: ReadonlySet<string> = new Set(['reading-without-grounds', 'dangling-ground']);
const TAKE_AGAIN = 'The snapshot was changed by hand or by a newer version; take it again.';

/** How many values a snapshot may have besides its dataset: positions, and routes with every relationship of their hops. */
const MOST_VALUES = 5_000_000;

/** Reads unknown data as a snapshot. Never throws; the dataset inside is held to the rules of every dataset. */
export function readSnapshot(data: unknown): SnapshotReading {
  return atOnce(readSnapshotStepwise(data));
}

const frame = snapshot.extend({ dataset: z.unknown() });

/** The same in steps. */
export function* readSnapshotStepwise(data: unknown): Steps<SnapshotReading> {
  const { dataset: inner, ...besides } = (data ?? {}) as Record<string, unknown>;
  if (hasMoreValues(besides, MOST_VALUES)) return { issues: [tooMuch('(root)', MOST_VALUES)] };
  const parsed = frame.safeParse(data);
  if (!parsed.success) return { issues: parsed.error.issues.slice(0, MOST_FAULTS).map((issue) => schemaIssue(issue, data, TAKE_AGAIN)) };
  const read = yield* readDatasetStepwise(inner);
  const issues = read.issues.filter((issue) => !LEFT_OUTSIDE.has(issue.code)).map((issue) => ({ ...issue, at: `dataset.${issue.at}` }));
  return read.dataset ? { snapshot: { ...parsed.data, dataset: read.dataset }, issues } : { issues };
}

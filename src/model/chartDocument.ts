import { z } from 'zod';
import { arrowsAmong, chartArrow } from './chartArrow';
import { chartGroup, groupsAmong } from './chartGroup';
import { filter } from './filter';
import { matchDecision, sameAsId } from './match';
import { chartExtent, position, type Position } from './position';
import { story } from './story';

/** How a venture is drawn where it is not a hub: as an enclosure around its partners, or as direct ties between them. */
export const ventureWays = ['compound', 'ties'] as const;
export type VentureWay = (typeof ventureWays)[number];

export const layouts = ['organic', 'route', 'layered'] as const;

/** Figures of an entity's place in the whole network that a chart can show on its boxes. */
export const figures = ['degree', 'betweenness', 'community', 'component'] as const;
export type Figure = (typeof figures)[number];

/** What boxes show besides type and name: a figure as their ground or their size, by entity, as it was computed in the whole dataset. */
export const shownFigure = z.strictObject({
  figure: z.enum(figures), as: z.enum(['colour', 'size']), values: z.record(z.string(), z.number()),
});
export type ShownFigure = z.infer<typeof shownFigure>;

/** A map that a file writes as an object by id. */
function byId<T extends z.ZodType>(value: T) {
  return z.codec(z.record(z.string(), value), z.map(z.string(), value), {
    decode: (written) => new Map(Object.entries(written).map(([key, one]) => [idOfKey(key), one])) as Map<string, z.input<T>>,
    encode: (map) => Object.fromEntries([...map].map(([id, one]) => [keyOfId(id), one])) as Record<string, z.output<T>>,
  });
}

/** No object is read with a field called `__proto__`, here as in files, so that an entity of that id has a tilde before it as a key. */
const keyOfId = (id: string) => (/^~*__proto__$/.test(id) ? `~${id}` : id);
const idOfKey = (key: string) => (/^~+__proto__$/.test(key) ? key.slice(1) : key);

/** A set of ids that a file writes as a list, in its order. */
const idSet = z.codec(z.array(z.string()), z.set(z.string()), { decode: (list) => new Set(list), encode: (set) => [...set] });

/** Decisions on matches by the id of the `sameAs` that accepting adds; a file writes them as a list. */
const decisions = z.codec(z.array(matchDecision), z.map(z.string(), matchDecision), {
  decode: (list) => new Map(list.map((decision) => [sameAsId(decision.proposal.a, decision.proposal.b), decision] as const)),
  encode: (map) => [...map.values()],
});

const NOTHING = {};

/**
 * A chart: which entities of a dataset are drawn, where, and how. It holds ids alone; records come from the dataset. State,
 * undo, kept work, snapshot and file are this document or a part of it: `chartDocument.encode` gives what is written,
 * `chartDocument.parse` reads it. A field that is added here is kept, undone and restored without another word; one that names
 * entities also wants its line in `chartAmong`.
 */
export const chartDocument = z.strictObject({
  /** Who is on the chart, in the order in which they came; hidden ones as well. */
  entities: idSet,
  positions: byId(position),
  pinned: idSet,
  /** On the chart, and not drawn. */
  hidden: idSet,
  /** Which neighbours expanding an entity brought, so that collapsing takes exactly these away. */
  expanded: byId(z.array(z.string())),
  layout: z.enum(layouts),
  /** The named view that it began as, if it did. */
  perspective: z.string().optional(),
  /** The figure that the boxes show, by ground or size; none if absent. */
  shown: shownFigure.omit({ values: true }).optional(),
  /** Ventures that are not drawn as a hub. */
  ventures: byId(z.enum(ventureWays)).prefault(NOTHING),
  /** Entities drawn within another one as the same, by who within whom. */
  joined: byId(z.string()).prefault(NOTHING),
  /** Entities taken together, in the order in which they were; absent where none are. */
  groups: z.array(chartGroup).optional(),
  /** Arrows drawn by hand; absent where there are none. */
  arrows: z.array(chartArrow).optional(),
  /** What was decided on matches between files. */
  decided: decisions.prefault([]),
  filter: filter.prefault(NOTHING),
  /** What of the chart is seen, where somebody moved the camera by hand; the chart is fitted into view if absent. */
  camera: chartExtent.optional(),
  /** A story that is told with views of this chart. */
  story: story.optional(),
});
export type ChartDocument = z.output<typeof chartDocument>;

/** Positions as a document has them where it is written. */
export function writtenPositions(positions: ReadonlyMap<string, Position>): z.input<typeof chartDocument>['positions'] {
  return z.encode(chartDocument.shape.positions, new Map(positions));
}

/**
 * A chart with nothing of it but some entities, in the order of the chart: what is published of it, and what is left of a
 * chart whose dataset has changed. Everything that is kept by entity goes with the entity.
 */
export function chartAmong(chart: ChartDocument, ids: ReadonlySet<string>): ChartDocument {
  const mapAmong = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([id]) => ids.has(id)));
  const setAmong = (set: ReadonlySet<string>) => new Set([...set].filter((id) => ids.has(id)));
  const { groups, arrows, ...rest } = chart;
  const drawn = arrowsAmong(arrows, ids);
  const grouped = groupsAmong(groups, ids);
  return {
    ...rest,
    ...(grouped.length > 0 ? { groups: grouped } : {}),
    ...(drawn.length > 0 ? { arrows: drawn } : {}),
    entities: setAmong(chart.entities),
    positions: mapAmong(chart.positions),
    pinned: setAmong(chart.pinned),
    hidden: setAmong(chart.hidden),
    expanded: mapAmong(chart.expanded),
    ventures: mapAmong(chart.ventures),
    joined: new Map([...mapAmong(chart.joined)].filter(([, head]) => ids.has(head))),
  };
}

import { z } from 'zod';
import { filter, matchProposal, period, position, ventureWays, routeQuestion, selection, layouts, shownFigure } from '../../model';
import { tableMapping } from '../../formats';
import { verdicts } from '../matching/decision';
import type { DataSource, SingleSource } from '../platform';
import type { Session } from '../session';

const positions = z.record(z.string(), position);

/** How a file was read where that was not left to its content, so that a reload reads it the same way. */
const readAs = { format: z.string().optional(), mapping: tableMapping.optional() };

/**
 * The work in hand as it is kept: what was open, what was drawn where, what was asked. Records are not in it; they come
 * from the source again. Of an opened file the bytes are kept under a key of their own, by `stamp`.
 */
const bundled = z.strictObject({ kind: z.literal('bundled'), name: z.string() });
const users = z.strictObject({ kind: z.enum(['file', 'folder']), name: z.string(), served: z.literal(true).optional(), ...readAs });
const decision = z.strictObject({ proposal: matchProposal, verdict: z.enum(verdicts), on: z.iso.date() });

export const keptWork = z.strictObject({
  version: z.literal(1),
  stamp: z.string(),
  source: z.discriminatedUnion('kind', [bundled, users, z.strictObject({ kind: z.literal('combined'), name: z.string(), parts: z.array(z.discriminatedUnion('kind', [bundled, users])) })]),
  title: z.string(),
  /** What the address bar said, so that a reload and a link from elsewhere can be told apart. */
  query: z.string(),
  chart: z.strictObject({
    entities: z.array(z.string()),
    positions,
    pinned: z.array(z.string()),
    hidden: z.array(z.string()),
    expanded: z.record(z.string(), z.array(z.string())),
    layout: z.enum(layouts),
    perspective: z.string().optional(),
    ventures: z.record(z.string(), z.enum(ventureWays)).optional(),
    joined: z.record(z.string(), z.string()).optional(),
    /** What was decided on matches between files. */
    decided: z.array(decision).optional(),
    shown: shownFigure.omit({ values: true }).optional(),
  }),
  filter,
  selection: selection.optional(),
  trace: z.strictObject({ question: routeQuestion, active: z.int().min(0).optional(), only: z.boolean() }),
  /** Whose owners are asked for, when and with whom listed; `drawn`: with the proof in place of the chart. */
  owners: z.strictObject({ entity: z.string(), asOf: period.optional(), listed: z.array(z.string()), drawn: z.boolean() }).optional(),
  view: z.strictObject({ mode: z.enum(['chart', 'table']), table: z.enum(['entities', 'relationships']) }),
});
export type KeptWork = z.infer<typeof keptWork>;

/** The work in hand, to keep; nothing while nothing is open. Positions are those from before a route was laid out. */
export function workOf(session: Session, query: string): KeptWork | undefined {
  const { dataset, chart, filter: filtered, selection: selected, trace, view } = session.get();
  if (!dataset || !session.source) return undefined;
  return {
    version: 1,
    stamp: session.stamp,
    source: keptSource(session.source),
    title: dataset.fromSnapshot?.title ?? dataset.description.title,
    query,
    chart: {
      entities: [...chart.entities.keys()],
      positions: Object.fromEntries(chart.before ?? chart.positions),
      pinned: [...chart.pinned],
      hidden: [...chart.hidden],
      expanded: Object.fromEntries([...chart.expanded].map(([id, brought]) => [id, [...brought]])),
      layout: chart.layout === 'route' && chart.before ? 'organic' : chart.layout,
      ...(chart.perspective === undefined ? {} : { perspective: chart.perspective }),
      ...(chart.shown ? { shown: chart.shown } : {}),
      ...(chart.decided.size > 0 ? { decided: [...chart.decided.values()] } : {}),
      ...(chart.joined.size > 0 ? { joined: Object.fromEntries(chart.joined) } : {}),
      ...(chart.ventures.size > 0 ? { ventures: Object.fromEntries(chart.ventures) } : {}),
    },
    filter: filtered,
    ...(selected ? { selection: selected } : {}),
    trace: { question: trace.question, ...(trace.active === undefined ? {} : { active: trace.active }), only: trace.only },
    ...ownersOf(session),
    view: { mode: view.mode, table: view.table },
  };
}

/** Where the data comes from, without the bytes. */
function keptSource(source: DataSource): KeptWork['source'] {
  return source.kind === 'combined' ? { kind: 'combined', name: source.name, parts: source.parts.map(keptPart) } : keptPart(source);
}

function keptPart(source: SingleSource) {
  if (source.kind === 'bundled') return source;
  const { kind, name, served, format, mapping } = source;
  return { kind, name, ...(served ? { served } : {}), ...(format === undefined ? {} : { format }), ...(mapping ? { mapping } : {}) };
}

function ownersOf(session: Session): Pick<KeptWork, 'owners'> {
  const { entity, asOf, listed, drawn } = session.get().ownership;
  return entity === undefined ? {} : { owners: { entity, ...(asOf ? { asOf } : {}), listed: [...listed], drawn } };
}

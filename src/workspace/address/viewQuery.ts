import { z } from 'zod';
import {
  directions, entityTypeIds, families, figures, partialDate, period, relationshipTypeIds, statuses, undatedRules,
  type Filter, type Period, type RouteQuestion, type Selection, type VentureWay,
} from '../../model';
import { NO_ROUTE } from '../queries';
import { IDLE_TRACE } from '../initialState';
import type { ShownBy, ViewState, WorkspaceState } from '../state';

/** What a link carries of a bundled case. Positions are not part of it. */
export interface AddressedView {
  case: string;
  /** The named view of the case; the one that it opens with if left out. */
  perspective?: string;
  question: RouteQuestion;
  /** From 0; `NO_ROUTE` where none of the answer is highlighted, the first if left out. */
  route?: number;
  only: boolean;
  filter: Filter;
  selection?: Selection;
  /** The figure on the boxes. */
  shown?: ShownBy;
  untied?: 'pale';
  /** Which question the left panel shows; the trace if left out. */
  asking?: ViewState['asking'];
  /** Ventures not drawn as hubs. */
  ventures?: Readonly<Record<string, VentureWay>>;
  owners?: AddressedOwners;
  mode: ViewState['mode'];
  table: ViewState['table'];
}

/** Whose owners are asked for; `drawn`: with the proof in place of the chart. */
interface AddressedOwners {
  entity: string;
  asOf?: Period;
  listed: string[];
  drawn: boolean;
}

/** How a list of nothing is written, which is not the same as no list. */
const NOTHING = '~';
const items = z
  .string()
  .min(1)
  .transform((text) => (text === NOTHING ? [] : text.split(',').map((item) => item.replace(/%(25|2C)/g, decodeURIComponent))));
const list = <T extends string>(known: readonly [T, ...T[]]) => items.pipe(z.array(z.enum(known)));
const ids = items;
const whole = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(least).max(most));
/** How a link says that no route is highlighted. */
const NONE = 'none';
const yes = z.literal('yes').transform(() => true);
const time = z.union([
  partialDate.transform((date) => ({ from: date, to: date })),
  z
    .string()
    .transform((text) => text.split('..'))
    .pipe(z.tuple([partialDate, partialDate]))
    .transform(([from, to]) => ({ from, to }))
    .pipe(period),
]);

/** The panels on the left that a link may show in place of the trace. */
const PANELS = ['filter', 'ventures', 'owners'] as const;

/**
 * The parameters of a link, in the order in which they are written. Those of the chart's filter are named plainly,
 * those that only the trace is held to begin with "trace-".
 */
const PARAMETERS = {
  case: z.string().regex(/^[a-z0-9-]{1,80}$/),
  perspective: z.string().min(1).max(200),
  from: z.string().min(1).max(200),
  to: z.string().min(1).max(200),
  route: z.union([z.literal(NONE).transform(() => NO_ROUTE + 1), whole(1, 1000)]),
  only: yes,
  k: whole(1, 1000),
  hops: whole(1, 12),
  direction: z.enum(directions),
  via: z.string().min(1).max(200),
  avoid: ids,
  hub: whole(1, 1e9),
  places: yes,
  uncounted: list(relationshipTypeIds),
  'trace-types': list(relationshipTypeIds),
  'trace-families': list(families),
  'trace-entities': list(entityTypeIds),
  'trace-status': list(statuses),
  'trace-sources': ids,
  'trace-without': ids,
  'trace-asof': time,
  'trace-certainly': yes,
  'trace-undated': z.enum(undatedRules),
  entities: list(entityTypeIds),
  types: list(relationshipTypeIds),
  families: list(families),
  status: list(statuses),
  sources: ids,
  without: ids,
  asof: time,
  certainly: yes,
  undated: z.enum(undatedRules),
  untied: z.literal('pale'),
  by: z
    .templateLiteral([z.enum(figures), z.enum(['', ':size'])])
    .transform((text): ShownBy => ({ figure: text.split(':')[0] as ShownBy['figure'], as: text.endsWith(':size') ? 'size' : 'colour' })),
  select: z
    .string()
    .regex(/^(entity|relationship):[^]+$/)
    .transform((text): Selection => ({
      kind: text.startsWith('entity') ? 'entity' : 'relationship', id: text.slice(text.indexOf(':') + 1),
    })),
  view: z.enum(['entities', 'relationships', 'claims']),
  ask: z.enum(PANELS),
  compound: ids,
  ties: ids,
  owners: z.string().min(1).max(200),
  'owners-asof': time,
  listed: ids,
  proof: yes,
} as const;

type Parameters = { [Name in keyof typeof PARAMETERS]?: z.output<(typeof PARAMETERS)[Name]> };

/** A value of the address that cannot be used; its parameter then has its default. */
interface UnusableParameter {
  readonly name: string;
  readonly value: string;
}

/** Reads what follows the "?". Parameters that are not ours are passed over; without a case there is no view. */
export function viewOf(query: string): { view?: AddressedView; unusable: UnusableParameter[] } {
  const { read, unusable } = parametersOf(query);
  return { ...(read.case === undefined ? {} : { view: viewFrom(read, read.case) }), unusable };
}

function parametersOf(query: string): { read: Parameters; unusable: UnusableParameter[] } {
  const read: Record<string, unknown> = {};
  const unusable: UnusableParameter[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const schema = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name as keyof typeof PARAMETERS] : undefined;
    const parsed = schema?.safeParse(value);
    if (parsed?.success) read[name] = parsed.data;
    else if (parsed) unusable.push({ name, value });
  }
  return { read: read as Parameters, unusable };
}

function viewFrom(p: Parameters, name: string): AddressedView {
  return {
    case: name,
    ...(p.perspective === undefined ? {} : { perspective: p.perspective }),
    question: questionFrom(p),
    ...(p.route === undefined ? {} : { route: p.route - 1 }),
    only: p.only ?? false,
    filter: present({
      entityTypes: p.entities, relationshipTypes: p.types, families: p.families, statuses: p.status, sources: p.sources,
      withoutSources: p.without, period: p.asof, certainly: p.certainly, undated: p.undated,
    }),
    ...(p.select ? { selection: p.select } : {}),
    ...(p.by ? { shown: p.by } : {}),
    ...(p.untied ? { untied: p.untied } : {}),
    ...(p.ask === undefined ? {} : { asking: p.ask }),
    ...(p.compound || p.ties ? { ventures: { ...waysOf(p.compound, 'compound'), ...waysOf(p.ties, 'ties') } } : {}),
    ...(p.owners === undefined
      ? {}
      : {
          owners: {
            entity: p.owners, ...(p['owners-asof'] ? { asOf: p['owners-asof'] } : {}), listed: p.listed ?? [], drawn: p.proof ?? false,
          },
        }),
    mode: p.view === undefined ? 'chart' : 'table',
    table: p.view ?? 'entities',
  };
}

function waysOf(ids: readonly string[] = [], way: VentureWay): Record<string, VentureWay> {
  return Object.fromEntries(ids.map((id) => [id, way]));
}

function questionFrom(p: Parameters): RouteQuestion {
  const usual = IDLE_TRACE.question;
  const filter: Filter = present({
    relationshipTypes: p['trace-types'], families: p['trace-families'], entityTypes: p['trace-entities'], statuses: p['trace-status'],
    sources: p['trace-sources'], withoutSources: p['trace-without'], period: p['trace-asof'],
    certainly: p['trace-certainly'], undated: p['trace-undated'],
  });
  const { from = '', to = '', via, hub, avoid = [], places = false, uncounted: notThrough } = p;
  return {
    from, to, k: p.k ?? usual.k, maxHops: p.hops ?? usual.maxHops, direction: p.direction ?? usual.direction, filter, avoid, places,
    ...present({ via, hub, notThrough }),
  };
}

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** The query that leads to what is shown; empty unless a bundled case is open. What is as usual is left out. */
export function queryOf(state: WorkspaceState): string {
  const bundled = state.dataset?.bundled;
  if (bundled === undefined) return '';
  const written = {
    case: bundled, perspective: perspectiveOf(state), ...traceParameters(state), ...filterParameters(state.chart.filter),
    ...viewParameters(state), ...ventureParameters(state), ...ownerParameters(state),
  };
  return Object.keys(PARAMETERS).flatMap((name) => {
    const value = (written as Record<string, string | undefined>)[name];
    return value === undefined ? [] : [`${name}=${readable(value)}`];
  }).join('&');
}

function perspectiveOf({ dataset, chart }: WorkspaceState): string | undefined {
  return chart.perspective === dataset?.perspectives?.[0]?.id ? undefined : chart.perspective;
}

type Written = { [Name in keyof typeof PARAMETERS]?: string | undefined };

function traceParameters({ trace: { question: q, answer, active, only } }: WorkspaceState): Written {
  const usual = IDLE_TRACE.question;
  return {
    from: q.from || undefined,
    to: q.to || undefined,
    route: active !== undefined ? String(active + 1) : answer?.routes.length ? NONE : undefined,
    only: only ? 'yes' : undefined,
    k: q.k === usual.k ? undefined : String(q.k),
    hops: q.maxHops === usual.maxHops ? undefined : String(q.maxHops),
    direction: q.direction === usual.direction ? undefined : q.direction,
    via: q.via,
    avoid: joined(q.avoid.length > 0 ? q.avoid : undefined),
    hub: q.hub === undefined ? undefined : String(q.hub),
    places: q.places ? 'yes' : undefined,
    uncounted: joined(q.notThrough),
    'trace-types': joined(q.filter.relationshipTypes),
    'trace-families': joined(q.filter.families),
    'trace-entities': joined(q.filter.entityTypes),
    'trace-status': joined(q.filter.statuses),
    'trace-sources': joined(q.filter.sources),
    'trace-without': joined(q.filter.withoutSources),
    'trace-asof': timeText(q.filter),
    'trace-certainly': q.filter.certainly ? 'yes' : undefined,
    'trace-undated': q.filter.undated,
  };
}

function filterParameters(f: Filter): Written {
  return {
    entities: joined(f.entityTypes), types: joined(f.relationshipTypes), families: joined(f.families), status: joined(f.statuses),
    sources: joined(f.sources), without: joined(f.withoutSources), asof: timeText(f), certainly: f.certainly ? 'yes' : undefined,
    undated: f.undated,
  };
}

function viewParameters({ selection, view, chart: { filter, shown } }: WorkspaceState): Written {
  return {
    by: shown && `${shown.figure}${shown.as === 'size' ? ':size' : ''}`,
    untied: view.untied === 'pale' && filter.period ? 'pale' : undefined, select: selection && `${selection.kind}:${selection.id}`,
    view: view.mode === 'table' ? view.table : undefined,
  };
}

function ventureParameters({ chart: { ventures }, view }: WorkspaceState): Written {
  const of = (way: VentureWay) => [...ventures].filter(([, w]) => w === way).map(([id]) => id).sort();
  const listed = (ids: string[]) => joined(ids.length > 0 ? ids : undefined);
  return {
    ask: PANELS.find((panel) => panel === view.asking), compound: listed(of('compound')),
    ties: listed(of('ties')),
  };
}

function ownerParameters({ ownership: { entity, asOf, listed, drawn } }: WorkspaceState): Written {
  if (entity === undefined) return {};
  return {
    owners: entity, 'owners-asof': timeText({ ...(asOf ? { period: asOf } : {}) }), listed: joined(listed.length > 0 ? listed : undefined),
    proof: drawn ? 'yes' : undefined,
  };
}

function timeText({ period: asked }: Filter): string | undefined {
  return asked && (asked.from === asked.to ? asked.from : `${asked.from}..${asked.to}`);
}

/** Commas within an item, and the sign that escapes them, are escaped. */
function joined(list: readonly string[] | undefined): string | undefined {
  return list?.length === 0 ? NOTHING : list?.map((item) => item.replace(/[%,]/g, encodeURIComponent)).join(',');
}

/** Percent-encoded but for what a query may hold as it is and a reader wants to see. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2C|2F)/gi, (code) => decodeURIComponent(code));
}

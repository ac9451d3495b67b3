import {
  absenceIn, citedSources, compareIds, fallsWithout, routeRelationships, statusReader, type DatasetPart, type Entity, type Held, type Relationship, type Route, type Status,
} from '../../model';
import type { WorkspaceState } from '../state';
import { admissionBy, type Admission, type OutReason } from './admission';
import { memoised } from './memoised';
import { chartSpoken } from './spokenUnder';

/** What is drawn now, in the order of ids, with what the filter says of every relationship on the chart. */
export interface VisiblePart extends DatasetPart {
  /** The status of every relationship on the chart, drawn or not, as the filter's sources leave it. */
  readonly statuses: ReadonlyMap<string, Status>;
  /** Whether each relationship on the chart held in the filter's period; `yes` without one. */
  readonly held: ReadonlyMap<string, Held>;
  /** The relationships drawn that held in the filter's period no more than possibly. */
  readonly possibly: ReadonlySet<string>;
  /** Entities drawn pale, since the filter leaves them no tie in the period shown. */
  readonly faint: ReadonlySet<string>;
  /** What is on the chart and not drawn, with the first reason that fits. */
  readonly left: {
    readonly relationships: ReadonlyMap<string, OutReason>;
    readonly entities: ReadonlyMap<string, EntityOut>;
    /** Relationships that go with an entity that is not drawn, and with no other reason. */
    readonly alongside: number;
  };
}

/** Why an entity is not drawn: its type, by hand, because it had ended or not begun in the period shown, because the filter took its every tie, or because it is off the only route. */
export type EntityOut = 'type' | 'byHand' | 'ended' | 'notBegun' | 'untied' | 'offRoute';

/** The highlighted route, if there is one. */
export function activeRoute({ trace }: Pick<WorkspaceState, 'trace'>): Route | undefined {
  return trace.active === undefined ? undefined : trace.answer?.routes[trace.active];
}

/** Whether nothing but the highlighted route is drawn. */
export function onlyRoute(state: WorkspaceState): boolean {
  return state.trace.only && activeRoute(state) !== undefined;
}

/**
 * What is drawn: entities of admitted types that are not hidden by hand, and admitted relationships between them. An
 * entity that did not exist in the period shown is not drawn; one whose every tie the filter takes is not either, unless it is
 * pinned or on the route. The highlighted
 * route is drawn whole, hidden entities excepted; with `only` nothing else is.
 */
export const visiblePart = memoised(
  [
    (s) => s.chart.entities, (s) => s.chart.relationships, (s) => s.chart.sources, (s) => s.chart.hidden, (s) => s.chart.pinned,
    (s) => s.filter, chartSpoken, activeRoute, (s) => s.trace.only, (s) => s.trace.question.from, (s) => s.trace.question.to, (s) => s.view.untied,
  ],
  (state): VisiblePart => {
    const judge = admissionBy(state.filter, (id) => state.chart.sources.get(id), (id) => state.chart.entities.get(id));
    const admissions = new Map([...state.chart.relationships.values()].map((r) => [r.id, judge(r)]));
    const route = activeRoute(state);
    const onRoute = new Set(route ? routeRelationships(route) : []);
    const admitted = [...state.chart.relationships.values()].filter((r) => onRoute.has(r.id) || (!admissions.get(r.id)!.out && !onlyRoute(state)));
    const { out, faint } = entitiesOut(state, admitted);
    const drawn = admitted.filter((r) => !out.has(r.from) && !out.has(r.to)).sort(compareIds);
    return {
      entities: [...state.chart.entities.values()].filter((e) => !out.has(e.id)).sort(compareIds),
      relationships: drawn,
      sources: citedBy(state, drawn, out),
      statuses: statusesOf(state),
      ...derived(admissions, drawn),
      faint,
      left: leftOut(state, admissions, drawn, out),
    };
  },
);

function entitiesOut(state: WorkspaceState, admitted: readonly Relationship[]): { out: Map<string, EntityOut>; faint: Set<string> } {
  const { chart, filter, trace } = state;
  const route = new Set(activeRoute(state)?.entities);
  const kept = new Set([...route, trace.question.from, trace.question.to, ...chart.pinned]);
  const typeOut = (e: Entity) => !route.has(e.id) && filter.entityTypes !== undefined && !filter.entityTypes.includes(e.type);
  const untied = untiedBy(state, admitted.filter((r) => !typeOut(chart.entities.get(r.from)!) && !typeOut(chart.entities.get(r.to)!)));
  const absenceOf = (e: Entity) => (filter.period && !route.has(e.id) ? absenceIn(e, filter.period) : undefined);
  const out = new Map<string, EntityOut>();
  const faint = new Set<string>();
  const stayPale = filter.period !== undefined && state.view.untied === 'pale';
  for (const e of chart.entities.values()) {
    if (chart.hidden.has(e.id)) out.set(e.id, 'byHand');
    else if (onlyRoute(state) && !route.has(e.id)) out.set(e.id, 'offRoute');
    else if (typeOut(e)) out.set(e.id, 'type');
    else if (absenceOf(e)) out.set(e.id, absenceOf(e)!);
    else if (untied.has(e.id) && !kept.has(e.id)) {
      if (stayPale) faint.add(e.id);
      else out.set(e.id, 'untied');
    }
  }
  return { out, faint };
}

/** Entities that have ties on the chart and none among the admitted ones. */
function untiedBy({ chart }: WorkspaceState, admitted: readonly Relationship[]): Set<string> {
  const untied = new Set([...chart.relationships.values()].flatMap((r) => [r.from, r.to]));
  for (const { from, to } of admitted) {
    untied.delete(from);
    untied.delete(to);
  }
  return untied;
}

/** The sources that count for what is drawn, and those of a relationship that falls with them and is drawn all the same. */
function citedBy(state: WorkspaceState, drawn: readonly Relationship[], out: ReadonlyMap<string, EntityOut>) {
  const { chart } = state;
  const spoken = chartSpoken(state);
  const aside = new Set(spoken.withoutSources);
  const entities = [...chart.entities.values()].filter((e) => !out.has(e.id));
  const fallen = drawn.filter((r) => fallsWithout(r.claims, aside));
  const cited = new Set([...citedSources([...entities, ...drawn], spoken), ...citedSources(fallen)]);
  return [...chart.sources.values()].filter((s) => cited.has(s.id)).sort(compareIds);
}

function statusesOf(state: WorkspaceState): VisiblePart['statuses'] {
  const { relationships, sources } = state.chart;
  const statusFor = statusReader([...sources.values()], chartSpoken(state));
  return new Map([...relationships.values()].map((r) => [r.id, statusFor(r)]));
}

function derived(admissions: ReadonlyMap<string, Admission>, drawn: readonly Relationship[]): Pick<VisiblePart, 'held' | 'possibly'> {
  return {
    held: new Map([...admissions].map(([id, { held }]) => [id, held])),
    possibly: new Set(drawn.filter((r) => admissions.get(r.id)!.held === 'possibly').map((r) => r.id)),
  };
}

function leftOut({ chart }: WorkspaceState, admissions: ReadonlyMap<string, Admission>, drawn: readonly Relationship[], entities: ReadonlyMap<string, EntityOut>): VisiblePart['left'] {
  const isDrawn = new Set(drawn.map((r) => r.id));
  const undrawn = [...chart.relationships.keys()].filter((id) => !isDrawn.has(id));
  const relationships = new Map(undrawn.flatMap((id) => (admissions.get(id)!.out ? [[id, admissions.get(id)!.out!] as const] : [])));
  return { relationships, entities, alongside: undrawn.length - relationships.size };
}

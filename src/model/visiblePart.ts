import { admissionBy, type Admission, type OutReason } from './admission';
import type { DatasetPart, Entity, Relationship } from './dataset';
import { citedSources, statusReader, type Filter, type Spoken } from './filter';
import { compareIds } from './order';
import { withOrigins } from './origins';
import { absenceIn, type Held } from './period';
import { routeRelationships, type Route } from './question';
import type { Records } from './records';
import { fallsWithout, type Status } from './status';

/** A chart with what decides who of it is visible. */
interface FilteredChart {
  /** Everything that is on the chart. */
  readonly records: Records;
  readonly filter: Filter;
  /** What its ties are spoken of under. */
  readonly spoken: Spoken;
  /** Taken off the picture by hand. */
  readonly hidden?: ReadonlySet<string>;
  /** Entities that stay where the filter takes their every tie. */
  readonly kept?: ReadonlySet<string>;
  /** The highlighted route; with `only`, nothing else is visible. */
  readonly route?: Route | undefined;
  readonly only?: boolean;
  /** What becomes of entities whose every tie the filter takes: gone, or pale while a period is shown. */
  readonly untied: 'gone' | 'pale';
}

/** What of a chart is visible, in the order of ids, with what the filter says of every relationship on it. */
export interface VisiblePart extends DatasetPart {
  /** The status of every relationship on the chart, visible or not, as the filter's sources leave it. */
  readonly statuses: ReadonlyMap<string, Status>;
  /** Whether each relationship on the chart held in the filter's period; `yes` without one. */
  readonly held: ReadonlyMap<string, Held>;
  /** The visible relationships that held in the filter's period no more than possibly. */
  readonly possibly: ReadonlySet<string>;
  /** Entities drawn pale, since the filter leaves them no tie in the period shown. */
  readonly faint: ReadonlySet<string>;
  /** What is on the chart and not visible, with the first reason that fits. */
  readonly left: {
    readonly relationships: ReadonlyMap<string, OutReason>;
    readonly entities: ReadonlyMap<string, EntityOut>;
    /** Relationships that go with an entity that is not visible, and with no other reason. */
    readonly alongside: number;
  };
}

/**
 * Why an entity is not visible: its type, by hand, because it had ended or not begun in the period shown, because the filter took its
 * every tie, or because it is off the only route.
 */
type EntityOut = 'type' | 'byHand' | 'ended' | 'notBegun' | 'untied' | 'offRoute';

/**
 * What of a chart is visible, on the screen and in what the command draws: entities of admitted types that are not hidden by hand, and
 * admitted relationships between them. An entity that did not exist in the period shown is not; nor is one whose every tie the filter
 * takes, unless it is kept. The highlighted route is visible whole, hidden entities excepted. O(n log n) for the order of ids.
 */
export function visibleOf(chart: FilteredChart): VisiblePart {
  const { records, filter, route, only } = chart;
  const judge = admissionBy(filter, (id) => records.sources.get(id), (id) => records.entities.get(id));
  const admissions = new Map([...records.relationships.values()].map((r) => [r.id, judge(r)]));
  const onRoute = new Set(route ? routeRelationships(route) : []);
  const admitted = [...records.relationships.values()].filter((r) => onRoute.has(r.id) || (!admissions.get(r.id)!.out && !only));
  const { out, faint } = entitiesOut(chart, admitted);
  const relationships = admitted.filter((r) => !out.has(r.from) && !out.has(r.to)).sort(compareIds);
  const entities = [...records.entities.values()].filter((e) => !out.has(e.id)).sort(compareIds);
  const statusFor = statusReader([...records.sources.values()], chart.spoken);
  return {
    entities,
    relationships,
    sources: sourcesOf(chart, entities, relationships),
    statuses: new Map([...records.relationships.values()].map((r) => [r.id, statusFor(r)])),
    held: new Map([...admissions].map(([id, { held }]) => [id, held])),
    possibly: new Set(relationships.filter((r) => admissions.get(r.id)!.held === 'possibly').map((r) => r.id)),
    faint,
    left: leftOut(records, admissions, relationships, out),
  };
}

interface Outs {
  readonly out: ReadonlyMap<string, EntityOut>;
  readonly faint: ReadonlySet<string>;
}

function entitiesOut({ records, filter, hidden, kept, route, only, untied }: FilteredChart, admitted: readonly Relationship[]): Outs {
  const onRoute = new Set(route?.entities);
  const typeOut = (e: Entity) => !onRoute.has(e.id) && filter.entityTypes !== undefined && !filter.entityTypes.includes(e.type);
  const between = ({ from, to }: Relationship) => !typeOut(records.entities.get(from)!) && !typeOut(records.entities.get(to)!);
  const bare = untiedBy(records, admitted.filter(between));
  const absenceOf = (e: Entity) => (filter.period && !onRoute.has(e.id) ? absenceIn(e, filter.period) : undefined);
  const reasonFor = (e: Entity): EntityOut | undefined => {
    if (hidden?.has(e.id)) return 'byHand';
    if (only && !onRoute.has(e.id)) return 'offRoute';
    if (typeOut(e)) return 'type';
    return absenceOf(e) ?? (bare.has(e.id) && !kept?.has(e.id) && !onRoute.has(e.id) ? 'untied' : undefined);
  };
  const reasons = [...records.entities.values()].flatMap((e) => {
    const reason = reasonFor(e);
    return reason ? [[e.id, reason] as const] : [];
  });
  const stayPale = filter.period !== undefined && untied === 'pale';
  const pale = ([, reason]: readonly [string, EntityOut]) => stayPale && reason === 'untied';
  return { out: new Map(reasons.filter((r) => !pale(r))), faint: new Set(reasons.filter(pale).map(([id]) => id)) };
}

/** Entities that have ties on the chart and none among the admitted ones. */
function untiedBy({ relationships }: Records, admitted: readonly Relationship[]): Set<string> {
  const untied = new Set([...relationships.values()].flatMap((r) => [r.from, r.to]));
  for (const { from, to } of admitted) {
    untied.delete(from);
    untied.delete(to);
  }
  return untied;
}

/** The sources that count for what is visible, and those of a relationship that falls with them and is visible all the same. */
function sourcesOf({ records, spoken }: FilteredChart, entities: readonly Entity[], relationships: readonly Relationship[]) {
  const aside = new Set(spoken.withoutSources);
  const fallen = relationships.filter((r) => fallsWithout(r.claims, aside));
  const cited = new Set([...citedSources([...entities, ...relationships], spoken), ...citedSources(fallen)]);
  const wanted = withOrigins(cited, (id) => records.sources.get(id));
  return [...records.sources.values()].filter((s) => wanted.has(s.id)).sort(compareIds);
}

type Admissions = ReadonlyMap<string, Admission>;
type Left = VisiblePart['left'];

function leftOut({ relationships: all }: Records, admissions: Admissions, visible: readonly Relationship[], entities: Outs['out']): Left {
  const isVisible = new Set(visible.map((r) => r.id));
  const left = [...all.keys()].filter((id) => !isVisible.has(id));
  const relationships = new Map(left.flatMap((id) => (admissions.get(id)!.out ? [[id, admissions.get(id)!.out!] as const] : [])));
  return { relationships, entities, alongside: left.length - relationships.size };
}

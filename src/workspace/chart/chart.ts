import {
  arrowsAmong, groupsAmong, namedRecords, partOf, type ChartGroup, type DatasetPart, type Position, type Records,
} from '../../model';
import { groupBox, middleOf } from '../../drawing';
import type { ChartState } from '../state';

/** What is on a chart, of all records; without sources. */
export function partOnChart(records: Records, { entities, relationships }: Pick<ChartState, 'entities' | 'relationships'>): DatasetPart {
  return partOf(namedRecords(records, { entities, relationships, sources: [] }));
}

/** The chart with more on it. What it has already stays as it is, except where `positions` moves it. */
export function withPart(
  chart: ChartState, part: Pick<DatasetPart, 'entities' | 'relationships'>, positions: ReadonlyMap<string, Position>,
): ChartState {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return changed(chart, {
    entities: withMembers(chart.entities, ids(part.entities), true),
    relationships: withMembers(chart.relationships, ids(part.relationships), true), positions: withPositions(chart.positions, positions),
  });
}

/** The chart without these entities and their relationships, whose ends `records` tells. */
export function withoutEntities(chart: ChartState, ids: readonly string[], { relationships }: Pick<Records, 'relationships'>): ChartState {
  const gone = new Set(ids);
  const members = (set: ReadonlySet<string>) => new Set([...set].filter((id) => !gone.has(id)));
  const stays = (id: string) => { const r = relationships.get(id); return r !== undefined && !gone.has(r.from) && !gone.has(r.to); };
  const { before, groups, arrows, ...rest } = chart;
  const entities = members(chart.entities);
  const left = groupsAmong(groups, entities);
  const drawn = arrowsAmong(arrows, entities);
  return {
    ...rest, ...(left.length > 0 ? { groups: left } : {}), ...(drawn.length > 0 ? { arrows: drawn } : {}), entities,
    relationships: new Set([...chart.relationships].filter(stays)),
    positions: without(chart.positions, gone), pinned: members(chart.pinned), hidden: members(chart.hidden),
    expanded: without(chart.expanded, gone), ...(before ? { before: without(before, gone) } : {}),
  };
}

/** The chart with some entities hidden (`true`) or drawn again. */
export function withHidden(chart: ChartState, ids: readonly string[], hidden: boolean): ChartState {
  return changed(chart, { hidden: withMembers(chart.hidden, ids.filter((id) => chart.entities.has(id)), hidden) });
}

/** The chart with some entities held in place (`true`) or let go. */
export function withPinned(chart: ChartState, ids: readonly string[], pinned: boolean): ChartState {
  return changed(chart, { pinned: withMembers(chart.pinned, ids.filter((id) => chart.entities.has(id)), pinned) });
}

/** The chart with entities moved, and with boxes of groups, which take their members along; ids that it lacks are passed over. */
export function withMoved(chart: ChartState, moves: ReadonlyMap<string, Position>): ChartState {
  const known = new Map([...moves].filter(([id]) => chart.entities.has(id)));
  const moved = (chart.groups ?? []).filter((g) => g.closed && moves.has(groupBox(g)));
  if (moved.length === 0) return changed(chart, { positions: withPositions(chart.positions, known) });
  for (const group of moved) for (const [id, at] of movedAlong(chart, group, moves.get(groupBox(group))!)) known.set(id, at);
  const groups = chart.groups!.map((g) => (moved.includes(g) ? { ...g, place: moves.get(groupBox(g))! } : g));
  return { ...chart, groups, positions: withPositions(chart.positions, known) };
}

/** Where the members of a closed group come to stand when its box is put somewhere else. */
function movedAlong({ positions }: ChartState, { members, place }: ChartGroup, to: Position): [string, Position][] {
  const placed = members.flatMap((id) => { const at = positions.get(id); return at ? [[id, at] as const] : []; });
  const from = place ?? middleOf(placed.map(([, at]) => at)) ?? to;
  return placed.map(([id, { x, y }]) => [id, { x: x + to.x - from.x, y: y + to.y - from.y }]);
}

/** The most boxes that a chart draws: beyond it groups stand for their members. */
export const MOST_DRAWN = 2000;

/** How many boxes a chart draws at most, whatever its filter leaves. O(entities). */
export function boxCount({ entities, hidden, joined, groups = [] }: Pick<ChartState, 'entities' | 'hidden' | 'joined' | 'groups'>): number {
  const closed = groups.filter((g) => g.closed);
  const inside = closed.reduce((sum, g) => sum + g.members.length, 0);
  return entities.size - hidden.size - joined.size - inside + closed.length;
}

/** The chart laid out for one route; where everything stood before is remembered, and what came since stays where it is. */
export function laidOutForRoute(chart: ChartState, positions: ReadonlyMap<string, Position>): ChartState {
  const before = chart.before ?? chart.positions;
  return { ...chart, layout: 'route', before, positions: withPositions(withPositions(chart.positions, before), positions) };
}

/** The chart as it was before a route was laid out; what came since keeps its place. */
export function laidOutAsBefore(chart: ChartState): ChartState {
  if (!chart.before) return chart.layout === 'route' ? { ...chart, layout: 'organic' } : chart;
  const { before, ...rest } = chart;
  return { ...rest, layout: 'organic', positions: withPositions(chart.positions, before) };
}

/** The same chart where nothing of the patch is another object, so that what changed nothing can be told. */
function changed(chart: ChartState, patch: Partial<ChartState>): ChartState {
  const same = Object.entries(patch).every(([field, value]) => chart[field as keyof ChartState] === value);
  return same ? chart : { ...chart, ...patch };
}

function withPositions(positions: ReadonlyMap<string, Position>, moves: ReadonlyMap<string, Position>): ReadonlyMap<string, Position> {
  const changed = [...moves].filter(([id, { x, y }]) => positions.get(id)?.x !== x || positions.get(id)?.y !== y);
  return changed.length === 0 ? positions : new Map([...positions, ...changed]);
}

function without<T>(records: ReadonlyMap<string, T>, gone: ReadonlySet<string>): Map<string, T> {
  return new Map([...records].filter(([id]) => !gone.has(id)));
}

function withMembers(set: ReadonlySet<string>, ids: readonly string[], member: boolean): ReadonlySet<string> {
  if (ids.every((id) => set.has(id) === member)) return set;
  const next = new Set(set);
  for (const id of ids) {
    if (member) next.add(id);
    else next.delete(id);
  }
  return next;
}

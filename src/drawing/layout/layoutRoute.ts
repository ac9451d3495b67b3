import type { DatasetPart, Position } from '../../model';
import type { Detail } from '../scene';
import { anneal } from './anneal';
import { layoutProblem, type LayoutProblem } from './layoutProblem';
import type { LayoutRequest } from './layoutRequest';
import { packComponents } from './packComponents';
import { defaultWeights } from './pictureCost';
import { seeded } from './random';
import { separate } from './separate';

/** A route layout is told the routes: chains of entity ids, all from the same A to the same B, the most important first. */
export interface RouteLayoutRequest extends LayoutRequest {
  readonly routes: readonly (readonly string[])[];
}

/** Between columns, beside the widest box and label; between lanes; between the routes and what lies on none of them. */
const COLUMN_GAP = 40;
const NARROWEST_GAP = 90;
const LANE_GAP = 40;
const OFF_ROUTE_GAP = 60;
const BOX_GAP = 14;
/** How far an entity may leave its column, so that ties within a column do not hide behind boxes. */
const OUT_OF_COLUMN = 44;
/** Lanes are moved apart by at most this factor, and to at most this part of the room's height. */
const TALLER = 2;
const FILL = 0.75;
/** Moves tried for each entity between A and B. */
const MOVES = 2500;

/**
 * The layout of a trace: A left, B right, every other entity in a column by its hop. An entity between two columns' hops
 * (routes differ in length, or reach it after different numbers of hops) stands at the average of its places. Each route
 * begins as a lane of its own, the first one in the middle, an entity on several at their average; the lanes are then
 * searched for fewest crossings, no line under a box and room for every label, entities moving up and down and only a
 * little out of their columns. Entities on no route stand in rows below. What is pinned stays; previous places
 * have no say. Whole chart units, A and B at y = 0. About 50 ms for 20 entities.
 */
export function layoutRoute(request: RouteLayoutRequest): Map<string, Position> {
  const onRoute = new Set(request.routes.flat());
  const { entities, relationships, sources } = request.part;
  const problem = layoutProblem({ entities: entities.filter((e) => onRoute.has(e.id)), relationships, sources }, request.detail);
  const positions = new Map<string, Position>();
  if (problem.ids.length > 0) placeRoutes(problem, request, positions);
  placeBelow(entities.filter((e) => !onRoute.has(e.id)), request.detail, problem, positions);
  return new Map(entities.map((e) => [e.id, request.pinned?.get(e.id) ?? positions.get(e.id)!]));
}

function placeRoutes(problem: LayoutProblem, request: RouteLayoutRequest, positions: Map<string, Position>): void {
  const at = new Map(problem.ids.map((id, i) => [id, i]));
  const routes = request.routes.map((route) => route.flatMap((id) => at.get(id) ?? []));
  const { x, y, width, height } = lanesOf(problem, routes);
  const fixed = new Uint8Array(problem.ids.length);
  for (const route of routes) for (const end of [route[0], route.at(-1)]) if (end !== undefined) fixed[end] = 1;
  anneal(problem, x, y, {
    width, height, moves: MOVES * problem.ids.length, heat: 4, reach: height / 3, spread: 1, leave: OUT_OF_COLUMN,
    weights: defaultWeights, withLabels: true, fixed, random: seeded(request.seed ?? 1),
  });
  standTaller(problem, request.aspect, x, y);
  separate({ x, y, halfWidth: problem.halfWidth, halfHeight: problem.halfHeight }, BOX_GAP, fixed);
  problem.ids.forEach((id, i) => positions.set(id, { x: Math.round(x[i]!), y: Math.round(y[i]!) }));
}

/** Every entity at its column and at the average of its lanes: the first route's in the middle, the others' in turn below and above. */
function lanesOf(problem: LayoutProblem, routes: readonly (readonly number[])[]) {
  const hops = Math.max(1, ...routes.map((route) => route.length - 1));
  const pitch = 2 * Math.max(...problem.halfWidth) + Math.max(NARROWEST_GAP, Math.max(0, ...problem.labelWidth) + COLUMN_GAP);
  const lane = 2 * Math.max(...problem.halfHeight) + LANE_GAP;
  const [x, y, seen] = [new Float64Array(problem.ids.length), new Float64Array(problem.ids.length), new Float64Array(problem.ids.length)];
  routes.forEach((route, nth) => {
    const below = nth % 2 === 1 ? (nth + 1) / 2 : -nth / 2;
    route.forEach((v, i) => {
      const inner = i > 0 && i < route.length - 1;
      x[v] = x[v]! + (route.length === 1 ? 0 : i / (route.length - 1) - 0.5) * hops * pitch;
      y[v] = y[v]! + (inner ? below * lane : 0);
      seen[v] = seen[v]! + 1;
    });
  });
  for (let v = 0; v < x.length; v++) [x[v], y[v]] = [x[v]! / (seen[v]! || 1), y[v]! / (seen[v]! || 1)];
  return { x, y, width: (hops + 1) * pitch, height: Math.max(3, routes.length + 1) * lane };
}

/** The search draws lanes close; where the room is taller than they are, it is given to them, as far as it is no harm to the eye. */
function standTaller({ halfWidth, halfHeight }: LayoutProblem, aspect: number, x: Float64Array, y: Float64Array): void {
  const extent = (at: Float64Array, half: Float64Array) =>
    Math.max(...at.map((c, v) => c + half[v]!)) - Math.min(...at.map((c, v) => c - half[v]!));
  const by = Math.max(1, Math.min(TALLER, (FILL * extent(x, halfWidth)) / aspect / extent(y, halfHeight)));
  for (let v = 0; v < y.length; v++) y[v] = y[v]! * by;
}

/** What lies on no route, in rows about as wide as the routes. */
function placeBelow(entities: DatasetPart['entities'], detail: Detail, above: LayoutProblem, positions: Map<string, Position>): void {
  if (entities.length === 0) return;
  const loose = layoutProblem({ entities, relationships: [], sources: [] }, detail);
  const sizes = loose.ids.map((_, i) => ({ width: 2 * loose.halfWidth[i]!, height: 2 * loose.halfHeight[i]! }));
  const corners = packComponents(sizes, 4, BOX_GAP);
  const wide = Math.max(...corners.map((c, i) => c.x + sizes[i]!.width));
  const top =
    above.ids.length === 0 ? 0 : Math.max(...above.ids.map((id, i) => positions.get(id)!.y + above.halfHeight[i]!)) + OFF_ROUTE_GAP;
  loose.ids.forEach((id, i) => {
    positions.set(id, {
      x: Math.round(corners[i]!.x + sizes[i]!.width / 2 - wide / 2), y: Math.round(top + corners[i]!.y + sizes[i]!.height / 2),
    });
  });
}

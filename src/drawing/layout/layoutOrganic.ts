import type { Position } from '../../model';
import { arrange, type Arrangement } from './arrange';
import { layoutProblem, otherEnd, type LayoutProblem } from './layoutProblem';
import type { LayoutRequest } from './layoutRequest';
import { packComponents } from './packComponents';
import { separate } from './separate';

const BOX_GAP = 10;
/** Between the picture and the rows of what nothing ties to it. */
const LOOSE_GAP = 36;

/** An organic layout may be given longer to search: 1 is about a second for a hundred entities. */
export interface OrganicRequest extends LayoutRequest {
  readonly effort?: number;
}

/**
 * The layout for looking around: what is tied stands together, no box covers another, as few lines cross and as many
 * labels find room as a seeded search of bounded length reaches. Entities without a tie stand in rows below. Positions
 * are whole chart units around (0, 0); the same request gives the same picture. About a second up to 300 entities, five
 * for 1 000; above 2 000 (see `arrange`) it does not search.
 */
export function layoutOrganic(request: OrganicRequest): Map<string, Position> {
  if (request.previous && request.part.entities.some((e) => request.previous!.has(e.id))) return layoutAnew(request, request.previous);
  const tied = tiedIds(request);
  const pinned = request.pinned ?? new Map<string, Position>();
  const drawn = request.part.entities.filter((e) => tied.has(e.id) || pinned.has(e.id));
  const problem = layoutProblem({ entities: drawn, relationships: request.part.relationships, sources: request.part.sources }, request.detail);
  const fixed = new Map(problem.ids.flatMap((id, i) => (pinned.has(id) ? [[i, pinned.get(id)!] as const] : [])));
  const { x, y } = arrange(problem, { aspect: request.aspect, seed: request.seed ?? 1, effort: request.effort ?? 1, fixed, ...(request.onProgress ? { onProgress: (done: number) => request.onProgress!(done) } : {}) });
  const loose = request.part.entities.filter((e) => !tied.has(e.id) && !pinned.has(e.id));
  const positions = positionsOf(problem, { x, y });
  if (loose.length > 0) addRows(positions, problem, { x, y }, layoutProblem({ entities: loose, relationships: [], sources: [] }, request.detail), request.aspect);
  return inOrder(request, positions);
}

function tiedIds({ part }: LayoutRequest): Set<string> {
  const there = new Set(part.entities.map((e) => e.id));
  return new Set(part.relationships.filter((r) => r.from !== r.to && there.has(r.from) && there.has(r.to)).flatMap((r) => [r.from, r.to]));
}

function positionsOf({ ids }: LayoutProblem, { x, y }: Arrangement): Map<string, Position> {
  return new Map(ids.map((id, i) => [id, { x: x[i]!, y: y[i]! }]));
}

function inOrder({ part }: LayoutRequest, positions: ReadonlyMap<string, Position>): Map<string, Position> {
  return new Map(part.entities.map((e) => [e.id, positions.get(e.id)!]));
}

/** Sets what nothing ties to the picture in rows below it, or by itself where there is nothing else. */
function addRows(positions: Map<string, Position>, problem: LayoutProblem, { x, y }: Arrangement, loose: LayoutProblem, aspect: number): void {
  const sizes = loose.ids.map((_, i) => ({ width: 2 * loose.halfWidth[i]!, height: 2 * loose.halfHeight[i]! }));
  const left = Math.min(Infinity, ...Array.from(x, (c, i) => c - problem.halfWidth[i]!));
  const right = Math.max(-Infinity, ...Array.from(x, (c, i) => c + problem.halfWidth[i]!));
  const bottom = Math.max(-Infinity, ...Array.from(y, (c, i) => c + problem.halfHeight[i]!));
  const area = sizes.reduce((sum, s) => sum + (s.width + BOX_GAP) * (s.height + BOX_GAP), 0);
  const empty = problem.ids.length === 0;
  const corners = packComponents(sizes, empty ? aspect : Math.max(aspect, ((right - left) * (right - left)) / area), BOX_GAP);
  loose.ids.forEach((id, i) => {
    const cx = Math.round((empty ? 0 : left) + corners[i]!.x + sizes[i]!.width / 2);
    const cy = Math.round((empty ? 0 : bottom + LOOSE_GAP) + corners[i]!.y + sizes[i]!.height / 2);
    positions.set(id, { x: cx, y: cy });
  });
}

/** Keeps a known picture: what has a place stays there, and what is new goes to a free place near its neighbours. */
function layoutAnew(request: LayoutRequest, previous: ReadonlyMap<string, Position>): Map<string, Position> {
  const problem = layoutProblem(request.part, request.detail);
  const known = (id: string) => request.pinned?.get(id) ?? previous.get(id);
  const n = problem.ids.length;
  const boxes = { x: new Float64Array(n), y: new Float64Array(n), halfWidth: problem.halfWidth, halfHeight: problem.halfHeight };
  const placed = new Uint8Array(n);
  problem.ids.forEach((id, i) => {
    const at = known(id);
    if (at) putAt(boxes, placed, i, at.x, at.y);
  });
  const fixed = placed.slice();
  for (const i of newcomers(problem, placed)) placeNear(problem, boxes, placed, i);
  separate(boxes, BOX_GAP, fixed);
  return inOrder(request, positionsOf(problem, boxes));
}

type PlacedBoxes = Parameters<typeof separate>[0];

function putAt({ x, y }: PlacedBoxes, placed: Uint8Array, i: number, atX: number, atY: number): void {
  x[i] = atX;
  y[i] = atY;
  placed[i] = 1;
}

/** What has no place yet, in the order in which ties reach it from what has; what none reaches comes last. */
function newcomers(problem: LayoutProblem, placed: Uint8Array): number[] {
  const seen = placed.slice();
  const queue = [...seen.keys()].filter((i) => seen[i]);
  for (let head = 0; head < queue.length; head++) {
    for (const e of problem.bundlesAt[queue[head]!]!) {
      const next = otherEnd(problem, e, queue[head]!);
      if (seen[next]) continue;
      seen[next] = 1;
      queue.push(next);
    }
  }
  return [...queue.filter((i) => !placed[i]), ...[...seen.keys()].filter((i) => !seen[i])];
}

/** A hop's length around a known entity, and the eight directions that are tried. */
const REACH_X = 170;
const REACH_Y = 90;
const DIRECTIONS = [[1, 0], [-1, 0], [0.7, 0.8], [-0.7, 0.8], [0.7, -0.8], [-0.7, -0.8], [0, 1], [0, -1]] as const;

/** Puts a newcomer amid its placed neighbours, on the side where there is most room; below everything if it has none. */
function placeNear(problem: LayoutProblem, boxes: PlacedBoxes, placed: Uint8Array, i: number): void {
  const { x, y } = boxes;
  const near = [...problem.bundlesAt[i]!].map((e) => otherEnd(problem, e, i)).filter((u) => placed[u]);
  const all = [...placed.keys()].filter((u) => placed[u]);
  if (near.length === 0) return putAt(boxes, placed, i, all.length === 0 ? 0 : x[all[0]!]!, all.length === 0 ? 0 : Math.max(...all.map((u) => y[u]!)) + REACH_Y);
  const mean = (of: Float64Array) => near.reduce((sum, u) => sum + of[u]!, 0) / near.length;
  const [cx, cy] = [mean(x), mean(y)];
  let best = { x: cx, y: cy, crowd: Infinity };
  for (const [dx, dy] of near.length > 1 ? [[0, 0] as const, ...DIRECTIONS] : DIRECTIONS) {
    const [px, py] = [cx + dx * REACH_X, cy + dy * REACH_Y];
    const crowd = all.reduce((sum, u) => sum + 1 / (1 + ((x[u]! - px) / REACH_X) ** 4 + ((y[u]! - py) / REACH_Y) ** 4), 0);
    if (crowd < best.crowd) best = { x: px, y: py, crowd };
  }
  putAt(boxes, placed, i, Math.round(best.x), Math.round(best.y));
}

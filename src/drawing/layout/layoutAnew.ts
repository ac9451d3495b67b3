import type { Position } from '../../model';
import { layoutProblem, otherEnd, type LayoutProblem } from './layoutProblem';
import type { LayoutRequest } from './layoutRequest';
import { separate } from './separate';

/** Between boxes, in chart units. */
export const BOX_GAP = 10;

/**
 * Keeps a known picture: what has a place stays there, and what is new goes to a free place near its neighbours. With
 * `loose` what has a place may be pushed aside as well, as little as it can, so that no box covers another.
 */
export function layoutAnew(request: LayoutRequest, previous: ReadonlyMap<string, Position>, { loose = false } = {}): Map<string, Position> {
  const problem = layoutProblem(request.part, request.detail);
  const known = (id: string) => request.pinned?.get(id) ?? previous.get(id);
  const n = problem.ids.length;
  const boxes = { x: new Float64Array(n), y: new Float64Array(n), halfWidth: problem.halfWidth, halfHeight: problem.halfHeight };
  const placed = new Uint8Array(n);
  problem.ids.forEach((id, i) => {
    const at = known(id);
    if (at) putAt(boxes, placed, i, at.x, at.y);
  });
  const fixed = loose ? Uint8Array.from(problem.ids, (id) => Number(request.pinned?.has(id) ?? false)) : placed.slice();
  for (const i of newcomers(problem, placed)) placeNear(problem, boxes, placed, i);
  separate(boxes, BOX_GAP, fixed);
  return new Map(problem.ids.map((id, i) => [id, { x: boxes.x[i]!, y: boxes.y[i]! }]));
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
  if (near.length === 0)
    return putAt(boxes, placed, i, all.length === 0 ? 0 : x[all[0]!]!, all.length === 0 ? 0 : Math.max(...all.map((u) => y[u]!)) + REACH_Y);
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

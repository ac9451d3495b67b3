import { FARTHEST, type Position } from '../../model';
import { boundsOfPoints } from '../geometry';
import { layoutAnew } from './layoutAnew';
import { layoutProblem } from './layoutProblem';
import type { LayoutRequest } from './layoutRequest';

/** A picture that another tool drew: centres in its own units, y downwards. */
export interface GivenLayoutRequest extends LayoutRequest {
  readonly given: ReadonlyMap<string, Position>;
}

/**
 * How much room a picture takes, as a multiple of what its boxes cover:
 * below this labels find no place, above it boxes are lost in the empty.
 */
const [DENSEST, SPARSEST] = [4, 10];

/**
 * A picture of another tool's, redrawn with our boxes: everything where it stood, the whole drawn larger or smaller only
 * where boxes would be crammed or lost, and boxes that still overlap pushed apart as little as they can be. What the
 * file gives no place goes near its neighbours. Whole chart units. O(n log n) a round of pushing.
 */
export function layoutAsGiven(request: GivenLayoutRequest): Map<string, Position> {
  const { halfWidth, halfHeight } = layoutProblem(request.part, request.detail);
  const covered = halfWidth.reduce((sum, w, i) => sum + 4 * w * halfHeight[i]!, 0);
  const given = request.part.entities.flatMap(({ id }) => (request.given.has(id) ? [[id, request.given.get(id)!] as const] : []));
  const scale = scaleFor(given.map(([, at]) => at), covered);
  return layoutAnew(request, new Map(given.map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }])), { loose: true });
}

function scaleFor(places: readonly Position[], covered: number): number {
  if (places.length < 2) return 1;
  const { minX, minY, maxX, maxY } = boundsOfPoints(places);
  const [width, height] = [Math.max(1, maxX - minX), Math.max(1, maxY - minY)];
  const room = width * height;
  const wanted = Math.min(Math.max(room, DENSEST * covered), SPARSEST * covered);
  const farthest = Math.max(-minX, -minY, maxX, maxY);
  return Math.min(Math.sqrt(wanted / room), FARTHEST / 2 / farthest);
}

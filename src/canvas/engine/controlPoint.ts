import type { Position } from '../../model';

/** A control point as cytoscape wants it: how far along the way between two points (0–1), and how far beside it. */
export interface RelativePoint {
  readonly weight: number;
  readonly distance: number;
}

/**
 * A point in chart units, told from the way between two centres (`edge-distances: node-position`). `weight` 0 is at
 * `from`, 1 at `to`; `distance` is in chart units, positive to the right of the way as seen on a screen whose y runs
 * down. Two centres in one place have no way between them: weight 0.5, distance 0.
 */
export function relativeTo(from: Position, to: Position, point: Position): RelativePoint {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return { weight: 0.5, distance: 0 };
  const [px, py] = [point.x - from.x, point.y - from.y];
  return { weight: (px * dx + py * dy) / (length * length), distance: (py * dx - px * dy) / length };
}

/** The point that `relativeTo` told, in chart units. */
export function placedBetween(from: Position, to: Position, { weight, distance }: RelativePoint): Position {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: from.x + dx * weight - (dy / length) * distance, y: from.y + dy * weight + (dx / length) * distance };
}

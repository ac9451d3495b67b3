import type { Position } from '../../model';
import { flatten, type Scene, type SceneLine } from '../../drawing';

/** How far from a line the pointer may be and still mean it, in CSS px. */
export const REACH = { mouse: 6, touch: 16 } as const;

const MARK = 14;

/**
 * The relationship at a point of the chart: the one whose label or mark is there, else the nearest line within reach
 * (chart units). Boxes lie above lines and are asked first, by others. O(lines), most of them one comparison.
 */
export function relationshipAt({ lines }: Scene, point: Position, reach: number): string | undefined {
  return (lines.findLast((l) => isOnLabel(l, point)) ?? nearestLine(lines, point, reach))?.relationship;
}

function isOnLabel({ label, mark }: SceneLine, { x, y }: Position): boolean {
  const within = (at: Position, width: number, height: number) => Math.abs(x - at.x) <= width / 2 && Math.abs(y - at.y) <= height / 2;
  return (label !== undefined && within(label, label.width, label.height)) || (mark !== undefined && within(mark, MARK, MARK));
}

function nearestLine(lines: readonly SceneLine[], point: Position, reach: number): SceneLine | undefined {
  let nearest: { line: SceneLine; distance: number } | undefined;
  for (const line of lines) {
    if (!isNear(line, point, reach)) continue;
    const distance = distanceTo(line, point) - line.width / 2;
    if (distance <= reach && (!nearest || distance < nearest.distance)) nearest = { line, distance };
  }
  return nearest?.line;
}

/** Whether a point is in the rectangle around a line, made wider by the reach; a curve is inside that of its three points. */
function isNear({ start: a, end: b, control: c = a, width }: SceneLine, { x, y }: Position, reach: number): boolean {
  const r = reach + width / 2;
  return (
    x >= Math.min(a.x, b.x, c.x) - r
    && x <= Math.max(a.x, b.x, c.x) + r
    && y >= Math.min(a.y, b.y, c.y) - r
    && y <= Math.max(a.y, b.y, c.y) + r
  );
}

function distanceTo(line: SceneLine, point: Position): number {
  const chain = flatten(line);
  return Math.min(...chain.slice(1).map((b, i) => distanceToSegment(chain[i]!, b, point)));
}

function distanceToSegment(a: Position, b: Position, p: Position): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length2 = dx * dx + dy * dy || 1;
  const t = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2));
  return Math.hypot(p.x - a.x - dx * t, p.y - a.y - dy * t);
}

/** The arrow drawn by hand that lies within reach of a point, or whose text does; the last one drawn comes first. */
export function arrowAt({ arrows = [] }: Scene, point: Position, reach: number): string | undefined {
  return arrows.findLast(({ start, end, label }) =>
    distanceToSegment(start, end, point) <= reach
    || (label !== undefined && Math.abs(point.x - label.x) <= label.width / 2 && Math.abs(point.y - label.y) <= label.height / 2))?.id;
}

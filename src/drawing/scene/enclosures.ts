import type { Position } from '../../model';
import type { Enclosing } from '../derived';
import type { SceneBox, SceneEnclosure } from '../scene';

/** Between the boxes inside and the enclosure, in chart units. */
export const ENCLOSURE_MARGIN = 14;

/** The enclosures of ventures whose box and at least one partner are drawn: the convex hull of their boxes, a margin around. */
export function enclosuresOf(enclosing: readonly Enclosing[], boxes: readonly SceneBox[]): SceneEnclosure[] {
  const placed = new Map(boxes.map((b) => [b.entity, b]));
  return enclosing.flatMap(({ venture, members }) => {
    const inside = members.flatMap((id) => placed.get(id) ?? []);
    const own = placed.get(venture);
    return own && inside.length > 0 ? [{ venture, corners: convexHull([own, ...inside].flatMap(cornersAround)) }] : [];
  });
}

function cornersAround({ x, y, width, height }: SceneBox): Position[] {
  const [w, h] = [width / 2 + ENCLOSURE_MARGIN, height / 2 + ENCLOSURE_MARGIN];
  return [{ x: x - w, y: y - h }, { x: x + w, y: y - h }, { x: x + w, y: y + h }, { x: x - w, y: y + h }];
}

/** The convex hull of some points, clockwise on a screen, by Andrew's monotone chain (1979). O(n log n). */
export function convexHull(points: readonly Position[]): Position[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const upper = chainOf(sorted);
  const lower = chainOf(sorted.reverse());
  return [...upper.slice(0, -1), ...lower.slice(0, -1)];
}

function chainOf(points: readonly Position[]): Position[] {
  const chain: Position[] = [];
  for (const p of points) {
    while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
    chain.push(p);
  }
  return chain;
}

/** Above 0 where a, b, c turn clockwise on a screen. */
function turn(a: Position, b: Position, c: Position): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

import type { BoxShape, Position } from '../../model';

/** Where a box stands and what it looks like from outside. `SceneBox` is one. x and y are the centre. */
export interface PlacedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shape: BoxShape;
}

/** How a corner leaves the rectangle: how far along x and y, and whether on an arc or straight. */
interface Corner {
  readonly dx: number;
  readonly dy: number;
  readonly arc: boolean;
}

const arc = (r: number): Corner => ({ dx: r, dy: r, arc: true });
const cut = (dx: number, dy = dx): Corner => ({ dx, dy, arc: false });

/** Corners from the top left, clockwise, for a box of this height. */
function cornersOf(shape: BoxShape, height: number): [Corner, Corner, Corner, Corner] {
  const half = height / 2;
  switch (shape) {
    case 'rounded': return [arc(6), arc(6), arc(6), arc(6)];
    case 'pill': return [arc(half), arc(half), arc(half), arc(half)];
    case 'square': return [arc(1), arc(1), arc(1), arc(1)];
    case 'capsule': return [arc(half), arc(3), arc(3), arc(half)];
    case 'cut': return [cut(6), cut(6), cut(6), cut(6)];
    case 'hexagon': return [cut(7, half), cut(7, half), cut(7, half), cut(7, half)];
    case 'folded': return [arc(1), cut(9), arc(1), arc(1)];
    case 'tag': return [arc(2), cut(8, half), cut(8, half), arc(2)];
    case 'tab': return [arc(Math.min(half, 11)), arc(Math.min(half, 11)), arc(1), arc(1)];
  }
}

/** The ends of each corner, clockwise from the top left: where the outline leaves one side and meets the next. */
function cornerEnds({ x, y, width, height, shape }: PlacedBox) {
  const [tl, tr, br, bl] = cornersOf(shape, height);
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  return [
    { corner: tl, at: { x: left, y: top }, enter: { x: left, y: top + tl.dy }, leave: { x: left + tl.dx, y: top } },
    { corner: tr, at: { x: right, y: top }, enter: { x: right - tr.dx, y: top }, leave: { x: right, y: top + tr.dy } },
    { corner: br, at: { x: right, y: bottom }, enter: { x: right, y: bottom - br.dy }, leave: { x: right - br.dx, y: bottom } },
    { corner: bl, at: { x: left, y: bottom }, enter: { x: left + bl.dx, y: bottom }, leave: { x: left, y: bottom - bl.dy } },
  ];
}

/** A number as an SVG path has it: at most two decimals, the same on any machine. */
function short(n: number): string {
  return String(Math.round(n * 100) / 100);
}

/** The outline of a box as SVG path data, for SVG, Path2D and canvas alike. Closed, clockwise from the top left. */
export function outlinePath(box: PlacedBox): string {
  const parts = cornerEnds(box).map(({ corner, enter, leave }, i) => {
    const to = `${short(leave.x)} ${short(leave.y)}`;
    const bend = corner.arc ? `A${short(corner.dx)} ${short(corner.dy)} 0 0 1 ${to}` : `L${to}`;
    return `${i === 0 ? 'M' : 'L'}${short(enter.x)} ${short(enter.y)}${bend}`;
  });
  return `${parts.join('')}Z`;
}

/** Inner points of a quarter circle, by its rational parametrisation: products and quotients only, so the same on any machine. */
const QUARTER = [0.25, 0.5, 0.75].map((t) => ({ along: (1 - t * t) / (1 + t * t), across: (2 * t) / (1 + t * t) }));

/** The outline of a box as a convex polygon, clockwise from the top left; arcs are within a third of a unit. */
export function outlinePolygon(box: PlacedBox): Position[] {
  return cornerEnds(box).flatMap(({ corner, at, enter, leave }) => {
    if (!corner.arc) return [enter, leave];
    const middle = { x: enter.x + leave.x - at.x, y: enter.y + leave.y - at.y };
    const inner = QUARTER.map(({ along, across }) => ({
      x: middle.x + (enter.x - middle.x) * along + (leave.x - middle.x) * across,
      y: middle.y + (enter.y - middle.y) * along + (leave.y - middle.y) * across,
    }));
    return [enter, ...inner, leave];
  });
}

/**
 * Where the way from inside a box towards a point outside leaves its outline; the inner point itself where the outer
 * one lies inside too. `from` must lie inside. Linear in the corners of the polygon, which may be given where it is at hand.
 */
export function leaveOutline(
  box: PlacedBox, from: Position, towards: Position, polygon: readonly Position[] = outlinePolygon(box),
): Position {
  const [dx, dy] = [towards.x - from.x, towards.y - from.y];
  let first = 1;
  polygon.forEach((a, i) => {
    const b = polygon[(i + 1) % polygon.length]!;
    const [ex, ey] = [b.x - a.x, b.y - a.y];
    const turn = dx * ey - dy * ex;
    if (turn <= 0) return;
    const t = ((a.x - from.x) * ey - (a.y - from.y) * ex) / turn;
    if (t >= 0 && t < first) first = t;
  });
  return first === 1 ? from : { x: from.x + dx * first, y: from.y + dy * first };
}

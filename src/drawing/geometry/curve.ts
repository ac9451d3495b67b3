import type { Position } from '../../model';
import type { Rect } from '../scene';

/** A line as drawn: straight, or a quadratic Bézier curve with one control point. */
export interface Curve {
  readonly start: Position;
  readonly end: Position;
  readonly control?: Position | undefined;
}

/** How many straight pieces stand for a curve wherever it is tested; its bend is slight, so the error is below a unit. */
export const PIECES = 10;

/** The point of a curve at t, 0 at its start and 1 at its end. */
export function pointAt({ start, end, control }: Curve, t: number): Position {
  const s = 1 - t;
  if (!control) return { x: start.x * s + end.x * t, y: start.y * s + end.y * t };
  return {
    x: s * s * start.x + 2 * s * t * control.x + t * t * end.x,
    y: s * s * start.y + 2 * s * t * control.y + t * t * end.y,
  };
}

/** A curve as a chain of points, its two ends included: two of them where it is straight. */
export function flatten(curve: Curve): Position[] {
  if (!curve.control) return [curve.start, curve.end];
  return Array.from({ length: PIECES + 1 }, (_, i) => pointAt(curve, i / PIECES));
}

/** The longest piece that is looked up in an index at once: a long slanting one has a rectangle full of what it never meets. */
const SHORT = 80;
/** A line is looked up in no more of them, however long it is: those of one that goes beyond all that is drawn are longer. */
const MOST_SHORT = 240;

/** In how many pieces of about equal length a segment is looked up, which is one of `segments` of its line. */
export function shortPieces(ax: number, ay: number, bx: number, by: number, segments: number): number {
  return Math.min(MOST_SHORT / segments, Math.max(1, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / SHORT)));
}

/** The same chain with points added so that none of its segments is longer than 80 units along x or y, but no more than 240 in all. */
export function inShortPieces(chain: readonly Position[]): Position[] {
  const points = [chain[0]!];
  for (let i = 1; i < chain.length; i++) {
    const [a, b] = [chain[i - 1]!, chain[i]!];
    const pieces = shortPieces(a.x, a.y, b.x, b.y, chain.length - 1);
    for (let k = 1; k < pieces; k++) points.push({ x: a.x + ((b.x - a.x) * k) / pieces, y: a.y + ((b.y - a.y) * k) / pieces });
    points.push(b);
  }
  return points;
}

/** The smallest rectangle around a chain of points. */
export function boundsOfPoints(points: readonly Position[]): { minX: number; minY: number; maxX: number; maxY: number } {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return { minX, minY, maxX, maxY };
}

/** Whether two segments share a point; touching ends count, collinear overlap does not. */
export function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  return abc * abd <= 0 && cda * cdb <= 0 && (abc !== abd || cda !== cdb);
}

/** Whether two chains of points share a point. */
export function chainsMeet(first: readonly Position[], second: readonly Position[]): boolean {
  for (let i = 1; i < first.length; i++) {
    for (let j = 1; j < second.length; j++) {
      if (segmentsMeet(first[i - 1]!, first[i]!, second[j - 1]!, second[j]!)) return true;
    }
  }
  return false;
}

/** Whether a segment has a point inside a rectangle, which is given by its edges (Liang and Barsky, 1984). */
export function segmentInRect(a: Position, b: Position, left: number, top: number, right: number, bottom: number): boolean {
  return segmentCuts(a.x, a.y, b.x, b.y, left, top, right, bottom);
}

/**
 * The same for a segment given by its coordinates. Asked some million times for a large chart, so most are turned away by comparing
 * alone, and no object is made. Exact: a segment wholly to one side of the rectangle fails the last test as well.
 */
export function segmentCuts(
  ax: number, ay: number, bx: number, by: number, left: number, top: number, right: number, bottom: number,
): boolean {
  if ((ax <= left && bx <= left) || (ax >= right && bx >= right) || (ay <= top && by <= top) || (ay >= bottom && by >= bottom))
    return false;
  const dx = bx - ax;
  const dy = by - ay;
  let from = 0;
  let to = 1;
  if (dx !== 0) {
    const x0 = (left - ax) / dx;
    const x1 = (right - ax) / dx;
    from = Math.max(from, Math.min(x0, x1));
    to = Math.min(to, Math.max(x0, x1));
  }
  if (dy !== 0) {
    const y0 = (top - ay) / dy;
    const y1 = (bottom - ay) / dy;
    from = Math.max(from, Math.min(y0, y1));
    to = Math.min(to, Math.max(y0, y1));
  }
  return from < to;
}

/** Whether a chain of points has one inside a rectangle; x and y of `rect` are its centre, and `margin` is added all round. */
export function chainInBox(chain: readonly Position[], { x, y, width, height }: Rect, margin = 0): boolean {
  const [w, h] = [width / 2 + margin, height / 2 + margin];
  for (let i = 1; i < chain.length; i++) {
    if (segmentInRect(chain[i - 1]!, chain[i]!, x - w, y - h, x + w, y + h)) return true;
  }
  return false;
}

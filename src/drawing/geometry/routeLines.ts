import { atOnce, type Position, type Relationship, type Steps } from '../../model';
import { AreaGrid, areaAround, coreOf, MOST_LOOKED, type Area } from './areaGrid';
import { PIECES, segmentCuts, shortPieces, type Curve } from './curve';
import { leaveOutline, outlinePolygon, type PlacedBox } from './outline';

/** A relationship's way between two boxes, its ends on their outlines. */
export interface RoutedLine extends Curve {
  readonly relationship: string;
  readonly from: string;
  readonly to: string;
}

/** How far apart parallel lines run, in chart units: enough for a label between each two. */
const FAN_GAP = 17;
/** A line keeps this far from a foreign box where a small bend can do it. */
const CLEARANCE = 5;
/** Bends that are tried, least first: how far the curve stands from the straight way, and where along it. */
const DEPTHS = [12, 20, 30, 42, 56, 72, 90];
const PEAKS = [0.5, 0.3, 0.7];
const BENDS: readonly Bend[] = DEPTHS.flatMap((depth) => PEAKS.flatMap((peak) => [{ depth, peak }, { depth: -depth, peak }]));
const STRAIGHT: Bend = { depth: 0, peak: 0.5 };
/** No bend is deeper than this part of the straight way. */
const DEEPEST = 0.34;
/** A fan of more lines, which is wider than any bend is deep, is not bent. */
const WIDEST_BENT = 24;
/** A way under more boxes is as bad as any, and they are not counted further. */
const MOST_HIDDEN = 40;
/** Where more boxes than these stand on one another, the rest of them is not looked at. */
const MOST_PILED = 512;

interface Bend { readonly depth: number; readonly peak: number }
type Ends = Pick<Relationship, 'id' | 'from' | 'to'>;
/** An entity's box at a line's end, its polygon at hand for every bend that is tried. */
interface End extends PlacedBox {
  readonly id: string;
  readonly polygon: readonly Position[];
}

/** All boxes with the distance that lines keep from them, where they are looked up by place. */
interface Obstacles {
  readonly frame: Area;
  readonly areas: readonly Area[];
  readonly grid: AreaGrid;
  /** The number of an entity's box. */
  readonly number: ReadonlyMap<string, number>;
  /** The last question for which a box was met; asked so often that no set is made for it. */
  readonly met: Int32Array;
  question: number;
}

/**
 * The line of each relationship, keyed by its id, in the order given. A relationship with an end that has no box is left
 * out. Relationships between the same two entities, whichever their direction, fan out side by side; a fan or single line
 * that would run under a third box is bent around it where a bend of at most 90 units does, deepest half-way or nearer to
 * an end; a relationship of an entity with itself is a loop over its upper right corner. Depends on the order of `relationships` only
 * within a fan. Cost: O(m log n) for m relationships and n boxes.
 */
export function routeLines(relationships: readonly Ends[], boxes: ReadonlyMap<string, PlacedBox>): Map<string, RoutedLine> {
  return atOnce(routeLinesStepwise(relationships, boxes));
}

/** The same with a pause after each fan. */
export function* routeLinesStepwise(relationships: readonly Ends[], boxes: ReadonlyMap<string, PlacedBox>): Steps<Map<string, RoutedLine>> {
  const obstacles = obstaclesOf(boxes);
  const endOf = endsOf(boxes);
  const found = new Map<string, RoutedLine>();
  for (const fan of fansOf(relationships, boxes)) {
    for (const line of routeFan(fan, endOf, (a, b, fanned) => leastHidden(a, b, fanned, obstacles))) found.set(line.relationship, line);
    yield;
  }
  return inOrder(relationships, found);
}

/**
 * The same without any bend, whatever the lines run under: fans side by side, and loops. A fan whose lines are all in
 * `kept` stays as it is there. O(m).
 */
export function unbentLines(
  relationships: readonly Ends[], boxes: ReadonlyMap<string, PlacedBox>, kept: ReadonlyMap<string, RoutedLine> = new Map(),
): Map<string, RoutedLine> {
  const endOf = endsOf(boxes);
  const lines = fansOf(relationships, boxes).flatMap((fan) =>
    fan.every((r) => kept.has(r.id)) ? fan.map((r) => kept.get(r.id)!) : routeFan(fan, endOf, (_a, _b, fanned) => fanned(STRAIGHT)),
  );
  return inOrder(relationships, new Map(lines.map((line) => [line.relationship, line])));
}

function inOrder(relationships: readonly Ends[], lines: ReadonlyMap<string, RoutedLine>): Map<string, RoutedLine> {
  return new Map(relationships.flatMap(({ id }) => (lines.has(id) ? [[id, lines.get(id)!] as const] : [])));
}

/** The box of an entity, its polygon made once. */
function endsOf(boxes: ReadonlyMap<string, PlacedBox>): (id: string) => End {
  const ends = new Map<string, End>();
  return (id) => {
    let end = ends.get(id);
    if (!end) ends.set(id, (end = { ...boxes.get(id)!, id, polygon: outlinePolygon(boxes.get(id)!) }));
    return end;
  };
}

function obstaclesOf(boxes: ReadonlyMap<string, PlacedBox>): Obstacles {
  const areas = [...boxes.values()].map((box) => edges(box, CLEARANCE));
  const frame = areaAround(areas);
  const grid = new AreaGrid(coreOf(areas), areas.length);
  areas.forEach(({ minX, minY, maxX, maxY }, i) => grid.add(i, minX, minY, maxX, maxY));
  return { frame, areas, grid, number: new Map([...boxes.keys()].map((id, i) => [id, i])), met: new Int32Array(areas.length), question: 0 };
}

function edges({ x, y, width, height }: PlacedBox, margin: number) {
  const [w, h] = [width / 2 + margin, height / 2 + margin];
  return { minX: x - w, minY: y - h, maxX: x + w, maxY: y + h };
}

/** Relationships grouped by their two ends, in either direction. */
function fansOf(relationships: readonly Ends[], boxes: ReadonlyMap<string, PlacedBox>): Ends[][] {
  const fans = new Map<string, Ends[]>();
  for (const r of relationships) {
    if (!boxes.has(r.from) || !boxes.has(r.to)) continue;
    const key = JSON.stringify(r.from < r.to ? [r.from, r.to] : [r.to, r.from]);
    const fan = fans.get(key);
    if (fan) fan.push(r);
    else fans.set(key, [r]);
  }
  return [...fans.values()];
}

/** The lines of a fan, its bend chosen by what they run under. */
function routeFan(
  fan: Ends[], endOf: (id: string) => End, choose: (a: End, b: End, fanned: (bend: Bend) => Curve[]) => Curve[],
): RoutedLine[] {
  const { from, to } = fan[0]!;
  if (from === to) return fan.map((r, i) => ({ relationship: r.id, from, to, ...loop(endOf(from), i) }));
  const [low, high] = from < to ? [from, to] : [to, from];
  const [a, b] = [endOf(low), endOf(high)];
  const curves = choose(a, b, (bend) => fan.map((_, i) => curveBetween(a, b, (i - (fan.length - 1) / 2) * FAN_GAP, bend)));
  return fan.map((r, i) => {
    const curve = r.from === low ? curves[i]! : reversed(curves[i]!);
    return { relationship: r.id, from: r.from, to: r.to, ...curve };
  });
}

/** A fan with the least bend, to either side, with which it runs under the fewest foreign boxes. */
function leastHidden(a: End, b: End, fanned: (bend: Bend) => Curve[], obstacles: Obstacles): Curve[] {
  const [one, other] = [obstacles.number.get(a.id)!, obstacles.number.get(b.id)!];
  const hits = (curves: readonly Curve[], most: number) =>
    curves.reduce((sum, curve) => (sum >= most ? sum : sum + hindrances(curve, one, other, obstacles, most - sum)), 0);
  let best = fanned(STRAIGHT);
  if (best.length > WIDEST_BENT || obstacles.grid.looked > MOST_LOOKED) return best;
  let fewest = hits(best, MOST_HIDDEN);
  const limit = DEEPEST * Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
  for (const bend of BENDS) {
    if (fewest === 0 || Math.abs(bend.depth) > limit) break;
    const curves = fanned(bend);
    const found = hits(curves, fewest);
    if (found < fewest) [best, fewest] = [curves, found];
  }
  return best;
}

/**
 * How many boxes other than those at its ends a curve meets, and one more where it bends out of the rectangle around all boxes, which is
 * as bad. No further than `most` is counted. The curve is walked in the pieces that `inShortPieces(flatten(curve))` has, without making
 * them.
 */
function hindrances({ start, end, control }: Curve, one: number, other: number, obstacles: Obstacles, most: number): number {
  const { frame, met } = obstacles;
  const question = ++obstacles.question;
  met[one] = question;
  met[other] = question;
  const pieces = control ? PIECES : 1;
  let found = 0;
  let outside = false;
  let [ax, ay] = [start.x, start.y];
  for (let i = 1; i <= pieces && found < most; i++) {
    const t = i / pieces;
    const s = 1 - t;
    const bx = control ? s * s * start.x + 2 * s * t * control.x + t * t * end.x : end.x;
    const by = control ? s * s * start.y + 2 * s * t * control.y + t * t * end.y : end.y;
    if (control && !outside && (bx < frame.minX || by < frame.minY || bx > frame.maxX || by > frame.maxY)) {
      outside = true;
      found++;
    }
    found += boxesUnder(ax, ay, bx, by, pieces, obstacles, most - found);
    ax = bx;
    ay = by;
  }
  return found;
}

/** How many boxes that were not met since the last question a straight piece meets, one of so many. */
function boxesUnder(
  ax: number, ay: number, bx: number, by: number, pieces: number, { grid, areas, met, question }: Obstacles, most: number,
): number {
  const short = shortPieces(ax, ay, bx, by, pieces);
  let found = 0;
  let [fromX, fromY] = [ax, ay];
  for (let k = 1; k <= short && found < most; k++) {
    const toX = k < short ? ax + ((bx - ax) * k) / short : bx;
    const toY = k < short ? ay + ((by - ay) * k) / short : by;
    const near = grid.meeting(Math.min(fromX, toX), Math.min(fromY, toY), Math.max(fromX, toX), Math.max(fromY, toY), MOST_PILED);
    for (let n = 0; n < near; n++) {
      const box = grid.found[n]!;
      const { minX, minY, maxX, maxY } = areas[box]!;
      if (met[box] === question || !segmentCuts(fromX, fromY, toX, toY, minX, minY, maxX, maxY)) continue;
      met[box] = question;
      found++;
    }
    fromX = toX;
    fromY = toY;
  }
  return found;
}

/**
 * The curve between two boxes that stands aside of the straight way between their centres, by as much as its place in the
 * fan and its bend say, to the left as seen from a. Its ends are moved aside as well, as far as the boxes allow, so that
 * arrows of a fan stand apart.
 */
function curveBetween(a: End, b: End, aside: number, bend: Bend): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const across = { x: -dy / length, y: dx / length };
  const moved = (p: PlacedBox) => {
    const room = Math.min(p.width / 2 / Math.max(Math.abs(across.x), 0.01), p.height / 2 / Math.max(Math.abs(across.y), 0.01)) * 0.62;
    const by = Math.max(-room, Math.min(room, aside * 0.6));
    return { x: p.x + across.x * by, y: p.y + across.y * by };
  };
  const [from, to] = [moved(a), moved(b)];
  const depth = aside + bend.depth;
  if (depth === 0) return { start: leaveOutline(a, from, to, a.polygon), end: leaveOutline(b, to, from, b.polygon) };
  const peak = { x: a.x + dx * bend.peak + across.x * depth, y: a.y + dy * bend.peak + across.y * depth };
  const aim = controlThrough(from, to, peak, bend.peak);
  const [start, end] = [leaveOutline(a, from, aim, a.polygon), leaveOutline(b, to, aim, b.polygon)];
  return { start, end, control: controlThrough(start, end, peak, bend.peak) };
}

/** The control point with which a quadratic curve is at `point` for t. */
function controlThrough(start: Position, end: Position, point: Position, t: number): Position {
  const [before, after, share] = [(1 - t) * (1 - t), t * t, 2 * t * (1 - t)];
  return { x: (point.x - before * start.x - after * end.x) / share, y: (point.y - before * start.y - after * end.y) / share };
}

function reversed({ start, end, control }: Curve): Curve {
  return control ? { start: end, end: start, control } : { start: end, end: start };
}

/** A loop over the upper right corner of a box; further ones of the same box reach farther out. */
function loop(box: PlacedBox, nth: number): Curve {
  const reach = 34 + nth * 22;
  const [right, top] = [box.x + box.width / 2, box.y - box.height / 2];
  const control = { x: right + reach, y: top - reach };
  const inset = { x: right - Math.min(22, box.width / 3), y: box.y };
  return {
    start: leaveOutline(box, inset, { x: inset.x, y: top - reach }), end: leaveOutline(box, inset, { x: right + reach, y: box.y }), control,
  };
}

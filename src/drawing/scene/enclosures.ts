import RBush from 'rbush';
import type { Position } from '../../model';
import type { Enclosing } from '../derived';
import { boundsOfPoints } from '../geometry';
import type { SceneBox, SceneEnclosure } from '../scene';
import type { SceneInput } from './buildScene';
import { sceneBoxes } from './sceneBoxes';

/** Between the boxes inside and the corners of the enclosure, in chart units. */
export const ENCLOSURE_MARGIN = 14;
/** How far the outline runs outside of the corners, which it joins by arcs of this radius. */
export const ENCLOSURE_RADIUS = 8;
/** The same margin of a box that is outlined by itself: the outline runs close around it. */
const ALONE_MARGIN = -2;

/**
 * The enclosures of ventures whose box and at least one partner are drawn: the convex hull of their boxes, a margin around.
 * A hull that would touch the box of anybody else, or the hull of a venture named earlier, is not drawn: then the venture's
 * box and each partner's have an outline of their own, where that touches nothing. O(n log n).
 */
export function enclosuresOf(enclosing: readonly Enclosing[], boxes: readonly SceneBox[]): SceneEnclosure[] {
  if (enclosing.length === 0) return [];
  const placed = new Map(boxes.map((b) => [b.entity, b]));
  const room = new Room(boxes);
  const groups = enclosing.flatMap(({ venture, members }) => {
    const own = placed.get(venture);
    const partners = members.flatMap((id) => placed.get(id) ?? []);
    return own && partners.length > 0 ? [{ venture, inside: [own, ...partners] }] : [];
  });
  const whole = groups.map(({ venture, inside }) => room.take(venture, inside, ENCLOSURE_MARGIN));
  return groups.flatMap(({ venture, inside }, i) => whole[i] ?? inside.flatMap((box) => alone(room.take(venture, [box], ALONE_MARGIN))));
}

function alone(enclosure: SceneEnclosure | undefined): SceneEnclosure[] {
  return enclosure ? [{ ...enclosure, alone: true }] : [];
}

/** The ventures of an input whose boxes are outlined one by one, since an enclosure around them would touch others. O(n log n). */
export function outlinedApart(input: SceneInput): ReadonlySet<string> {
  const { enclosures: enclosing = [] } = input;
  if (enclosing.length === 0) return NONE;
  const whole = new Set(enclosuresOf(enclosing, sceneBoxes(input)).filter((e) => !e.alone).map((e) => e.venture));
  return new Set(enclosing.map((e) => e.venture).filter((venture) => !whole.has(venture)));
}

const NONE: ReadonlySet<string> = new Set();

/** What stands somewhere: a box, or an enclosure, which has no entity. */
interface Occupant {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  corners: readonly Position[];
  entity?: string;
}

/** What enclosures must not touch: boxes that are not inside of them, and one another. */
class Room {
  private readonly occupied = new RBush<Occupant>();

  constructor(boxes: readonly SceneBox[]) {
    this.occupied.load(boxes.map((b) => ({ ...bounded(cornersAround(b, 0)), entity: b.entity })));
  }

  /** The enclosure around some boxes, which takes its room; none where that is not free. */
  take(venture: string, inside: readonly SceneBox[], margin: number): SceneEnclosure | undefined {
    const wanted = bounded(convexHull(inside.flatMap((b) => cornersAround(b, margin + ENCLOSURE_RADIUS))));
    const members = new Set<string | undefined>(inside.map((b) => b.entity));
    const isFree = this.occupied.search(wanted).every((other) => members.has(other.entity) || !convexMeet(wanted.corners, other.corners));
    if (!isFree) return undefined;
    this.occupied.insert(wanted);
    return { venture, corners: convexHull(inside.flatMap((b) => cornersAround(b, margin))) };
  }
}

function bounded(corners: readonly Position[]): Occupant {
  return { ...boundsOfPoints(corners), corners };
}

function cornersAround({ x, y, width, height }: SceneBox, margin: number): Position[] {
  const [w, h] = [width / 2 + margin, height / 2 + margin];
  return [{ x: x - w, y: y - h }, { x: x + w, y: y - h }, { x: x + w, y: y + h }, { x: x - w, y: y + h }];
}

/** Whether two convex polygons, both clockwise on a screen, share more than a border: no side of either parts them. O(corners²). */
function convexMeet(a: readonly Position[], b: readonly Position[]): boolean {
  return !hasPartingSide(a, b) && !hasPartingSide(b, a);
}

function hasPartingSide(polygon: readonly Position[], other: readonly Position[]): boolean {
  return polygon.some((from, i) => {
    const to = polygon[(i + 1) % polygon.length]!;
    return other.every((p) => turn(from, to, p) <= 0);
  });
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

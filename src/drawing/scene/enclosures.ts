import RBush from 'rbush';
import type { Position } from '../../model';
import type { Enclosing } from '../derived';
import { boundsOfPoints } from '../geometry';
import type { SceneBox, SceneEnclosure, SceneLabel } from '../scene';
import { clipText, measureText } from '../text';
import type { SceneInput } from './buildScene';
import { sceneBoxes } from './sceneBoxes';

/** Between the boxes inside and the corners of the enclosure, in chart units. */
export const ENCLOSURE_MARGIN = 14;
/** The plate of a group's name, in chart units, and its part of the size of a name. */
const GROUP_LABEL_HEIGHT = 13;
export const GROUP_LABEL_SCALE = 0.86;
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
  const all = enclosing.flatMap(({ venture, members, group }) => {
    const own = placed.get(venture);
    const others = members.flatMap((id) => placed.get(id) ?? []);
    return others.length > 0 && (own || group) ? [{ venture, group, inside: own ? [own, ...others] : others }] : [];
  });
  const whole = all.map(({ venture, inside }) => room.take(venture, inside, ENCLOSURE_MARGIN));
  return all.flatMap(({ venture, inside, group }, i) => {
    const outlines = whole[i] ? [whole[i]] : inside.flatMap((box) => alone(room.take(venture, [box], ALONE_MARGIN)));
    return group ? outlines.map((outline) => named(outline, group)) : outlines;
  });
}

/** The name of an open group stands in the upper edge of its outline, no wider than that is. */
function named(outline: SceneEnclosure, { name, colour }: NonNullable<Enclosing['group']>): SceneEnclosure {
  const { minX, maxX, minY } = boundsOfPoints(outline.corners);
  const text = clipText(name, 'nameCompact', Math.max(24, maxX - minX));
  const width = Math.ceil(measureText(text, 'nameCompact') * GROUP_LABEL_SCALE) + 8;
  const label: SceneLabel = {
    text, width, height: GROUP_LABEL_HEIGHT, x: Math.round((minX + maxX) / 2),
    y: Math.round(minY - ENCLOSURE_RADIUS - (outline.alone ? GROUP_LABEL_HEIGHT / 2 : 0)),
  };
  return { ...outline, group: { label, ...(colour ? { colour } : {}) } };
}

function alone(enclosure: SceneEnclosure | undefined): SceneEnclosure[] {
  return enclosure ? [{ ...enclosure, alone: true }] : [];
}

/** The ventures of an input whose boxes are outlined one by one, since an enclosure around them would touch others. O(n log n). */
export function outlinedApart(input: SceneInput): ReadonlySet<string> {
  const { enclosures: enclosing = [] } = input;
  if (enclosing.length === 0) return NONE;
  const whole = new Set(enclosuresOf(enclosing, sceneBoxes(input)).filter((e) => !e.alone).map((e) => e.venture));
  return new Set(enclosing.filter((e) => !e.group).map((e) => e.venture).filter((venture) => !whole.has(venture)));
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

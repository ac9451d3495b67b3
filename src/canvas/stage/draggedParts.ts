import type { Position } from '../../model';
import { pointAt, routeLines, type Curve, type Scene, type SceneBox, type SceneLine } from '../../drawing';
import type { Lifted } from './stage';
import type { PartIds } from './visibleParts';

/** Up to this many boxes a dragged line still bends around the others, as it will when it is let go. */
const BENDING = 400;

/** The boxes that are dragged and the lines at them: what is left out of the picture below. */
export function draggedIds(scene: Scene, moved: ReadonlyMap<string, Position>): PartIds {
  const touching = scene.lines.filter((l) => moved.has(l.from) || moved.has(l.to));
  return { entities: new Set(moved.keys()), relationships: new Set(touching.map((l) => l.relationship)) };
}

/**
 * What a drag lifts: the dragged boxes where they are now and the lines at them, drawn anew with their labels at the same
 * part of their way. Where labels find room is decided when the drag ends.
 */
export function draggedParts(scene: Scene, moved: ReadonlyMap<string, Position>): Lifted {
  const at = (b: SceneBox): SceneBox => (moved.has(b.entity) ? { ...b, ...moved.get(b.entity)! } : b);
  const touching = scene.lines.filter((l) => moved.has(l.from) || moved.has(l.to));
  const ends = new Set(touching.flatMap((l) => [l.from, l.to]));
  const placed = new Map(
    scene.boxes.filter((b) => scene.boxes.length <= BENDING || ends.has(b.entity) || moved.has(b.entity)).map((b) => [b.entity, at(b)]),
  );
  const ways = routeLines(touching.map(({ relationship: id, from, to }) => ({ id, from, to })), placed);
  return {
    boxes: scene.boxes.filter((b) => moved.has(b.entity)).map(at),
    lines: touching.map((l) => rerouted(l, ways.get(l.relationship)!)),
    veiled: false,
  };
}

function rerouted(line: SceneLine, way: Curve): SceneLine {
  const moved = carriedAlong(line, way);
  const label = line.label && { ...line.label, ...moved(line.label) };
  const mark = line.mark && (line.label ? beside(line.mark, line.label, label!) : moved(line.mark));
  return { ...line, start: way.start, end: way.end, control: way.control, label, mark };
}

const STEPS = 16;

/** Takes what stood at a part of the old way to the same part of the new one. */
function carriedAlong(old: Curve, now: Curve): (at: Position) => Position {
  return (at) => {
    const distances = Array.from({ length: STEPS + 1 }, (_, i) => {
      const p = pointAt(old, i / STEPS);
      return Math.hypot(p.x - at.x, p.y - at.y);
    });
    const { x, y } = pointAt(now, distances.indexOf(Math.min(...distances)) / STEPS);
    return { x, y };
  };
}

function beside(mark: Position, was: Position, is: Position): Position {
  return { x: is.x + mark.x - was.x, y: is.y + mark.y - was.y };
}

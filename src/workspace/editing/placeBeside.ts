import type { Position } from '../../model';

/** How far apart the middles of two boxes must be, along either axis, for neither to lie on the other. */
const WIDTH = 210;
const HEIGHT = 84;
/** How many rings around the anchor are looked at; beyond them there is room for sure. */
const MOST_RINGS = 400;

/**
 * Free places for newcomers around an anchor, at once and the same every time: the nearest in rings around it, to the right first. The
 * careful layout is a matter of seconds, and a line that was entered is to be seen now. Cost O(newcomers · places looked at · boxes).
 */
export function placeBeside(taken: Iterable<Position>, anchor: Position | undefined, newcomers: readonly string[]): Map<string, Position> {
  const boxes = [...taken];
  const placed = new Map<string, Position>();
  for (const id of newcomers) {
    const at = freePlace(boxes, placed.size === 0 || anchor ? (anchor ?? { x: 0, y: 0 }) : [...placed.values()][0]!);
    placed.set(id, at);
    boxes.push(at);
  }
  return placed;
}

function freePlace(boxes: readonly Position[], { x, y }: Position): Position {
  const free = (at: Position) => boxes.every((box) => Math.abs(box.x - at.x) >= WIDTH || Math.abs(box.y - at.y) >= HEIGHT);
  if (free({ x, y })) return { x, y };
  for (let ring = 1; ring < MOST_RINGS; ring += 1) {
    const steps = 8 * ring;
    for (let step = 0; step < steps; step += 1) {
      const angle = (2 * Math.PI * step) / steps;
      const at = { x: Math.round(x + Math.cos(angle) * ring * 1.25 * WIDTH), y: Math.round(y + Math.sin(angle) * ring * 1.6 * HEIGHT) };
      if (free(at)) return at;
    }
  }
  return { x: Math.max(...boxes.map((b) => b.x)) + WIDTH, y };
}

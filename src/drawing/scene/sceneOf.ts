import type { Rect, Scene, SceneArrow, SceneBox, SceneEnclosure, SceneLine } from '../scene';
import { boundsOfPoints, flatten } from '../geometry';
import type { SceneInput } from './buildScene';
import { enclosuresOf } from './enclosures';
import { sceneArrows } from './sceneArrows';
import { withEmphasis } from './withEmphasis';

/** Boxes and lines as the scene of an input: enclosures drawn around them, bounds taken, emphasis given. O(n + m). */
export function sceneOf(
  { enclosures: enclosing = [], arrows: given = [], emphasis }: SceneInput, boxes: readonly SceneBox[], lines: readonly SceneLine[],
): Scene {
  const enclosures = enclosuresOf(enclosing, boxes);
  const arrows = sceneArrows(given, boxes);
  const scene = {
    bounds: sceneBounds(boxes, lines, enclosures, arrows), boxes: [...boxes], lines: [...lines],
    ...(enclosures.length > 0 ? { enclosures } : {}), ...(arrows.length > 0 ? { arrows } : {}),
  };
  return emphasis ? withEmphasis(scene, emphasis) : scene;
}

/** Room around all that is drawn: the highlighter, a pin, the width of a line. */
const MARGIN = 24;

/** The smallest rectangle around boxes, lines, labels and marks, with a margin of 24 units; empty scenes get a margin's square. */
function sceneBounds(
  boxes: readonly SceneBox[], lines: readonly SceneLine[], enclosures: readonly SceneEnclosure[], arrows: readonly SceneArrow[],
): Rect {
  const corners = [...boxes, ...[...lines, ...arrows].flatMap((l) => (l.label ? [l.label] : []))].flatMap(({ x, y, width, height }) => [
    { x: x - width / 2, y: y - height / 2 },
    { x: x + width / 2, y: y + height / 2 },
  ]);
  const points = [
    ...corners, ...enclosures.flatMap((e) => e.corners), ...arrows.flatMap((a) => [a.start, a.end]),
     ...lines.flatMap((l) => [...flatten(l), ...(l.mark ? [l.mark] : [])]),
  ];
  if (points.length === 0) return { x: -MARGIN, y: -MARGIN, width: 2 * MARGIN, height: 2 * MARGIN };
  const { minX, minY, maxX, maxY } = boundsOfPoints(points);
  const [x, y] = [Math.floor(minX - MARGIN), Math.floor(minY - MARGIN)];
  return { x, y, width: Math.ceil(maxX + MARGIN) - x, height: Math.ceil(maxY + MARGIN) - y };
}

import type { Scene, SceneBox, SceneLine } from '../scene';
import type { SceneInput } from './buildScene';
import { enclosuresOf } from './enclosures';
import { sceneBounds } from './sceneBounds';
import { withEmphasis } from './withEmphasis';

/** Boxes and lines as the scene of an input: enclosures drawn around them, bounds taken, emphasis given. O(n + m). */
export function sceneOf(
  { enclosures: enclosing = [], emphasis }: SceneInput, boxes: readonly SceneBox[], lines: readonly SceneLine[],
): Scene {
  const enclosures = enclosuresOf(enclosing, boxes);
  const scene = {
    bounds: sceneBounds(boxes, lines, enclosures), boxes: [...boxes], lines: [...lines], ...(enclosures.length > 0 ? { enclosures } : {}),
  };
  return emphasis ? withEmphasis(scene, emphasis) : scene;
}

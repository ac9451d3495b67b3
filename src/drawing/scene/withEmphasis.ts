import type { Scene, SceneBox, SceneEmphasis, SceneLine } from '../scene';
import { emphasisOf } from './buildScene';

/**
 * The same scene with something else stressed: what `buildScene` would give for this emphasis, without placing anything
 * again. Boxes and lines that look the same stay the same objects. O(n + m).
 */
export function withEmphasis(scene: Scene, emphasis: SceneEmphasis): Scene {
  const stress = emphasisOf(emphasis);
  return {
    bounds: scene.bounds,
    boxes: scene.boxes.map((b) => stressed<SceneBox>(b, stress.entity(b.entity), stress.selected('entity', b.entity))),
    lines: scene.lines.map((l) => stressed<SceneLine>(l, stress.relationship(l.relationship), stress.selected('relationship', l.relationship))),
  };
}

function stressed<T extends SceneBox | SceneLine>(thing: T, emphasis: T['emphasis'], selected: boolean): T {
  return thing.emphasis === emphasis && thing.selected === selected ? thing : { ...thing, emphasis, selected };
}

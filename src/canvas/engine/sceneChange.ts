import type { Scene, SceneBox } from '../../drawing';

/** What must be done to the nodes that stand for the boxes of one scene so that they stand for those of another. */
interface SceneChange {
  readonly added: readonly SceneBox[];
  readonly moved: readonly SceneBox[];
  readonly resized: readonly SceneBox[];
  readonly removed: readonly string[];
}

/**
 * Compares two scenes by what a hand can take hold of: boxes, their places and sizes. What only looks different (emphasis,
 * selection, a name) is no change here. Cost: O(boxes before + after).
 */
export function sceneChange(before: Scene | undefined, after: Scene): SceneChange {
  const old = new Map(before?.boxes.map((b) => [b.entity, b]));
  const now = new Set(after.boxes.map((b) => b.entity));
  const kept = after.boxes.filter((b) => old.has(b.entity));
  return {
    added: after.boxes.filter((b) => !old.has(b.entity)),
    moved: kept.filter((b) => hasMoved(old.get(b.entity)!, b)),
    resized: kept.filter((b) => hasResized(old.get(b.entity)!, b)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
  };
}

const hasMoved = (a: SceneBox, b: SceneBox) => a.x !== b.x || a.y !== b.y;
const hasResized = (a: SceneBox, b: SceneBox) => a.width !== b.width || a.height !== b.height;

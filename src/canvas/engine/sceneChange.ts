import type { Scene, SceneBox, SceneLine } from '../../drawing/scene';

/** What must be done to the elements that stand for one scene so that they stand for another. */
export interface SceneChange {
  readonly addedBoxes: readonly SceneBox[];
  readonly movedBoxes: readonly SceneBox[];
  readonly resizedBoxes: readonly SceneBox[];
  readonly removedBoxes: readonly string[];
  readonly addedLines: readonly SceneLine[];
  readonly bentLines: readonly SceneLine[];
  readonly removedLines: readonly string[];
}

const EMPTY: Scene = { bounds: { x: 0, y: 0, width: 0, height: 0 }, boxes: [], lines: [] };

/**
 * Compares two scenes by the parts that a pointer can feel: places, sizes, ends and bends. What only looks different
 * (emphasis, selection, status) is no change here. A line whose ends changed is removed and added. O(before + after).
 */
export function sceneChange(before: Scene = EMPTY, after: Scene): SceneChange {
  const oldBoxes = new Map(before.boxes.map((b) => [b.entity, b]));
  const oldLines = new Map(before.lines.map((l) => [l.relationship, l]));
  const known = after.boxes.filter((b) => oldBoxes.has(b.entity));
  const movedBoxes = known.filter((b) => hasMoved(oldBoxes.get(b.entity)!, b));
  const moved = new Set(movedBoxes.map((b) => b.entity));
  const kept = after.lines.filter((l) => sameEnds(oldLines.get(l.relationship), l));
  const keptIds = new Set(kept.map((l) => l.relationship));
  const newBoxes = new Set(after.boxes.map((b) => b.entity));
  return {
    addedBoxes: after.boxes.filter((b) => !oldBoxes.has(b.entity)),
    movedBoxes,
    resizedBoxes: known.filter((b) => hasResized(oldBoxes.get(b.entity)!, b)),
    removedBoxes: before.boxes.filter((b) => !newBoxes.has(b.entity)).map((b) => b.entity),
    addedLines: after.lines.filter((l) => !keptIds.has(l.relationship)),
    bentLines: kept.filter((l) => hasBent(oldLines.get(l.relationship)!, l) || (l.control !== undefined && (moved.has(l.from) || moved.has(l.to)))),
    removedLines: before.lines.filter((l) => !keptIds.has(l.relationship)).map((l) => l.relationship),
  };
}

const hasMoved = (a: SceneBox, b: SceneBox) => a.x !== b.x || a.y !== b.y;
const hasResized = (a: SceneBox, b: SceneBox) => a.width !== b.width || a.height !== b.height;
const sameEnds = (a: SceneLine | undefined, b: SceneLine) => a !== undefined && a.from === b.from && a.to === b.to;
const hasBent = (a: SceneLine, b: SceneLine) => a.control?.x !== b.control?.x || a.control?.y !== b.control?.y || a.width !== b.width;

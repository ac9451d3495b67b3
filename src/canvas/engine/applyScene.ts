import type { Core, ElementDefinition } from 'cytoscape';
import type { Scene, SceneBox } from '../../drawing';

/** Brings cytoscape's nodes from one scene to another in a batch, touching only what a hand can feel. */
export function applyScene(cy: Core, before: Scene | undefined, after: Scene): void {
  const { added, moved, resized, removed } = sceneChange(before, after);
  cy.batch(() => {
    for (const id of removed) cy.getElementById(id).remove();
    for (const box of resized) cy.getElementById(box.entity).data({ width: box.width, height: box.height });
    for (const box of moved) cy.getElementById(box.entity).position({ x: box.x, y: box.y });
    cy.add(added.map(nodeOf));
  });
}

/** An entity's id may hold characters that mean something in a selector, so nodes are looked up with `getElementById` alone. */
function nodeOf(box: SceneBox): ElementDefinition {
  return { group: 'nodes', data: { id: box.entity, width: box.width, height: box.height }, position: { x: box.x, y: box.y } };
}

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

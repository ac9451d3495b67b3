import type { Core } from 'cytoscape';
import type { Scene } from '../../drawing';
import { nodeOf } from './elements';
import { sceneChange } from './sceneChange';

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

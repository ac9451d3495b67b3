import type { Core } from 'cytoscape';
import type { Scene } from '../../drawing/scene';
import { bendOf, edgeId, edgeOf, nodeId, nodeOf } from './elements';
import { sceneChange } from './sceneChange';

/** Brings cytoscape's elements from one scene to another in a batch, touching only what a pointer can feel. */
export function applyScene(cy: Core, before: Scene | undefined, after: Scene): void {
  const change = sceneChange(before, after);
  const boxes = new Map(after.boxes.map((b) => [b.entity, b]));
  const centreOf = (entity: string) => boxes.get(entity)!;
  cy.batch(() => {
    for (const id of change.removedLines) cy.getElementById(edgeId(id)).remove();
    for (const id of change.removedBoxes) cy.getElementById(nodeId(id)).remove();
    for (const box of change.resizedBoxes) cy.getElementById(nodeId(box.entity)).data({ width: box.width, height: box.height });
    for (const box of change.movedBoxes) cy.getElementById(nodeId(box.entity)).position({ x: box.x, y: box.y });
    for (const line of change.bentLines) cy.getElementById(edgeId(line.relationship)).data(bendOf(line, centreOf)).toggleClass('curved', line.control !== undefined);
    cy.add([...change.addedBoxes.map(nodeOf), ...change.addedLines.map((line) => edgeOf(line, centreOf))]);
  });
  cy.forceRender();
}

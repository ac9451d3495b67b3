import type { Core } from 'cytoscape';

/**
 * Several entities are selected by shift-click or by spanning a rectangle, for which cytoscape has the hand; what is selected is
 * the workspace's to keep, and cytoscape's own selection follows it, so that they are dragged together. Tells of each change that
 * a hand makes, once for all that come together.
 */
export function listenToMultiSelection(cy: Core, changed: (entities: readonly string[]) => void): void {
  let told = false;
  const tell = () => {
    told = false;
    changed(cy.nodes().filter((n) => n.selected()).map((n) => n.id()));
  };
  cy.on('select unselect', 'node', () => {
    if (!told) queueMicrotask(tell);
    told = true;
  });
}

/** Brings cytoscape's own selection in step with what is selected. */
export function selectExactly(cy: Core, entities: ReadonlySet<string>): void {
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      if (node.selected() === entities.has(node.id())) return;
      if (node.selected()) node.unselect();
      else node.select();
    });
  });
}

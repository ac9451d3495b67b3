import type { Core } from 'cytoscape';

/**
 * Several entities are gathered by shift-click or by spanning a rectangle; cytoscape's own selection keeps them, so that
 * they are dragged together. Tells of each change of the gathered set.
 */
export function listenToGathering(cy: Core, changed: (entities: ReadonlySet<string>) => void): void {
  let told = false;
  const tell = () => {
    told = false;
    changed(gathered(cy));
  };
  cy.on('select unselect remove', 'node', () => {
    if (!told) queueMicrotask(tell);
    told = true;
  });
}

/** The gathered entities. */
export function gathered(cy: Core): ReadonlySet<string> {
  return new Set(cy.nodes().filter((n) => n.selected()).map((n) => n.id()));
}

/** Lets go of all gathered entities but one: something was selected elsewhere. */
export function gatherOnly(cy: Core, entity: string | undefined): void {
  const keep = entity === undefined ? undefined : cy.getElementById(entity);
  if (keep?.selected()) return;
  cy.batch(() => {
    cy.nodes().unselect();
    keep?.select();
  });
}

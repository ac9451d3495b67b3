import type { Core, EventObject, NodeSingular } from 'cytoscape';
import type { Position } from '../../model';

interface DragListener {
  /** Where the dragged entities are now; called for each step of the pointer. */
  drag(moved: Map<string, Position>): void;
  /** They were let go here, all of them at once. */
  drop(moved: Map<string, Position>): void;
}

/** Turns cytoscape's events, one for each dragged element, into one drag of all of them. */
export function listenToDrag(cy: Core, listener: DragListener): void {
  const held = new Map<string, NodeSingular>();
  const freed = new Map<string, Position>();
  const places = () => new Map([...held].map(([id, node]) => [id, { ...node.position() }]));
  cy.on('grab', 'node', ({ target }: EventObject) => void held.set(target.id(), target));
  cy.on('drag', 'node', () => listener.drag(places()));
  cy.on('free', 'node', ({ target }: EventObject) => void held.delete(target.id()));
  cy.on('dragfree', 'node', ({ target }: EventObject) => {
    if (freed.size === 0) queueMicrotask(drop);
    freed.set(target.id(), rounded(target.position()));
  });
  const drop = () => {
    const moved = new Map(freed);
    freed.clear();
    listener.drop(moved);
  };
}

/** Boxes stand on whole units, so that outlines are sharp and snapshots are short. */
function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}

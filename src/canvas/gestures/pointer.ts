import type { Core, EventObject } from 'cytoscape';
import type { ArrowEnd, Position, Selection } from '../../model';
import type { Scene } from '../../drawing';
import { arrowAt, REACH, relationshipAt } from '../stage/partAt';

/** What a hand on the chart asks for. */
export interface Gestures {
  /** A click: on something, or on nothing. */
  select(selection: Selection | undefined): void;
  /** Whether a first click changes the page so that a second one may land elsewhere; then it counts once no second one came. */
  waitsForSecondClick(): boolean;
  /** The pointer came to rest on something, or left; `at` is in CSS px from the container's corner. */
  point(selection: Selection | undefined, at: Position): void;
  /** A double click on an entity. */
  unfold(entity: string): void;
  /** A press on an arrow that was drawn by hand. */
  openArrow(arrow: string): void;
  /** A press on a note. */
  openNote(note: string): void;
  /** A double click on the ground, in the units of the chart. */
  add(at: Position): void;
  /** Entities were dragged to new places. */
  move(positions: ReadonlyMap<string, Position>): void;
  /** A hand drew from one entity to another. */
  tie(from: string, to: string): void;
  /** A hand drew from the ground, or to it, in the units of the chart. */
  drawArrow(from: ArrowEnd, to: ArrowEnd): void;
  /** A hand selected these entities, and no others. */
  selectSeveral(entities: readonly string[]): void;
  /** A right click or a long press, on something or on nothing. */
  menu(request: MenuRequest): void;
}

interface MenuRequest {
  readonly target: Selection | undefined;
  /** In CSS px from the upper left corner of the window. */
  readonly at: Position;
}

/** Turns cytoscape's pointer events into what they ask for. */
export function listenToPointer(cy: Core, scene: () => Scene | undefined, gestures: Gestures): void {
  const selectionAt = (event: EventObject): Selection | undefined => selectionOf(cy, scene(), event);
  let waiting = false;
  cy.on('tap', (event) => {
    const selection = selectionAt(event);
    const arrow = selection === undefined ? arrowUnder(cy, scene(), event) : undefined;
    if (arrow !== undefined) return gestures.openArrow(arrow);
    waiting = selection?.kind === 'entity' && gestures.waitsForSecondClick();
    if (!waiting && !addsToSelection(event)) gestures.select(selection);
  });
  cy.on('onetap', (event) => {
    if (waiting && !addsToSelection(event)) gestures.select(selectionAt(event));
  });
  cy.on('dbltap', 'node', ({ target }: EventObject) => gestures.unfold(target.id()));
  cy.on('dbltap', (event) => {
    const { x, y } = event.position;
    if (event.target === cy && selectionAt(event) === undefined) gestures.add({ x: Math.round(x), y: Math.round(y) });
  });
  listenToHover(cy, selectionAt, gestures);
  cy.on('cxttap taphold', (event) => {
    if (event.type === 'taphold' && !isTouch(event)) return;
    gestures.menu(menuRequest(cy, selectionAt(event), event));
  });
}

/** Tells of each change of what is under the pointer, while no button is held. */
function listenToHover(cy: Core, selectionAt: (event: EventObject) => Selection | undefined, { point }: Gestures): void {
  let over: Selection | undefined;
  const tell = (next: Selection | undefined, at: Position) => {
    if (over?.kind === next?.kind && over?.id === next?.id) return;
    point((over = next), at);
  };
  cy.on('mousemove', (event) => {
    if (!(event.originalEvent instanceof MouseEvent) || event.originalEvent.buttons === 0) tell(selectionAt(event), event.renderedPosition);
  });
  cy.on('grab scrollzoom dragpan', (event) => tell(undefined, event.renderedPosition ?? { x: 0, y: 0 }));
  const leave = () => tell(undefined, { x: 0, y: 0 });
  const container = cy.container()!;
  container.addEventListener('mouseleave', leave);
  cy.on('destroy', () => container.removeEventListener('mouseleave', leave));
}

function selectionOf(cy: Core, scene: Scene | undefined, event: EventObject): Selection | undefined {
  const { target, position } = event;
  if (target !== cy) return { kind: 'entity', id: target.id() };
  const reach = (isTouch(event) ? REACH.touch : REACH.mouse) / cy.zoom();
  const id = scene && position && relationshipAt(scene, position, reach);
  return id === undefined ? undefined : { kind: 'relationship', id };
}

function arrowUnder(cy: Core, scene: Scene | undefined, event: EventObject): string | undefined {
  return scene && event.position && arrowAt(scene, event.position, (isTouch(event) ? REACH.touch : REACH.mouse) / cy.zoom());
}

function menuRequest(cy: Core, target: Selection | undefined, event: EventObject): MenuRequest {
  const corner = cy.container()!.getBoundingClientRect();
  return { target, at: { x: corner.left + event.renderedPosition.x, y: corner.top + event.renderedPosition.y } };
}

function isTouch({ originalEvent }: EventObject): boolean {
  return (originalEvent as Event | undefined)?.type.startsWith('touch') ?? false;
}

/** Shift and its like add to what is selected; that is no question for the inspector. */
function addsToSelection({ originalEvent }: EventObject): boolean {
  const { shiftKey = false, ctrlKey = false, metaKey = false } = (originalEvent ?? {}) as Partial<MouseEvent>;
  return shiftKey || ctrlKey || metaKey;
}

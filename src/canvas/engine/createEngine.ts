import cytoscape from 'cytoscape';
import { paintWith, SCENE_RENDERER, type Surface } from './sceneRenderer';

export const ZOOM_LIMITS = { min: 0.05, max: 4 } as const;

/** What a pointer has to find. Colours, texts and lines are the stage's. */
const GEOMETRY: cytoscape.StylesheetJson = [
  { selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)' } },
];

/**
 * cytoscape on an element, with the gestures it brings and the given surface in place of its own painter. The element must
 * be positioned and keep its parent (cytoscape dies when it leaves it), and what is painted must be inside it. A strict
 * content security policy refuses the one style sheet that cytoscape would add to the page, which says that the element is
 * positioned; it adds none where something with that sheet's id stands already, so something does.
 */
export function createEngine(container: HTMLElement, surface: Surface): cytoscape.Core {
  standInForStyleSheet(container.ownerDocument);
  paintWith(container, surface);
  const options: cytoscape.CytoscapeOptions & { renderer: { name: string } } = {
    container,
    style: GEOMETRY,
    renderer: { name: SCENE_RENDERER },
    layout: { name: 'null' },
    minZoom: ZOOM_LIMITS.min,
    maxZoom: ZOOM_LIMITS.max,
    boxSelectionEnabled: true,
    selectionType: 'single',
  };
  return cytoscape(options);
}

const SHEET_ID = '__________cytoscape_stylesheet';

function standInForStyleSheet(document: Document): void {
  if (document.getElementById(SHEET_ID)) return;
  const standIn = document.createElement('meta');
  standIn.id = SHEET_ID;
  document.head.append(standIn);
}

import cytoscape from 'cytoscape';
import { paintWith, SCENE_RENDERER, type Surface } from './sceneRenderer';

export const ZOOM_LIMITS = { min: 0.05, max: 4 } as const;

/** What a pointer has to find. Colours, texts and lines are the stage's. */
const GEOMETRY: cytoscape.StylesheetJson = [{ selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)' } }];

/**
 * cytoscape in a layer of its own over the container, with the gestures it brings and the given surface in place of its
 * own painter. cytoscape dies when its element leaves its parent, so the layer lets the container be moved about. A strict
 * content security policy refuses the one style sheet that it would add to the page (`position: relative` for its
 * element); it adds none where an element with that sheet's id stands already, so one does.
 */
export function createEngine(container: HTMLElement, surface: Surface): cytoscape.Core {
  const layer = container.ownerDocument.createElement('div');
  Object.assign(layer.style, { position: 'absolute', inset: '0' });
  container.append(layer);
  standInForStyleSheet(container.ownerDocument);
  paintWith(layer, surface);
  const options: cytoscape.CytoscapeOptions & { renderer: { name: string } } = {
    container: layer,
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

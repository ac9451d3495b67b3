import cytoscape from 'cytoscape';

/** What paints when cytoscape says that a frame is due. */
export interface Surface {
  /** The container has another size, in CSS px. */
  resize(width: number, height: number): void;
  /** `moving`: the camera is in a hand right now, so speed counts for more than sharpness. */
  render(frame: Frame): void;
}

export interface Frame {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
  readonly moving: boolean;
  /** The rectangle that a box selection spans, in chart units; absent while there is none. */
  readonly rubberBand?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** The fields of cytoscape's base renderer that a renderer of one's own reads; its typings leave renderers out. */
interface RendererSelf {
  data: Record<string, unknown>;
  cy: cytoscape.Core;
  container: HTMLElement;
  options: { surface?: Surface };
  /** Corners of the box selection, and 1 at the end while it is drawn. */
  selection: [number | undefined, number | undefined, number | undefined, number | undefined, number];
  pinching?: boolean;
  swipePanning?: boolean;
  hoverData: { dragging?: boolean };
}

export const SCENE_RENDERER = 'throughline-scene';

const surfaces = new WeakMap<HTMLElement, Surface>();

/** Names the surface that paints for a container; to be called before cytoscape is created on it. */
export function paintWith(container: HTMLElement, surface: Surface): void {
  surfaces.set(container, surface);
}

function SceneRenderer(this: RendererSelf): void {
  this.data = {};
}

const noop = (): void => undefined;

SceneRenderer.prototype = {
  /** cytoscape keeps three canvases and says which is stale; there is one here, and every frame is a whole one. */
  redrawHint: noop,
  matchCanvasSize(this: RendererSelf): void {
    surfaces.get(this.container)?.resize(this.cy.width(), this.cy.height());
  },
  render(this: RendererSelf): void {
    surfaces.get(this.container)?.render(frameOf(this));
    this.cy.emit('render');
  },
  /** Pictures are made by `drawing`, never by asking the chart. */
  renderTo: noop,
  nodeShapeImpl: noop,
  arrowShapeImpl: () => noop,
};

function frameOf(r: RendererSelf): Frame {
  const moving = Boolean(r.pinching || r.swipePanning || r.hoverData.dragging || r.data['wheelZooming'] || r.cy.animated());
  const [x1, y1, x2, y2, spanning] = r.selection;
  const frame = { zoom: r.cy.zoom(), pan: { ...r.cy.pan() }, moving };
  if (spanning !== 1 || x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return frame;
  return { ...frame, rubberBand: { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) } };
}

type RegisterRenderer = (type: 'renderer', name: string, renderer: unknown) => void;
(cytoscape as unknown as RegisterRenderer)('renderer', SCENE_RENDERER, SceneRenderer);

import { xmlOpening, type Position, type Properties } from '../../model';

const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/;
const NODE_SHAPES: ReadonlySet<unknown> = new Set(['disc', 'triangle', 'square', 'diamond', 'star', 'pentagon', 'hexagon', 'cross']);
const EDGE_SHAPES: ReadonlySet<unknown> = new Set(['solid', 'dotted', 'dashed', 'double']);

/** Whether a property called viz.… is one that is written as an element of viz and read back as it is. */
export function isVizProperty(name: string, value: Properties[string], of: 'node' | 'edge'): boolean {
  if (name === 'viz.color') return typeof value === 'string' && COLOUR.test(value) && !value.endsWith('ff', 9);
  if (name === 'viz.shape') return (of === 'node' ? NODE_SHAPES : EDGE_SHAPES).has(value);
  return name === (of === 'node' ? 'viz.size' : 'viz.thickness') && typeof value === 'number' && value >= 0;
}

/** Colour, position (y upwards), size, shape and thickness as elements of viz. */
export function writeAppearance(properties: Properties, position: Position | undefined): string[] {
  const { 'viz.color': colour, 'viz.size': size, 'viz.thickness': thickness, 'viz.shape': shape } = properties;
  return [
    ...(typeof colour === 'string' ? writeColour(colour) : []),
    ...(position ? [`${xmlOpening('viz:position', { x: position.x, y: position.y === 0 ? 0 : -position.y, z: 0 })}/>`] : []),
    ...(typeof size === 'number' && size >= 0 ? [`${xmlOpening('viz:size', { value: size })}/>`] : []),
    ...(typeof thickness === 'number' && thickness >= 0 ? [`${xmlOpening('viz:thickness', { value: thickness })}/>`] : []),
    ...(NODE_SHAPES.has(shape) || EDGE_SHAPES.has(shape) ? [`${xmlOpening('viz:shape', { value: shape as string })}/>`] : []),
  ];
}

function writeColour(colour: string): string[] {
  const parts = COLOUR.exec(colour);
  if (!parts) return [];
  const [r, g, b, a] = parts.slice(1).map((part) => (part === undefined ? undefined : parseInt(part, 16)));
  return [`${xmlOpening('viz:color', { r, g, b, a: a === undefined ? undefined : Number((a / 255).toFixed(4)) })}/>`];
}

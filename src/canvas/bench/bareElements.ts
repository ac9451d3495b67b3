import type { ElementDefinition, StylesheetJson } from 'cytoscape';
import { colourOf, light, statusLines, type Scene } from '../../drawing';

/** The elements of a scene as anyone would give them to cytoscape alone: everything that is looked at is data or style. */
export function bareElements(scene: Scene): ElementDefinition[] {
  const nodes = scene.boxes.map((b) => ({
    data: {
      id: `e:${b.entity}`, label: [...b.name, ...(b.subtitle === undefined ? [] : [b.subtitle])].join('\n'), width: b.width,
      height: b.height,
    },
    position: { x: b.x, y: b.y },
  }));
  const edges = scene.lines.map((l) => ({
    data: {
      id: `r:${l.relationship}`, source: `e:${l.from}`, target: `e:${l.to}`, label: l.label?.text ?? '', width: l.width,
      colour: colourOf(light, l.family), arrow: l.arrow ? 'triangle' : 'none',
    },
    classes: statusLines[l.status].dash.length > 0 ? 'dashed' : '',
  }));
  return [...nodes, ...edges];
}

/** Boxes with names and lines with labels, arrows and dashes, as near to the product's look as cytoscape's own style comes. */
export const bareStyle = [
  {
    selector: 'node',
    style: {
      shape: 'round-rectangle',
      width: 'data(width)',
      height: 'data(height)',
      label: 'data(label)',
      'text-wrap': 'wrap',
      'text-valign': 'center',
      'text-halign': 'center',
      'font-size': 12,
      'font-family': 'sans-serif',
      'font-weight': 600,
      color: light.ink,
      'background-color': light.box,
      'border-color': light.ink,
      'border-width': 1.25,
    },
  },
  {
    selector: 'edge',
    style: {
      'curve-style': 'bezier', width: 'data(width)', 'line-color': 'data(colour)', 'target-arrow-color': 'data(colour)',
      'target-arrow-shape': 'data(arrow)', label: 'data(label)', 'font-size': 11, 'font-family': 'sans-serif', color: 'data(colour)',
      'text-background-color': light.paper, 'text-background-opacity': 1, 'text-background-padding': '2px',
    },
  },
  { selector: 'edge.dashed', style: { 'line-style': 'dashed' } },
] as unknown as StylesheetJson;

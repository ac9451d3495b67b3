import type { ElementDefinition } from 'cytoscape';
import type { Position } from '../../model';
import type { SceneBox, SceneLine } from '../../drawing/scene';
import { relativeTo } from './controlPoint';

/**
 * cytoscape keeps nodes and edges under one set of ids and gives some characters a meaning in selectors, so ids are
 * prefixed and looked up with `getElementById` alone.
 */
export const nodeId = (entity: string): string => `e:${entity}`;
export const edgeId = (relationship: string): string => `r:${relationship}`;

/** The id in the dataset of a cytoscape element. */
export const recordId = (element: string): string => element.slice(2);

/** What cytoscape needs to know of a box: where it is and how large, so that a pointer finds it. */
export function nodeOf(box: SceneBox): ElementDefinition {
  return { group: 'nodes', data: { id: nodeId(box.entity), width: box.width, height: box.height }, position: { x: box.x, y: box.y } };
}

/** What cytoscape needs to know of a line: its ends and how it bends. */
export function edgeOf(line: SceneLine, centreOf: (entity: string) => Position): ElementDefinition {
  return {
    group: 'edges',
    data: { id: edgeId(line.relationship), source: nodeId(line.from), target: nodeId(line.to), ...bendOf(line, centreOf) },
    classes: line.control ? 'curved' : '',
    selectable: false,
  };
}

/** The bend of a line in cytoscape's terms; `width` is what a pointer must hit. */
export function bendOf(line: SceneLine, centreOf: (entity: string) => Position): { width: number; weight: number; distance: number } {
  const { weight, distance } = line.control ? relativeTo(centreOf(line.from), centreOf(line.to), line.control) : { weight: 0.5, distance: 0 };
  return { width: line.width, weight, distance };
}

import type { ElementDefinition } from 'cytoscape';
import type { SceneBox } from '../../drawing';

/** An entity's id may hold characters that mean something in a selector, so nodes are looked up with `getElementById` alone. */
export function nodeOf(box: SceneBox): ElementDefinition {
  return { group: 'nodes', data: { id: box.entity, width: box.width, height: box.height }, position: { x: box.x, y: box.y } };
}

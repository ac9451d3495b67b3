import type { Selection } from '../../model';
import type { Scene, SceneBox, SceneLine } from '../../drawing';
import { labelled } from './labelled';
import type { Lifted } from './stage';

/** More lines than this at one entity, and only those with room for their labels have them. */
const LABELLED = 12;

/**
 * What hovering lifts out of the rest: an entity with its lines and neighbours, or a relationship with its two ends.
 * Lines whose labels found no room show them now, unless there are too many.
 */
export function hoveredParts(scene: Scene, { kind, id }: Selection, labelOf: (relationship: string) => string | undefined): Lifted | undefined {
  const lines = scene.lines.filter((l) => (kind === 'entity' ? l.from === id || l.to === id : l.relationship === id));
  const entities = new Set(lines.flatMap((l) => [l.from, l.to]));
  if (kind === 'entity') entities.add(id);
  const boxes = scene.boxes.filter((b) => entities.has(b.entity));
  if (boxes.length === 0) return undefined;
  const shown = lines.length <= LABELLED ? lines.map((l) => labelled(l, labelOf)) : lines;
  return { boxes: boxes.map(undimmed), lines: shown.map(undimmed), veil: true };
}

/** What is looked at is never pale for being off the highlighted route. */
function undimmed<T extends SceneBox | SceneLine>(part: T): T {
  return part.emphasis === 'dimmed' ? { ...part, emphasis: 'plain' } : part;
}

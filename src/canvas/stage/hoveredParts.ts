import type { Selection } from '../../model';
import type { Scene, SceneBox, SceneLine } from '../../drawing';
import { labelled } from './labelled';
import type { Lifted } from './stage';

/** More lines than this at one entity, and only those with room for their labels have them. */
const LABELLED = 12;

/**
 * What hovering lifts out of the rest: an entity with its lines and neighbours over a veil, or a relationship's line alone,
 * since a pointer on its way crosses many lines. Lines whose labels found no room show them now, unless there are too many.
 */
export function hoveredParts(
  scene: Scene, { kind, id }: Selection, labelOf: (relationship: string) => string | undefined,
): Lifted | undefined {
  return kind === 'entity' ? hoveredEntity(scene, id, labelOf) : hoveredLine(scene, id, labelOf);
}

function hoveredEntity(scene: Scene, id: string, labelOf: (relationship: string) => string | undefined): Lifted | undefined {
  const lines = scene.lines.filter((l) => l.from === id || l.to === id);
  const entities = new Set([id, ...lines.flatMap((l) => [l.from, l.to])]);
  const boxes = scene.boxes.filter((b) => entities.has(b.entity));
  if (boxes.length === 0) return undefined;
  const shown = lines.length <= LABELLED ? lines.map((l) => labelled(l, labelOf)) : lines;
  return { boxes: boxes.map(undimmed), lines: shown.map(undimmed), veiled: true };
}

/** Drawn as if it were selected: a little wider, and with its words. Its ends are covered by their boxes again. */
function hoveredLine(scene: Scene, id: string, labelOf: (relationship: string) => string | undefined): Lifted | undefined {
  const line = scene.lines.find((l) => l.relationship === id);
  if (!line) return undefined;
  const boxes = scene.boxes.filter((b) => b.entity === line.from || b.entity === line.to);
  return { boxes, lines: [{ ...undimmed(labelled(line, labelOf)), selected: true }], veiled: false };
}

/** What is looked at is never pale for being off the highlighted route. */
function undimmed<T extends SceneBox | SceneLine>(part: T): T {
  return part.emphasis === 'dimmed' ? { ...part, emphasis: 'plain' } : part;
}

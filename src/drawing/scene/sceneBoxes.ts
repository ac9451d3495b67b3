import { hasEnded, type Entity } from '../../model';
import { boxOf, detailFor } from '../geometry';
import type { Detail, SceneBox } from '../scene';
import type { SceneInput } from './buildScene';
import { figuresOf } from './figures';
import { UNSTRESSED } from './withEmphasis';

/** The boxes of all entities that have a position, in the order of the part. O(n). */
export function sceneBoxes(input: SceneInput): SceneBox[] {
  const entities = input.part.entities.filter((e) => input.positions.has(e.id));
  const detail = input.detail ?? detailFor(entities.length);
  const figures = input.shown ? figuresOf(input.shown, entities) : new Map<string, Pick<SceneBox, 'figure' | 'grown'>>();
  return entities.map((e) => grownBy(sceneBox(e, input, detail), figures.get(e.id)));
}

function sceneBox(entity: Entity, { positions, pinned, derived, within, filter }: SceneInput, detail: Detail): SceneBox {
  const { x, y } = positions.get(entity.id)!;
  const joined = within?.get(entity.id)?.length;
  return {
    entity: entity.id,
    type: entity.type,
    ...boxOf(entity, detail),
    x,
    y,
    detail,
    ...UNSTRESSED,
    pinned: pinned?.has(entity.id) ?? false,
    ended: hasEnded(entity, filter?.period),
    ...(joined === undefined ? {} : { joined }),
    ...derived?.get(entity.id),
  };
}

function grownBy(box: SceneBox, looks: Pick<SceneBox, 'figure' | 'grown'> | undefined): SceneBox {
  const { grown = 0 } = looks ?? {};
  return looks ? { ...box, ...looks, width: box.width + 2 * grown, height: box.height + 2 * grown } : box;
}

import { hasEnded, type Entity } from '../../model';
import type { DrawnGroup } from '../derived';
import { boxOf, detailFor } from '../geometry';
import type { BoxLooks, Detail, SceneBox } from '../scene';
import type { SceneInput, SceneLooksInput } from './buildScene';
import { figuresOf } from './figures';
import { UNSTRESSED } from './withEmphasis';

/** The boxes of all entities that have a position, in the order of the part. O(n). */
export function sceneBoxes(input: SceneInput): SceneBox[] {
  const entities = input.part.entities.filter((e) => input.positions.has(e.id));
  const detail = input.detail ?? detailFor(entities.length);
  const looksOf = boxLooks(input, entities);
  return entities.map((e) => sceneBox(e, looksOf(e), input, detail));
}

function sceneBox(entity: Entity, looks: BoxLooks, { positions, pinned, derived }: SceneInput, detail: Detail): SceneBox {
  const { x, y } = positions.get(entity.id)!;
  const { grown = 0 } = looks;
  const { width, height, ...texts } = groupOrEntityBox(entity, looks.group, detail);
  return {
    entity: entity.id,
    ...looks,
    ...texts,
    width: width + 2 * grown,
    height: height + 2 * grown,
    x,
    y,
    detail,
    ...UNSTRESSED,
    pinned: pinned?.has(entity.id) ?? false,
    ...derived?.get(entity.id),
  };
}

/** How the boxes of these entities look; a figure is drawn by its part of the largest among them. */
export function boxLooks(
  { shown, within, groups, filter, changes }: SceneLooksInput, entities: readonly Entity[],
): (entity: Entity) => BoxLooks {
  const figures = shown && figuresOf(shown, entities);
  return (entity) => {
    const joined = within?.get(entity.id)?.length;
    const change = changes?.entities.get(entity.id);
    const stands = groups?.get(entity.id);
    return {
      type: entity.type,
      ended: hasEnded(entity, filter?.period),
      ...(joined === undefined ? {} : { joined }),
      ...(change === undefined ? {} : { change }),
      ...(stands ? { group: looksOfGroup(stands) } : {}),
      ...figures?.get(entity.id),
    };
  };
}

function looksOfGroup({ group: { colour }, members, mixed }: DrawnGroup): NonNullable<BoxLooks['group']> {
  return { members: members.length, mixed, ...(colour ? { colour } : {}) };
}

/** The box of a group says how many it stands for; of several types it has the plain shape. */
function groupOrEntityBox(entity: Entity, group: BoxLooks['group'], detail: Detail): ReturnType<typeof boxOf> {
  if (!group) return boxOf(entity, detail);
  const box = boxOf(entity, detail, `group · ${group.members} ${group.members === 1 ? 'entity' : 'entities'}`);
  return group.mixed ? { ...box, shape: 'rounded' } : box;
}

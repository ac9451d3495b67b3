import type { Emphasis, Scene, SceneBox, SceneEmphasis, SceneLine } from '../scene';

/** What everything is before something is stressed. */
export const UNSTRESSED = { emphasis: 'plain', selected: false } as const;

/**
 * The same scene with something else stressed: what `buildScene` would give for this emphasis, without placing anything
 * again. Boxes and lines that look the same stay the same objects. With a route everything off it is dimmed; without one
 * all is plain, what is faint excepted; what is ringed is plain in any case. O(n + m).
 */
export function withEmphasis(scene: Scene, { selection, route, ringed, faint }: SceneEmphasis): Scene {
  const on = { entity: new Set(route?.entities), relationship: new Set(route?.relationships) };
  const rings = new Set(ringed);
  const pale = new Set(faint);
  const emphasis = (kind: 'entity' | 'relationship', id: string): Emphasis =>
    on[kind].has(id)
      ? 'route'
      : kind === 'entity' && rings.has(id)
        ? 'plain'
        : route || (kind === 'entity' && pale.has(id))
          ? 'dimmed'
          : 'plain';
  const selected = (kind: 'entity' | 'relationship', id: string) => selection?.kind === kind && selection.id === id;
  return {
    ...scene,
    boxes: scene.boxes.map((b) =>
      withRing(stressed<SceneBox>(b, emphasis('entity', b.entity), selected('entity', b.entity)), rings.has(b.entity)),
    ),
    lines: scene.lines.map((l) =>
      stressed<SceneLine>(l, emphasis('relationship', l.relationship), selected('relationship', l.relationship)),
    ),
  };
}

function stressed<T extends SceneBox | SceneLine>(thing: T, emphasis: T['emphasis'], selected: boolean): T {
  return thing.emphasis === emphasis && thing.selected === selected ? thing : { ...thing, emphasis, selected };
}

function withRing(box: SceneBox, ring: boolean): SceneBox {
  if ((box.ring ?? false) === ring) return box;
  const { ring: _ring, ...rest } = box;
  return ring ? { ...rest, ring } : rest;
}

/** The same stress where some entities are drawn in another's box; `box` tells in whose. */
export function inBoxes({ selection, route, ringed, faint }: SceneEmphasis, box: (entity: string) => string): SceneEmphasis {
  return {
    ...(selection ? { selection: selection.kind === 'entity' ? { ...selection, id: box(selection.id) } : selection } : {}),
    ...(route ? { route: { ...route, entities: route.entities.map(box) } } : {}),
    ...(ringed ? { ringed: ringed.map(box) } : {}),
    ...(faint ? { faint: faint.filter((id) => box(id) === id) } : {}),
  };
}

import type { Rect, Scene, SceneBox, SceneLine } from '../../drawing';

/** What of a scene meets a rectangle, in the scene's order. */
export interface VisibleParts {
  readonly boxes: readonly SceneBox[];
  readonly lines: readonly SceneLine[];
}

/** How far a highlighter, a label or an arrow head may reach beyond a box or a line's three points, in chart units. */
const REACH = 24;

/** Parts by id. */
export interface PartIds {
  readonly entities: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
}

/** Culls a scene to a rectangle in chart units; `without` leaves parts out. O(boxes + lines), a few comparisons each. */
export function visibleParts(scene: Scene, extent: Rect, without: PartIds = NOTHING): VisibleParts {
  const [left, top, right, bottom] = [
    extent.x - REACH, extent.y - REACH, extent.x + extent.width + REACH, extent.y + extent.height + REACH,
  ];
  const meets = (x1: number, y1: number, x2: number, y2: number) => x1 <= right && x2 >= left && y1 <= bottom && y2 >= top;
  const boxes = scene.boxes.filter(
    (b) => !without.entities.has(b.entity) && meets(b.x - b.width / 2, b.y - b.height / 2, b.x + b.width / 2, b.y + b.height / 2),
  );
  const lines = scene.lines.filter((l) => {
    if (without.relationships.has(l.relationship)) return false;
    const { start: a, end: b, control: c = a } = l;
    return meets(Math.min(a.x, b.x, c.x), Math.min(a.y, b.y, c.y), Math.max(a.x, b.x, c.x), Math.max(a.y, b.y, c.y));
  });
  return { boxes, lines };
}

const NOTHING: PartIds = { entities: new Set(), relationships: new Set() };

import type { ArrowEnd, ChartArrow, Position } from '../../model';
import { leaveOutline } from '../geometry';
import type { SceneArrow, SceneBox } from '../scene';
import { clipText, measureText } from '../text';

/** No text of an arrow is drawn wider, in chart units; all of it is in its sentence. */
const WIDEST = 170;
const TEXT_HEIGHT = 16;
/** Between a box and the end of an arrow at it. */
const AWAY = 6;

/** Arrows drawn by hand, between places or the outlines of boxes; one at a box that is not drawn is not either. O(arrows + boxes). */
export function sceneArrows(arrows: readonly ChartArrow[], boxes: readonly SceneBox[]): SceneArrow[] {
  if (arrows.length === 0) return [];
  const placed = new Map(boxes.map((b) => [b.entity, b]));
  return arrows.flatMap(({ id, from, to, text }) => {
    const [a, b] = [placeOf(from, placed), placeOf(to, placed)];
    if (!a || !b || (a.x === b.x && a.y === b.y)) return [];
    const [start, end] = [leaving(from, a, b, placed), leaving(to, b, a, placed)];
    return [{ id, start, end, ...(text === undefined ? {} : { label: labelOf(text, start, end), text }) }];
  });
}

function placeOf(end: ArrowEnd, boxes: ReadonlyMap<string, SceneBox>): Position | undefined {
  if (!('entity' in end)) return end;
  const box = boxes.get(end.entity);
  return box && { x: box.x, y: box.y };
}

function leaving(end: ArrowEnd, at: Position, towards: Position, boxes: ReadonlyMap<string, SceneBox>): Position {
  const box = 'entity' in end ? boxes.get(end.entity) : undefined;
  if (!box) return at;
  return leaveOutline({ ...box, width: box.width + 2 * AWAY, height: box.height + 2 * AWAY }, at, towards);
}

function labelOf(whole: string, start: Position, end: Position): NonNullable<SceneArrow['label']> {
  const text = clipText(whole, 'nameCompact', WIDEST);
  return {
    text, x: Math.round((start.x + end.x) / 2), y: Math.round((start.y + end.y) / 2), height: TEXT_HEIGHT,
    width: Math.ceil(measureText(text, 'nameCompact')) + 12,
  };
}

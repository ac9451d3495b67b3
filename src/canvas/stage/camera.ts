import type { Position } from '../../model';
import type { Rect } from '../../drawing';

/** Where one looks: chart point p is seen at p · zoom + pan, in CSS px from the container's upper left corner. */
export interface Camera {
  readonly zoom: number;
  readonly pan: Position;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of the chart that a camera shows on a container of this size, `margin` CSS px around it included. */
export function extentOf({ zoom, pan }: Camera, { width, height }: Size, margin = 0): Rect {
  return {
    x: (-pan.x - margin) / zoom, y: (-pan.y - margin) / zoom, width: (width + 2 * margin) / zoom, height: (height + 2 * margin) / zoom,
  };
}

/** No fit enlarges beyond this: a chart of three entities stays a chart. */
export const LARGEST_FIT = 1.2;

/**
 * At this zoom names are about as small as they can be read. A chart that would have to be smaller is shown in part where nobody asked for
 * all of it.
 */
export const READABLE = 0.78;
/** A chart of more boxes than this is a map to look for something on: it is shown whole however small. */
export const READ_WHOLE = 60;

/** Space kept free at each side of a fit, in CSS px: more where something of the panel lies over the chart. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The camera that shows all of a rectangle, centred in what the padding leaves. The pan is whole, so that outlines are sharp. */
export function fitting(bounds: Rect, size: Size, padding: Padding, limits: { min: number; max: number }): Camera {
  const room = {
    width: Math.max(1, size.width - padding.left - padding.right), height: Math.max(1, size.height - padding.top - padding.bottom),
  };
  const wanted = Math.min(room.width / Math.max(1, bounds.width), room.height / Math.max(1, bounds.height), LARGEST_FIT);
  const zoom = Math.max(limits.min, Math.min(limits.max, wanted));
  const across = (start: number, space: number, from: number, extent: number) => Math.round(start + space / 2 - (from + extent / 2) * zoom);
  return {
    zoom,
    pan: { x: across(padding.left, room.width, bounds.x, bounds.width), y: across(padding.top, room.height, bounds.y, bounds.height) },
  };
}

/** The camera that shows just this part of the chart, in the middle where the container has another shape. */
export function showing(part: Rect, size: Size, limits: { min: number; max: number }): Camera {
  const zoom = Math.max(limits.min, Math.min(limits.max, size.width / part.width, size.height / part.height));
  const across = (space: number, from: number, extent: number) => space / 2 - (from + extent / 2) * zoom;
  return { zoom, pan: { x: across(size.width, part.x, part.width), y: across(size.height, part.y, part.height) } };
}

/** The camera moved just so far that a rectangle is inside the padding; the same camera where it is already. */
export function revealing(camera: Camera, target: Rect, size: Size, padding: Padding): Camera {
  const { zoom, pan } = camera;
  const shift = (low: number, high: number, from: number, to: number) => {
    if (high - low > to - from) return (from + to) / 2 - (low + high) / 2;
    return low < from ? from - low : high > to ? to - high : 0;
  };
  const [left, top] = [target.x * zoom + pan.x, target.y * zoom + pan.y];
  const dx = shift(left, left + target.width * zoom, padding.left, size.width - padding.right);
  const dy = shift(top, top + target.height * zoom, padding.top, size.height - padding.bottom);
  return dx === 0 && dy === 0 ? camera : { zoom, pan: { x: Math.round(pan.x + dx), y: Math.round(pan.y + dy) } };
}

/** Whether a rectangle fits inside the padding at a camera's zoom. */
export function hasRoomFor(target: Rect, { zoom }: Camera, size: Size, padding: Padding): boolean {
  return (
    target.width * zoom <= size.width - padding.left - padding.right && target.height * zoom <= size.height - padding.top - padding.bottom
  );
}

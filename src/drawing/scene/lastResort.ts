import { pointAt, type Curve } from '../geometry';
import type { Rect, SceneLabel } from '../scene';
import { fonts } from '../text';

/** Where along its line a label is tried, in this order. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/**
 * Signs alone (footnote numbers, the "?"), of a width in chart units, for a line that found no room for a label: where they cover the least
 * of what stands already. x and y of `taken` are centres. Cost: O(taken).
 */
export function lastResort(way: Curve, width: number, taken: readonly Rect[]): SceneLabel {
  const size = { width: Math.ceil(width) + 2, height: fonts.label.lineHeight - 2 };
  const places = ALONG.map((t) => {
    const { x, y } = pointAt(way, t);
    const place = { x: Math.round(x), y: Math.round(y), ...size };
    return { place, covered: taken.reduce((sum, other) => sum + shared(place, other), 0) };
  });
  const best = places.reduce((a, b) => (b.covered < a.covered ? b : a));
  return { text: '', ...best.place };
}

/** The area that two rectangles share; x and y are their centres. */
function shared(a: Rect, b: Rect): number {
  const across = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  return Math.max(0, Math.min(across, a.width, b.width)) * Math.max(0, Math.min(down, a.height, b.height));
}

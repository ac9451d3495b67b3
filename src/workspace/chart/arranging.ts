import type { Position } from '../../model';

/** How several entities are arranged by hand: on one line, or as far from one another. */
export type Arrangement = 'row' | 'column' | 'across' | 'down';

type Axis = 'x' | 'y';

/** Along which axis the middles of boxes are set, and whether all to one place or in even steps. */
const ALONG: Readonly<Record<Arrangement, readonly [axis: Axis, evenly: boolean]>> = {
  row: ['y', false], column: ['x', false], across: ['x', true], down: ['y', true],
};

/**
 * Places as they are arranged. In a row or column all stand where the middle one of them stood; across and down the outermost two stay, and
 * those between them stand in even steps in the order in which they stood. Of fewer than two, or three, nothing is moved. Cost O(n log n).
 */
export function arranged(places: ReadonlyMap<string, Position>, how: Arrangement): Map<string, Position> {
  const [axis, evenly] = ALONG[how];
  const order = [...places].sort(([a, at], [b, other]) => at[axis] - other[axis] || (a < b ? -1 : 1));
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last || order.length < (evenly ? 3 : 2)) return new Map();
  const middle = order[order.length >> 1]![1][axis];
  const step = (last[1][axis] - first[1][axis]) / (order.length - 1);
  return new Map(order.map(([id, at], i) => [id, { ...at, [axis]: Math.round(evenly ? first[1][axis] + i * step : middle) }]));
}

import { expect, test } from 'vitest';
import { convexHull } from './enclosures';

test('a convex hull runs around the outermost points and leaves out what lies within or on a side', () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 5, y: 5 }, { x: 10, y: 10 }, { x: 0, y: 10 }, { x: 5, y: 0 }];
  expect(convexHull(points)).toEqual([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 0, y: 10 }]);
});

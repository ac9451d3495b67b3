import { expect, test } from 'vitest';
import { extentOf, fitting, LARGEST_FIT, revealing, type Camera } from './camera';

const size = { width: 1000, height: 600 };
const padding = { top: 50, right: 20, bottom: 70, left: 20 };
const limits = { min: 0.05, max: 4 };
const seen = ({ zoom, pan }: Camera, x: number, y: number) => ({ x: x * zoom + pan.x, y: y * zoom + pan.y });

test('a large chart is shown whole, inside the padding', () => {
  const bounds = { x: -500, y: 100, width: 3000, height: 2000 };
  const camera = fitting(bounds, size, padding, limits);
  const [corner, opposite] = [seen(camera, -500, 100), seen(camera, 2500, 2100)];
  expect(corner.x).toBeGreaterThanOrEqual(20 - 1);
  expect(corner.y).toBeGreaterThanOrEqual(50 - 1);
  expect(opposite.x).toBeLessThanOrEqual(980 + 1);
  expect(opposite.y).toBeLessThanOrEqual(530 + 1);
});

test('a chart of few entities is not blown up, and stands in the middle of what the padding leaves', () => {
  const camera = fitting({ x: 0, y: 0, width: 100, height: 40 }, size, padding, limits);
  expect(camera.zoom).toBe(LARGEST_FIT);
  expect(seen(camera, 50, 20)).toEqual({ x: 500, y: 290 });
});

test('the pan of a fit is whole, so that outlines fall on pixels', () => {
  const { pan } = fitting({ x: 3, y: 7, width: 777, height: 555 }, size, padding, limits);
  expect([Number.isInteger(pan.x), Number.isInteger(pan.y)]).toEqual([true, true]);
});

test('what is in view already does not move the camera', () => {
  const camera: Camera = { zoom: 1, pan: { x: 0, y: 0 } };
  expect(revealing(camera, { x: 100, y: 100, width: 50, height: 20 }, size, padding)).toBe(camera);
});

test('what is outside is brought just inside the padding, at the same zoom', () => {
  const camera = revealing({ zoom: 2, pan: { x: 0, y: 0 } }, { x: 600, y: -40, width: 50, height: 20 }, size, padding);
  expect(camera).toEqual({ zoom: 2, pan: { x: 980 - 1300, y: 50 + 80 } });
});

test('what is larger than the view is centred', () => {
  const camera = revealing({ zoom: 1, pan: { x: 0, y: 0 } }, { x: 0, y: 0, width: 5000, height: 10 }, size, padding);
  expect(seen(camera, 2500, 0).x).toBe(500);
});

test('the extent of a camera is what it shows', () => {
  expect(extentOf({ zoom: 2, pan: { x: 100, y: -50 } }, size)).toEqual({ x: -50, y: 25, width: 500, height: 300 });
  expect(extentOf({ zoom: 2, pan: { x: 0, y: 0 } }, size, 20)).toEqual({ x: -10, y: -10, width: 520, height: 320 });
});

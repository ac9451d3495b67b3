import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AreaGrid } from './areaGrid';
import { segmentInRect } from './curve';

const area = fc
  .tuple(fc.integer({ min: -90, max: 900 }), fc.integer({ min: -90, max: 900 }), fc.nat(160), fc.nat(60))
  .map(([x, y, w, h]) => ({ minX: x, minY: y, maxX: x + w, maxY: y + h }));
const around = { minX: 0, minY: 0, maxX: 700, maxY: 500 };

test('a grid finds every rectangle that meets another, once, also after some have gone', () => {
  fc.assert(fc.property(fc.array(area, { maxLength: 40 }), fc.array(fc.nat(39)), area, (areas, gone, asked) => {
    const grid = new AreaGrid(around, areas.length);
    areas.forEach((a, i) => grid.add(i, a.minX, a.minY, a.maxX, a.maxY));
    const left = new Set(areas.keys());
    for (const i of gone) if (left.delete(i)) grid.remove(i);
    const found = [...grid.found.slice(0, grid.meeting(asked.minX, asked.minY, asked.maxX, asked.maxY))].sort((a, b) => a - b);
    expect(found).toEqual(
      [...left].filter(
        (i) => areas[i]!.minX <= asked.maxX && areas[i]!.maxX >= asked.minX && areas[i]!.minY <= asked.maxY && areas[i]!.maxY >= asked.minY,
      ),
    );
  }));
});

test('a grid around nothing, or a single point, still finds', () => {
  for (const frame of [{ minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }, { minX: 5, minY: 5, maxX: 5, maxY: 5 }]) {
    const grid = new AreaGrid(frame, 1);
    grid.add(0, 1, 1, 9, 9);
    expect(grid.meeting(4, 4, 5, 5)).toBe(1);
  }
});

test('a segment with a point inside a rectangle meets it, and one wholly to a side of it does not', () => {
  const coordinate = fc.integer({ min: 0, max: 30 });
  fc.assert(fc.property(coordinate, coordinate, coordinate, coordinate, (ax, ay, bx, by) => {
    const inside = Array.from({ length: 1001 }, (_, i) => i / 1000).some((t) => {
      const [x, y] = [ax + (bx - ax) * t, ay + (by - ay) * t];
      return x > 10 && x < 20 && y > 8 && y < 14;
    });
    if (inside) expect(segmentInRect({ x: ax, y: ay }, { x: bx, y: by }, 10, 8, 20, 14)).toBe(true);
    if (Math.max(ax, bx) <= 10 || Math.min(ax, bx) >= 20 || Math.max(ay, by) <= 8 || Math.min(ay, by) >= 14)
      expect(segmentInRect({ x: ax, y: ay }, { x: bx, y: by }, 10, 8, 20, 14)).toBe(false);
  }));
});

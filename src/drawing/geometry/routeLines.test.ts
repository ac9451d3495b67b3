import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxShapes, type BoxShape } from '../../model';
import { chainInBox, flatten, pointAt } from './curve';
import { leaveOutline, outlinePolygon, type PlacedBox } from './outline';
import { routeLines, unbentLines } from './routeLines';

const box = (x: number, y: number, shape: BoxShape = 'square'): PlacedBox => ({ x, y, width: 100, height: 30, shape });
const tie = (id: string, from: string, to: string) => ({ id, from, to });

describe('the line of a relationship', () => {
  test('runs straight from outline to outline', () => {
    const line = routeLines([tie('r', 'a', 'b')], new Map([['a', box(0, 0)], ['b', box(300, 0)]])).get('r')!;
    expect(line).toMatchObject({ from: 'a', to: 'b', start: { x: 50, y: 0 }, end: { x: 250, y: 0 } });
    expect(line.control).toBeUndefined();
  });

  test('parallel relationships, whatever their direction, stand apart half-way', () => {
    const boxes = new Map([['a', box(0, 0)], ['b', box(300, 80)]]);
    const lines = [...routeLines([tie('r', 'a', 'b'), tie('s', 'b', 'a'), tie('t', 'a', 'b')], boxes).values()];
    const middles = lines.map((l) => pointAt(l, 0.5));
    const distance = (i: number, j: number) => Math.hypot(middles[i]!.x - middles[j]!.x, middles[i]!.y - middles[j]!.y);
    expect(Math.min(distance(0, 1), distance(1, 2), distance(0, 2))).toBeGreaterThan(14);
    expect(lines[1]!.start.x).toBeGreaterThan(lines[1]!.end.x);
  });

  test('is bent around a box that stands in its way', () => {
    const boxes = new Map([['a', box(0, 0)], ['b', box(500, 0)], ['c', box(250, 4)]]);
    const line = routeLines([tie('r', 'a', 'b')], boxes).get('r')!;
    expect(line.control).toBeDefined();
    expect(chainInBox(flatten(line), boxes.get('c')!)).toBe(false);
  });

  test('of an entity with itself is a loop that leaves the box', () => {
    const line = routeLines([tie('r', 'a', 'a')], new Map([['a', box(0, 0)]])).get('r')!;
    const outside = pointAt(line, 0.5);
    expect(outside.x > 50 || outside.y < -15).toBe(true);
  });

  test('is left out where an end is not drawn', () => {
    expect(routeLines([tie('r', 'a', 'b')], new Map([['a', box(0, 0)]])).size).toBe(0);
  });

  test('unbent runs straight under what stands in its way, and stays where the lines of its fan are all kept', () => {
    const boxes = new Map([['a', box(0, 0)], ['b', box(500, 0)], ['c', box(250, 4)]]);
    const ties = [tie('r', 'a', 'b')];
    expect(unbentLines(ties, boxes).get('r')).toEqual({
      relationship: 'r', from: 'a', to: 'b', start: { x: 50, y: 0 }, end: { x: 450, y: 0 },
    });
    const kept = routeLines(ties, boxes);
    expect(unbentLines(ties, boxes, kept)).toEqual(kept);
    expect(unbentLines([...ties, tie('s', 'b', 'a')], boxes, kept).get('r')).not.toEqual(kept.get('r'));
  });

  test('leaves every shape on its outline, on the way to the other end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...boxShapes),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -400, max: 400 }),
        (shape, x, y) => {
          fc.pre(Math.abs(x) > 60 || Math.abs(y) > 20);
          const at = leaveOutline(box(0, 0, shape), { x: 0, y: 0 }, { x, y });
          expect(Math.abs(at.x * y - at.y * x)).toBeLessThan(1e-6 * (1 + Math.abs(x * y)));
          const polygon = outlinePolygon(box(0, 0, shape));
          const nearest = Math.min(...polygon.map((p, i) => distanceToSegment(at, p, polygon[(i + 1) % polygon.length]!)));
          expect(nearest).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

function distanceToSegment(p: { x: number; y: number }, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}

describe('whatever stands out of all reason', () => {
  const crowd = Array.from({ length: 400 }, (_, i) => [`e${i}`, box((i % 20) * 140, Math.floor(i / 20) * 60)] as const);

  test.each([1e6, 1e12, 1e300])('lines to a box at x = %d are found', (x) => {
    const boxes = new Map([...crowd, ['far', box(x, 30)] as const]);
    const lines = routeLines(crowd.map(([id]) => tie(id, id, 'far')), boxes);
    expect(lines.size).toBe(400);
  });

  test('a fan of a hundred thousand lines is one', () => {
    const lines = routeLines(Array.from({ length: 100_000 }, (_, i) => tie(`r${i}`, 'e0', 'e399')), new Map(crowd));
    expect(lines.size).toBe(100_000);
  });
});

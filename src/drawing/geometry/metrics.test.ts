import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten, segmentsMeet } from './curve';
import { countCrossings, countLabelsCrossed, countLinesUnderBoxes, countOverlaps, stress } from './metrics';
import type { RoutedLine } from './routeLines';

const point = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) });
const line = fc.record({
  from: fc.constantFrom('a', 'b', 'c', 'd', 'e'), to: fc.constantFrom('a', 'b', 'c', 'd', 'e'), start: point, end: point,
  control: fc.option(point, { nil: undefined }),
});
const rect = fc.record({
  x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }), width: fc.integer({ min: 2, max: 30 }),
  height: fc.integer({ min: 2, max: 30 }),
});
const named = (lines: Omit<RoutedLine, 'relationship'>[]): RoutedLine[] => lines.map((l, i) => ({ ...l, relationship: `r${i}` }));

describe('the measures of a drawing', () => {
  test('crossings are those that comparing every pair finds', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (raw) => {
      const lines = named(raw as Omit<RoutedLine, 'relationship'>[]);
      let expected = 0;
      lines.forEach((a, i) => lines.slice(i + 1).forEach((b) => {
        const apart = new Set([a.from, a.to, b.from, b.to]).size === new Set([a.from, a.to]).size + new Set([b.from, b.to]).size;
        const [p, q] = [flatten(a), flatten(b)];
        if (apart && p.slice(1).some((_, k) => q.slice(1).some((__, l) => segmentsMeet(p[k]!, p[k + 1]!, q[l]!, q[l + 1]!)))) expected++;
      }));
      expect(countCrossings(lines)).toBe(expected);
    }));
  });

  test('two diagonals cross once; lines that share an entity do not count', () => {
    const diagonal = { from: 'a', to: 'b', start: { x: 0, y: 0 }, end: { x: 10, y: 10 } };
    expect(countCrossings(named([diagonal, { from: 'c', to: 'd', start: { x: 0, y: 10 }, end: { x: 10, y: 0 } }]))).toBe(1);
    expect(countCrossings(named([diagonal, { from: 'a', to: 'd', start: { x: 0, y: 10 }, end: { x: 10, y: 0 } }]))).toBe(0);
  });

  test('overlaps are those that comparing every pair finds; a common border is none', () => {
    fc.assert(fc.property(fc.array(rect, { maxLength: 14 }), (all) => {
      let expected = 0;
      all.forEach((a, i) => all.slice(i + 1).forEach((b) => {
        if (2 * Math.abs(a.x - b.x) < a.width + b.width && 2 * Math.abs(a.y - b.y) < a.height + b.height) expected++;
      }));
      expect(countOverlaps(all)).toBe(expected);
    }));
    expect(countOverlaps([{ x: 0, y: 0, width: 10, height: 10 }, { x: 10, y: 0, width: 10, height: 10 }])).toBe(0);
  });

  test('a line under a foreign box counts, one at its own does not; a label with a foreign line under it counts once', () => {
    const boxes = new Map(
      (['a', 'b', 'c'] as const).map((id, i) => [id, { x: i * 100, y: 0, width: 40, height: 20, shape: 'square' as const }]),
    );
    const through = { relationship: 'r', from: 'a', to: 'c', start: { x: 20, y: 0 }, end: { x: 180, y: 0 } };
    expect(countLinesUnderBoxes([through], boxes)).toBe(1);
    expect(countLinesUnderBoxes([{ ...through, to: 'b', end: { x: 80, y: 0 } }], boxes)).toBe(0);
    const label = { text: 'owns', x: 100, y: 0, width: 20, height: 10 };
    expect(countLabelsCrossed(new Map([['s', label]]), [through])).toBe(1);
    expect(countLabelsCrossed(new Map([['r', label]]), [through])).toBe(0);
  });

  test('stress is nil for a chain drawn on a line at any scale, and grows where it is folded', () => {
    const ties = [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }];
    expect(stress(new Map([['a', { x: 0, y: 0 }], ['b', { x: 70, y: 0 }], ['c', { x: 140, y: 0 }]]), ties)).toBeCloseTo(0, 12);
    expect(stress(new Map([['a', { x: 0, y: 0 }], ['b', { x: 70, y: 0 }], ['c', { x: 0, y: 0 }]]), ties)).toBeCloseTo(1 / 3, 12);
  });
});

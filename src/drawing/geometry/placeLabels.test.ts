import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Relationship } from '../../model';
import type { Rect } from '../scene';
import { MARK_SIZE } from './labelPlaces';
import { labelTexts } from './labelTexts';
import { countOverlaps } from './metrics';
import type { PlacedBox } from './outline';
import { placeLabels } from './placeLabels';
import { routeLines } from './routeLines';

const box = (x: number, y: number): PlacedBox => ({ x, y, width: 100, height: 30, shape: 'rounded' });
const owns = (more: Partial<Relationship>): Relationship => ({ id: 'r', type: 'owns', from: 'a', to: 'b', claims: [], ...more });

function drawn(
  boxes: ReadonlyMap<string, PlacedBox>, ties: readonly { id: string; from: string; to: string }[], text = 'supplies', mark = false,
) {
  const lines = routeLines(ties, boxes);
  return placeLabels(
    [...lines.values()].map((line) => ({ line, texts: [text], mark })), boxes,
  );
}

describe('what stands on a line', () => {
  test('says verb and share, and the end year of what has ended', () => {
    expect(labelTexts(owns({ share: 75 }))).toEqual(['owns 75 %']);
    expect(labelTexts(owns({ share: 75, end: '2016-05' }))).toEqual(['owned 75 % · to 2016', 'owned 75 %']);
    expect(labelTexts(owns({ start: '2003', end: '2003-11' }))[0]).toBe('owned · 2003');
    expect(labelTexts(owns({ end: '..' }))).toEqual(['owns']);
    expect(labelTexts(owns({ label: 'spun off' }))).toEqual(['spun off']);
  });

  test('stands half-way where nothing is in the way, its mark beside it', () => {
    const placed = drawn(new Map([['a', box(0, 0)], ['b', box(400, 0)]]), [{ id: 'r', from: 'a', to: 'b' }], 'owns', true).get('r')!;
    expect(placed.label).toMatchObject({ text: 'owns', y: 0 });
    expect(placed.mark!.x - placed.label!.x).toBeGreaterThanOrEqual(placed.label!.width / 2 + MARK_SIZE / 2);
    expect((placed.mark!.x + placed.label!.x) / 2).toBeGreaterThan(180);
  });

  test('is left out where there is no room at all', () => {
    const boxes = new Map([['a', box(0, 0)], ['b', box(128, 0)], ['c', box(64, -30)], ['d', box(64, 30)]]);
    const placed = drawn(boxes, [{ id: 'r', from: 'a', to: 'b' }], 'carries traffic for', false).get('r')!;
    expect(placed.label).toBeUndefined();
  });

  test('never covers a box or another label', () => {
    const at = fc.record({ x: fc.integer({ min: 0, max: 8 }), y: fc.integer({ min: 0, max: 12 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(at, { minLength: 3, maxLength: 14, selector: ({ x, y }) => `${x},${y}` }),
        fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 24 }),
        fc.boolean(),
        (cells, pairs, mark) => {
          const boxes = new Map(cells.map(({ x, y }, i) => [`e${i}`, box(x * 130, y * 50)]));
          const ties = pairs.map(([a, b], i) => ({ id: `r${i}`, from: `e${a % cells.length}`, to: `e${b % cells.length}` }));
          const placed = [...drawn(boxes, ties, 'supplies', mark).values()];
          const rectangles: Rect[] = [
            ...boxes.values(), ...placed.flatMap((p) => p.label ?? []),
            ...placed.flatMap((p) => (p.mark ? [{ ...p.mark, width: MARK_SIZE, height: MARK_SIZE }] : [])),
          ];
          expect(countOverlaps(rectangles)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('an unplaced label pushes another aside that has a place elsewhere', () => {
    const boxes = new Map([['a', box(0, 0)], ['b', box(600, 0)], ['c', box(300, -40)], ['d', box(300, 40)]]);
    const placed = drawn(boxes, [{ id: 'long', from: 'a', to: 'b' }, { id: 'short', from: 'c', to: 'd' }]);
    expect(placed.get('long')!.label).toBeDefined();
    expect(placed.get('short')!.label).toBeDefined();
  });
});

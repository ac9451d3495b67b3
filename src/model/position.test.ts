import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FARTHEST, inReach, perspectiveChart, placesInReach, position } from './index';

describe('a position', () => {
  test('is refused where nothing can be drawn, in words', () => {
    expect(position.safeParse({ x: FARTHEST, y: -FARTHEST }).success).toBe(true);
    expect(position.safeParse({ x: 1e12, y: 0 }).error?.issues[0]).toMatchObject({
      path: ['x'], message: 'farther out than anything is drawn: at most 1000000',
    });
    expect(inReach({ x: 1e12, y: -3 })).toEqual({ x: FARTHEST, y: -3 });
  });
});

describe('places of a file, brought within reach of each other', () => {
  const square = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 0, y: 100 }, { x: 100, y: 100 }];

  test('stay where they are when none is far out', () => {
    expect(placesInReach(square)).toEqual({ places: square, moved: [] });
    expect(placesInReach([])).toEqual({ places: [], moved: [] });
  });

  test('one that is far out is brought in, and told', () => {
    const { places, moved } = placesInReach([...square, { x: 1e12, y: 50 }]);
    expect(places.slice(0, 4)).toEqual(square);
    expect(places[4]).toEqual({ x: 100 + 20 * 100, y: 50 });
    expect(moved).toEqual([4]);
  });

  test('one that is far out is brought in where all others lie on one point but for one', () => {
    const { places, moved } = placesInReach([...Array.from({ length: 9 }, () => ({ x: 0, y: 0 })), { x: 1, y: 0 }, { x: 1e12, y: 0 }]);
    expect([places[10], moved]).toEqual([{ x: 20, y: 0 }, [10]]);
  });

  test('a large picture is drawn smaller, and one that lies elsewhere is moved, as a whole', () => {
    const large = placesInReach(square.map(({ x, y }) => ({ x: x * 1e6, y: y * 1e6 })));
    expect(large).toEqual({
      places: [
        { x: -FARTHEST, y: -FARTHEST }, { x: 0, y: -FARTHEST }, { x: -FARTHEST, y: 0 }, { x: 0, y: 0 },
      ],
      moved: [],
    });
    expect(placesInReach(square.map(({ x, y }) => ({ x: x + 5e6, y }))).places).toEqual([
      { x: -100, y: -100 }, { x: 0, y: -100 }, { x: -100, y: 0 }, { x: 0, y: 0 },
    ]);
  });

  test('can be drawn whatever they were', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -500, max: 500 }), fc.constantFrom(0, 1e12, -1e308, 1e308),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ x: number, y: number }), { maxLength: 12 }), (given) => {
        const positions = Object.fromEntries(placesInReach(given).places.entries());
        expect(perspectiveChart.safeParse({ id: 'a', title: 'a', summary: 'a', positions }).error).toBeUndefined();
      }),
    );
  });
});

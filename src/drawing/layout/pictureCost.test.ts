import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf } from './layoutProblem';
import { defaultWeights, PictureCost } from './pictureCost';

const ROOM = { width: 900, height: 700 };
/** Places reach beyond the room, as fixed entities do. */
const place = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -500, max: 500 }) });
const picture = fc.integer({ min: 2, max: 14 }).chain((n) =>
  fc.record({
    places: fc.array(place, { minLength: n, maxLength: n }),
    ties: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 30 }),
    moves: fc.array(fc.record({ v: fc.nat(n - 1), to: place }), { maxLength: 12 }),
    scale: fc.constantFrom(0.5, 1, 1.4),
  }),
);

test('looking only at what is near costs every place what comparing it with everything does, whatever was moved before', () => {
  fc.assert(fc.property(picture, ({ places, ties, moves, scale }) => {
    const pairs = [...new Set(ties.filter(([a, b]) => a !== b).map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`))];
    const bundles = pairs.map((pair) => {
      const [first, second] = pair.split(' ').map(Number);
      return { first: first!, second: second! };
    });
    const problem = problemOf(
      places.map((_, i) => `e${i}`), places.map(() => ({ width: 120, height: 40, shape: 'rounded' as const })),
      bundles.map((b) => ({ ...b, lines: 1, width: 50 })),
    );
    const costs = [undefined, ROOM].map((room) => new PictureCost(
      problem, Float64Array.from(places, (p) => p.x), Float64Array.from(places, (p) => p.y), defaultWeights, false, room,
    ));
    const [all, near] = [costs[0]!, costs[1]!];
    for (const { v, to } of moves) {
      expect(near.costIf(v, to.x, to.y, Infinity)).toBeCloseTo(all.costIf(v, to.x, to.y, Infinity), 6);
      for (const cost of costs) cost.move(v, to.x, to.y);
    }
    for (const cost of costs) cost.moveAll(places.map((_, v) => v), (v) => [cost.x[v]! * scale, cost.y[v]! * scale]);
    places.forEach((_, v) => expect(near.costAt(v)).toBeCloseTo(all.costAt(v), 6));
  }));
});

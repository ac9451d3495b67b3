import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arranged } from './arranging';

const places = new Map([['a', { x: 0, y: 7 }], ['b', { x: 90, y: -20 }], ['c', { x: 10, y: 300 }]]);

test('a row and a column go through the one that stood in the middle', () => {
  expect([...arranged(places, 'row').values()].map((p) => p.y)).toEqual([7, 7, 7]);
  expect([...arranged(places, 'column').values()].map((p) => p.x)).toEqual([10, 10, 10]);
});

test('those between the outermost stand in even steps, in their order', () => {
  expect([...arranged(places, 'across')]).toEqual([['a', { x: 0, y: 7 }], ['c', { x: 45, y: 300 }], ['b', { x: 90, y: -20 }]]);
  expect([...arranged(places, 'down')].map(([id, { y }]) => `${id} ${y}`)).toEqual(['b -20', 'a 140', 'c 300']);
});

test('whatever is arranged, the other axis stays, and doing it again changes nothing', () => {
  const place = fc.record({ x: fc.integer({ min: -1e6, max: 1e6 }), y: fc.integer({ min: -1e6, max: 1e6 }) });
  const any = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), place).map((record) => new Map(Object.entries(record)));
  fc.assert(
    fc.property(any, fc.constantFrom('row', 'column', 'across', 'down'), (before, how) => {
      const after = arranged(before, how);
      const kept = how === 'row' || how === 'down' ? 'x' : 'y';
      for (const [id, at] of after) expect(at[kept]).toBe(before.get(id)![kept]);
      if (how === 'row' || how === 'column') expect(arranged(after, how)).toEqual(after);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, sorted } from './steps';

test('a long list sorted in steps is as sorted in one go, equal items in their order', () => {
  const item = fc.record({ key: fc.nat(40), at: fc.nat() });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 120 }), (few, times) => {
      const items = Array.from({ length: times }, (_, n) => few.map(({ key, at }) => ({ key: (key * (n + 1)) % 41, at }))).flat();
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(atOnce(sorted(items, compare))).toEqual([...items].sort(compare));
    }),
  );
});

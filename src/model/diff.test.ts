import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff, diffBetween, invertDiff, isEmptyDiff } from './index';

const record = (at: string) => ({ at });

describe('a change', () => {
  const before = new Map([['a', record('old')], ['b', record('same')], ['c', record('gone')]]);
  const after = new Map([['a', record('new')], ['b', before.get('b')!], ['d', record('added')]]);
  const diff = diffBetween(before, after);

  test('lists what came, what went and what changed', () => {
    expect([...diff.added.keys()]).toEqual(['d']);
    expect([...diff.removed.keys()]).toEqual(['c']);
    expect([...diff.updated]).toEqual([['a', { before: record('old'), after: record('new') }]]);
  });

  test('leaves what it is applied to as it is', () => {
    applyDiff(before, diff);
    expect([...before.keys()]).toEqual(['a', 'b', 'c']);
  });

  test('between a collection and itself is empty', () => {
    expect(isEmptyDiff(diffBetween(before, new Map(before)))).toBe(true);
    expect(isEmptyDiff(diff)).toBe(false);
  });
});

describe('for any two collections', () => {
  const POOL = Array.from({ length: 5 }, (_, i) => record(String(i)));
  const collection = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom(...POOL))
    .map((d) => new Map(Object.entries(d)));

  test('the change turns one into the other', () => {
    fc.assert(fc.property(collection, collection, (before, after) => {
      expect(applyDiff(before, diffBetween(before, after))).toEqual(after);
    }));
  });

  test('the inverted change turns it back', () => {
    fc.assert(fc.property(collection, collection, (before, after) => {
      const diff = diffBetween(before, after);
      expect(applyDiff(applyDiff(before, diff), invertDiff(diff))).toEqual(before);
    }));
  });

  test('inverting twice changes nothing', () => {
    fc.assert(fc.property(collection, collection, (before, after) => {
      const diff = diffBetween(before, after);
      expect(invertDiff(invertDiff(diff))).toEqual(diff);
    }));
  });
});

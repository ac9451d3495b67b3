import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundOf } from '../../../model';
import { lettersOf, mayBegin, mayBeWrongBy, maySoundAlike } from './letters';

const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });
const anyWord = word('abcdefghijklmnopqrstuvwxyz0123456789');

test('a beginning is never taken for none', () => {
  fc.assert(fc.property(anyWord, anyWord, (a, b) => mayBegin(lettersOf(a), lettersOf(a + b))));
  expect(mayBegin(lettersOf('elm'), lettersOf('elk'))).toBe(false);
});

test('words that are so many mistakes apart are never taken for more', () => {
  fc.assert(fc.property(word('abcqxz0189'), word('abcqxz0189'), (a, b) => mayBeWrongBy(distance(a, b), lettersOf(a), lettersOf(b))));
  expect(mayBeWrongBy(2, lettersOf('huawei'), lettersOf('koryolink'))).toBe(false);
});

test('words that sound alike are never taken for others', () => {
  const sound = word('kghcjaeodtbprlwvyi');
  fc.assert(fc.property(sound, sound, (a, b) => soundOf(a) !== soundOf(b) || maySoundAlike(lettersOf(a), lettersOf(b))), { numRuns: 1000 });
  fc.assert(fc.property(anyWord, (a) => maySoundAlike(lettersOf(a), lettersOf(soundOf(a)))), { numRuns: 1000 });
  expect(maySoundAlike(lettersOf('huawei'), lettersOf('koryolink'))).toBe(false);
});

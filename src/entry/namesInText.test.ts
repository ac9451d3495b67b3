import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesInText } from './namesInText';
import { occursIn, quotedPassage } from './quotedPassage';
import { readClaimLine } from './readClaimLine';

const CASE = [
  { id: 'oak', names: ['Oak', 'Oak Holding Ltd'] }, { id: 'quay', names: ['Quay JV', 'QJ'] }, { id: 'kptc', names: ['조선체신회사'] },
];

test('names are found as whole words, the longest of those that begin there, over line breaks', () => {
  const text = 'Oak Holding\n Ltd and Oaken doors; the Quay JV, Oak. 조선체신회사 QJ';
  expect(namesInText(text, CASE).map(({ from, to, id }) => `${id}: ${text.slice(from, to)}`)).toEqual([
    'oak: Oak Holding\n Ltd', 'quay: Quay JV', 'oak: Oak', 'kptc: 조선체신회사',
  ]);
});

test('whatever the text, names lie apart and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Oak', 'Holding', 'Ltd', 'Quay', 'JV', ' ', '\n', '.', 'x'), { maxLength: 30 }), (parts) => {
      const found = namesInText(parts.join(''), CASE);
      found.forEach(({ from, to }, i) => expect(from >= (found[i - 1]?.to ?? 0) && to > from).toBe(true));
    }),
  );
});

test('a passage that is quoted into a line is read back from it, with its page', () => {
  const nobody = { named: () => [] };
  for (const passage of ['holds 75\n percent', 'he said "no"', 'so “said” he "and" «she»']) {
    const line = readClaimLine(`Oak owns Quay ${quotedPassage(passage, 12)}`, nobody);
    expect(line.claim?.said).toMatchObject({ locator: 'p. 12', quote: expect.stringContaining(passage.split(/\s/)[0]!) });
    expect(line.doubts).toEqual([]);
  }
});

test('a quote occurs in a text whatever its line breaks, hyphens and marks', () => {
  const text = 'The tele-\ncom venture,  they said, “holds 75\npercent”.';
  expect(['telecom venture', '"holds 75 percent"', 'they said'].map((quote) => occursIn(text, quote))).toEqual([true, true, true]);
  expect(occursIn(text, 'holds 76 percent')).toBe(false);
});

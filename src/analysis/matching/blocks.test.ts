import { describe, expect, test } from 'vitest';
import { comparable, partsOf } from './comparable';
import { makeMatchCase } from '../testing/makeMatchCase';
import { thingSimilarity, wordSimilarity } from './nameSimilarity';
import { proposeMatches } from './proposeMatches';
import { Vocabulary } from './vocabulary';
import { weighPair } from './weighPair';

describe('what is not compared', () => {
  test('is not worth it: beside comparing all with all hardly a proposal is missing, none is added, and each has the same score', () => {
    const { base, added } = makeMatchCase(500, 11);
    const vocabulary = new Vocabulary();
    const made = [...base, ...added].map((entity) => comparable(entity, vocabulary));
    for (const one of made) {
      const { words, numbers } = partsOf(one);
      vocabulary.count(words, numbers);
    }
    const all = made.slice(0, 500).flatMap((a) => made.slice(500).flatMap((b) => weighPair(a, b, vocabulary, 0.6) ?? []));
    const key = (p: { a: string; b: string; score: number }) => `${p.a} ${p.b} ${p.score}`;
    const known = new Set(all.map(key));
    const { proposals, compared } = proposeMatches(base, added, { limit: 10_000 });
    const missing = new Set(known);
    for (const p of proposals) missing.delete(key(p));
    expect(proposals.filter((p) => !known.has(key(p)))).toEqual([]);
    expect(missing.size / all.length).toBeLessThan(0.02);
    expect(compared).toBeLessThan((500 * 500) / 10);
  });
});

describe('two words', () => {
  const vocabulary = new Vocabulary();
  const similarity = (a: string, b: string) => wordSimilarity(vocabulary.word(a), vocabulary.word(b));

  test('are alike by sound, by consonants or but for a letter; numerals and short words are the same or not', () => {
    expect(similarity('sergei', 'sergey')).toBeGreaterThan(0.9);
    expect(similarity('mohammed', 'muhammad')).toBeGreaterThan(0.8);
    expect(similarity('orascom', 'orascon')).toBeGreaterThan(0.85);
    expect(similarity('2008', '2009')).toBe(0);
    expect(similarity('otm', 'oth')).toBe(0);
    expect(similarity('panda', 'pagoda')).toBe(0);
  });
});

describe('two names', () => {
  test('are as alike one way round as the other', () => {
    const vocabulary = new Vocabulary();
    const { base, added } = makeMatchCase(60, 3);
    const names = [...base, ...added].filter((e) => e.type === 'company').map((e) => comparable(e, vocabulary).names[0]!);
    for (const a of names)
      for (const b of names)
        expect(thingSimilarity(a, b, vocabulary).similarity).toBeCloseTo(thingSimilarity(b, a, vocabulary).similarity, 10);
  });
});

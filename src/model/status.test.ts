import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fallsWithout, independentPublishers, sourceKinds, stances, statuses, statusOf, statusWithout, weakness,
  type Claim, type Source, type SourceKind, type Stance,
} from './index';

const source = (id: string, publisher: string, kind: SourceKind = 'news'): Source => ({ id, title: id, publisher, kind });
const SOURCES = [
  source('reuters', 'Reuters'), source('reuters-again', ' REUTERS '), source('ap', 'Associated Press'), source('filing', 'SEC', 'filing'),
  source('registry', 'Companies House', 'registry'), source('court', 'EDNY', 'court'), source('statement', 'OTMT', 'statement'),
  source('ours', 'Throughline', 'reading'), source('ours-too', 'Someone', 'reading'),
];
const sourceOf = (id: string) => SOURCES.find((s) => s.id === id);
const says = (...claims: [string, Stance][]) => statusOf(claims.map(([id, stance]): Claim => ({ source: id, stance })), sourceOf);

describe('the status that claims add up to', () => {
  test('is denied by denials and nothing else', () => {
    expect(says(['reuters', 'denies'])).toBe('denied');
    expect(says(['reuters', 'denies'], ['ap', 'denies'])).toBe('denied');
  });

  test('is disputed where a denial or a question stands beside an assertion or allegation', () => {
    expect(says(['reuters', 'asserts'], ['ap', 'denies'])).toBe('disputed');
    expect(says(['reuters', 'alleges'], ['ap', 'denies'])).toBe('disputed');
    expect(says(['reuters', 'asserts'], ['ap', 'questions'])).toBe('disputed');
    expect(says(['reuters', 'alleges'], ['ap', 'questions'])).toBe('disputed');
  });

  test('is disputed by questions only, and by questions beside denials', () => {
    expect(says(['reuters', 'questions'])).toBe('disputed');
    expect(says(['reuters', 'questions'], ['ap', 'denies'])).toBe('disputed');
  });

  test('is disputed even where a court record asserts and someone denies', () => {
    expect(says(['court', 'asserts'], ['ap', 'asserts'], ['statement', 'denies'])).toBe('disputed');
  });

  test('is alleged by allegations only, however many', () => {
    expect(says(['reuters', 'alleges'])).toBe('alleged');
    expect(says(['reuters', 'alleges'], ['ap', 'alleges'], ['court', 'alleges'])).toBe('alleged');
  });

  test('is a reading where only the editor says it, whatever the stance', () => {
    expect(says(['ours', 'asserts'])).toBe('reading');
    expect(says(['ours', 'denies'])).toBe('reading');
    expect(says(['ours', 'asserts'], ['ours-too', 'asserts'])).toBe('reading');
  });

  test('is what the sources say, whatever readings stand beside them', () => {
    expect(says(['ours', 'asserts'], ['reuters', 'asserts'])).toBe('reported');
    expect(says(['ours', 'denies'], ['reuters', 'alleges'])).toBe('alleged');
    expect(says(['ours', 'questions'], ['reuters', 'denies'])).toBe('denied');
  });

  test('is confirmed by assertions of two publishers', () => {
    expect(says(['reuters', 'asserts'], ['ap', 'asserts'])).toBe('confirmed');
    expect(says(['reuters', 'asserts'], ['ap', 'asserts'], ['court', 'alleges'])).toBe('confirmed');
  });

  test.each(['filing', 'registry', 'court'])('is confirmed by one assertion in a %s', (record) => {
    expect(says([record, 'asserts'])).toBe('confirmed');
  });

  test('is not confirmed by a record that only alleges, nor by a second publisher that does', () => {
    expect(says(['reuters', 'asserts'], ['court', 'alleges'])).toBe('reported');
    expect(says(['reuters', 'asserts'], ['ap', 'alleges'])).toBe('reported');
  });

  test('is reported by one publisher, be it twice and spelled differently', () => {
    expect(says(['reuters', 'asserts'])).toBe('reported');
    expect(says(['reuters', 'asserts'], ['reuters-again', 'asserts'])).toBe('reported');
    expect(says(['statement', 'asserts'])).toBe('reported');
  });

  test('is reported without any claim', () => {
    expect(says()).toBe('reported');
  });

  test('does not count a source that is not there as a publisher', () => {
    expect(says(['reuters', 'asserts'], ['nowhere', 'asserts'])).toBe('reported');
    expect(says(['nowhere', 'denies'])).toBe('denied');
  });

  test('does not depend on the order of the claims', () => {
    const claim = fc.record({ source: fc.constantFrom(...SOURCES.map((s) => s.id)), stance: fc.constantFrom(...stances) });
    fc.assert(fc.property(fc.array(claim, { maxLength: 6 }), (claims) => {
      expect(statusOf([...claims].reverse(), sourceOf)).toBe(statusOf(claims, sourceOf));
    }));
  });

  test('never grows stronger by a denial', () => {
    const claim = fc.record({ source: fc.constantFrom(...SOURCES.map((s) => s.id)), stance: fc.constantFrom(...stances) });
    fc.assert(fc.property(fc.array(claim, { minLength: 1, maxLength: 6 }), (claims) => {
      const before = statusOf(claims, sourceOf);
      const after = statusOf([...claims, { source: 'ap', stance: 'denies' }], sourceOf);
      expect(weakness(after)).toBeGreaterThanOrEqual(weakness(before));
    }));
  });
});

describe('the order of strength', () => {
  test('runs from confirmed to denied', () => {
    expect(statuses.map(weakness)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(weakness('confirmed')).toBeLessThan(weakness('denied'));
  });
});

describe('a status when sources are set aside', () => {
  const claims: Claim[] = [{ source: 'reuters', stance: 'asserts' }, { source: 'ap', stance: 'denies' }];
  const without = (...ids: string[]) => statusWithout(claims, new Set(ids), sourceOf);

  test('is that of the claims that are left', () => {
    expect([without(), without('ap'), without('reuters')]).toEqual(['disputed', 'reported', 'denied']);
  });

  test('is never more than was said where nothing is left', () => {
    expect(without('ap', 'reuters')).toBe('disputed');
    expect([
      fallsWithout(claims, new Set(['ap', 'reuters'])), fallsWithout(claims, new Set(['ap'])), fallsWithout([], new Set(['ap'])),
    ]).toEqual([true, false, false]);
  });
});

describe('independent publishers', () => {
  test('keep the spelling and the order in which they first appear', () => {
    expect(independentPublishers([SOURCES[2], SOURCES[1], undefined, SOURCES[0]], sourceOf)).toEqual(['Associated Press', ' REUTERS ']);
  });

  test('of every kind of source count, but for readings of our own', () => {
    expect(independentPublishers(sourceKinds.map((kind) => source(kind, kind, kind)), sourceOf)).toEqual(
      sourceKinds.filter((kind) => kind !== 'reading'),
    );
  });
});

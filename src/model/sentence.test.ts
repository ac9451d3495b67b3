import { describe, expect, test } from 'vitest';
import {
  datesText, hasEnded, relationshipType, relationshipTypeIds, tieWords,
  type Relationship, type Status,
} from './index';

const owns = (more: Partial<Relationship> = {}): Relationship => ({ id: 'r', type: 'owns', from: 'oth', to: 'cheo', claims: [], ...more });
const sentence = (r: Relationship, status: Status = 'reported', forward = true) =>
  tieWords(r, forward, status, (id) => ((id === r.from) === forward ? 'A' : 'B'));

describe('a relationship as a sentence', () => {
  test('has the share in the verb where that reads naturally', () => {
    expect(sentence(owns({ share: 75, start: '2008' }))).toBe('A owns 75 % of B (since 2008)');
    expect(sentence(owns())).toBe('A owns B');
  });

  test('has the share behind the name read the other way', () => {
    expect(sentence(owns({ share: 75 }), 'reported', false)).toBe('A is owned by B (75 %)');
    expect(sentence(owns({ type: 'partnerIn', share: { min: 25, max: 50 } }))).toBe('A is a partner in B (25–50 %)');
  });

  test('is in the past once an end is recorded, and only then', () => {
    expect(sentence(owns({ share: 75, start: '2008', end: '2011' }))).toBe('A owned 75 % of B (2008–2011)');
    expect(sentence(owns({ end: '2011' }), 'reported', false)).toBe('A was owned by B (until 2011)');
    expect(sentence(owns({ start: '2008', end: '..' }))).toBe('A owns B (from 2008, end unknown)');
  });

  test('hedges what is only alleged and marks what is disputed or denied', () => {
    expect(sentence(owns({ type: 'supplies' }), 'alleged')).toBe('A allegedly supplies B');
    expect(sentence(owns(), 'alleged', false)).toBe('A is allegedly owned by B');
    expect(sentence(owns({ type: 'supplies' }), 'disputed')).toBe('A supplies B (disputed)');
    expect(sentence(owns({ type: 'supplies', start: '2008' }), 'denied')).toBe('A supplies B (since 2008, denied)');
    expect(sentence(owns({ type: 'supplies' }), 'confirmed')).toBe('A supplies B');
  });

  test('says in what capacity', () => {
    expect(sentence(owns({ type: 'directs', role: 'chief executive', start: '2014-10', end: '2016-12-04' }))).toBe(
      'A directed B (chief executive, 2014-10–2016-12-04)',
    );
  });

  test('uses the verb of its own, with its direction kept', () => {
    const bans = owns({ type: 'linkedTo', label: 'was bound for' });
    expect(sentence(bans)).toBe('A was bound for B');
    expect(sentence(bans, 'reported', false)).toBe('A is linked to B (which “was bound for” it)');
    expect(sentence(owns({ type: 'contracts', label: 'signs with' }), 'reported', false)).toBe('A signs with B');
    expect(sentence(owns({ label: 'took over', share: 75 }))).toBe('A took over B (75 %)');
  });

  test('can be made of every type, both ways and in both tenses', () => {
    for (const type of relationshipTypeIds) {
      const { verb, inverse, past, inversePast, directed } = relationshipType(type);
      expect(sentence(owns({ type }))).toBe(`A ${verb} B`);
      expect(sentence(owns({ type }), 'reported', false)).toBe(`A ${inverse} B`);
      expect(sentence(owns({ type, end: '2011' }), 'reported', false)).toBe(`A ${inversePast} B (until 2011)`);
      expect(sentence(owns({ type, end: '2011' }))).toBe(`A ${past} B (until 2011)`);
      expect(verb === inverse || directed).toBe(true);
    }
  });
});

describe('dates in words', () => {
  test.each([
    [{}, ''],
    [{ start: '2008' }, 'since 2008'],
    [{ end: '2011' }, 'until 2011'],
    [{ start: '2008', end: '2011' }, '2008–2011'],
    [{ start: '2008-12-15', end: '2008-12-15' }, '2008-12-15'],
    [{ start: '2008', end: '..' }, 'from 2008, end unknown'],
    [{ end: '..' }, ''],
  ])('%j', (interval, text) => {
    expect(datesText(interval)).toBe(text);
  });

  test('an unknown end is not an end', () => {
    expect([hasEnded({}), hasEnded({ end: '..' }), hasEnded({ end: '2011' })]).toEqual([false, false, true]);
  });
});

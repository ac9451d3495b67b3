import { describe, expect, test } from 'vitest';
import type { Entity, Relationship, Source } from '../model';
import { enterClaim, readClaimLine, type EntryContext } from '.';

const people: Entity[] = [{ id: 'oak', type: 'company', name: 'Oak' }, { id: 'quay', type: 'company', name: 'Quay' }];
const lexicon = { named: (name: string) => people.filter((e) => e.name === name) };
const source: Source = { id: 'filing', title: 'Filing', publisher: 'Register', kind: 'filing' };
const tie: Relationship = {
  id: 'r', type: 'owns', from: 'oak', to: 'quay', start: '2008', share: { min: 50, max: 100 },
  claims: [{ source: 'news', stance: 'alleges' }],
};

function enter(text: string, context: Partial<EntryContext> = {}) {
  const { claim } = readClaimLine(text, lexicon);
  return enterClaim(claim!, {
    source, hasSource: true, entity: (id) => people.find((e) => e.id === id), ties: [], isTaken: () => false, ...context,
  });
}
const records = (entered: ReturnType<typeof enter>) => entered.edits.map((e) => e.record);

describe('entering a claim', () => {
  test('makes source, entities and tie, all that is missing', () => {
    const entered = enter('Oak owns Pier Ltd 75 % p. 4', { hasSource: false });
    expect(records(entered)).toEqual([
      source,
      { id: 'pier-ltd', type: 'company', name: 'Pier Ltd' },
      {
        id: 'oak-owns-pier-ltd', type: 'owns', from: 'oak', to: 'pier-ltd', share: 75,
        claims: [{ source: 'filing', stance: 'asserts', locator: 'p. 4' }],
      },
    ]);
    expect(entered).toMatchObject({
      ends: ['oak', 'pier-ltd'], about: { list: 'relationships', id: 'oak-owns-pier-ltd' }, existing: false,
    });
  });

  test('reads the inverse verb to the same tie', () => {
    expect(enter('Quay is owned by Oak').about.id).toBe('oak-owns-quay');
  });

  test('gives a tie that is there the claim, and what the line tells more exactly', () => {
    const entered = enter('Oak owns Quay 75 % 2008-12..2015', { ties: [tie] });
    expect(records(entered)).toEqual([
      { ...tie, start: '2008-12', end: '2015', share: 75, claims: [...tie.claims, { source: 'filing', stance: 'asserts' }] },
    ]);
    expect(entered.existing).toBe(true);
  });

  test('keeps what a tie says more exactly than the line', () => {
    expect(records(enter('Oak owns Quay at least 40 % 2008', { ties: [tie] }))).toMatchObject([
      { share: { min: 50, max: 100 }, start: '2008' },
    ]);
  });

  test.each(['Oak owns Quay 25 %', 'Oak owns Quay 2009', 'Oak supplies Quay', 'Oak owns Quay indirectly'])(
    'makes a tie of its own of what contradicts the one that is there: %s',
    (text) => {
      const entered = enter(text, { ties: [tie] });
      expect(entered.existing).toBe(false);
      expect(records(entered)).toHaveLength(1);
    },
  );

  test('a claim that is there already is told, and nothing is done', () => {
    const said: Relationship = { ...tie, claims: [{ source: 'filing', stance: 'asserts', locator: 'p. 4' }] };
    expect(enter('Oak owns Quay p. 4', { ties: [said] })).toMatchObject({ repeated: true, edits: [] });
    expect(enter('Oak owns Quay p. 5', { ties: [said] })).toMatchObject({ repeated: false });
  });

  test('a tie without direction is found from either side', () => {
    const met: Relationship = { id: 'm', type: 'meets', from: 'quay', to: 'oak', claims: [] };
    expect(enter('Oak meets Quay', { ties: [met] }).about.id).toBe('m');
  });

  test('takes ids that are free', () => {
    const taken = new Set(['relationships oak-owns-pier-2', 'entities pier']);
    const entered = enter('Oak owns Pier', { isTaken: (list, id) => taken.has(`${list} ${id}`) });
    expect(entered.edits.map((e) => e.id)).toEqual(['pier-2', 'oak-owns-pier-2-2']);
  });

  test('about an entity stands at it, and fills a date that is missing', () => {
    expect(records(enter('Quay founded December 2008 p. 2'))).toEqual([{
      ...people[1], start: '2008-12',
      claims: [{ source: 'filing', stance: 'asserts', statement: 'Founded December 2008', locator: 'p. 2' }],
    }]);
    expect(records(enter('Pier: has two cranes'))).toEqual([
      { id: 'pier', type: 'company', name: 'Pier', claims: [{ source: 'filing', stance: 'asserts', statement: 'has two cranes' }] },
    ]);
  });
});

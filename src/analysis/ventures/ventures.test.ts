import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entity, Relationship } from '../../model';
import { randomStakes } from '../testing/randomStakes';
import { MOST_PAIRS } from './coVentures';
import { naiveVenturesOf } from '../testing/naiveVentures';
import { venturesOf } from './ventures';

const company = (id: string): Entity => ({ id, type: 'company', name: id });
const venture = (id: string): Entity => ({ id, type: 'jointVenture', name: id });
const stake = (id: string, from: string, to: string, more: Partial<Relationship> = {}): Relationship => ({
  id, type: 'owns', from, to, claims: [], ...more,
});

const entities = [company('a'), company('b'), company('c'), venture('v'), venture('w'), company('x'), company('y')];

test('a joint venture is a venture even where one partner alone is recorded; a company is one with two holders', () => {
  const relationships = [stake('1', 'a', 'v'), stake('2', 'a', 'x'), stake('3', 'b', 'x', { type: 'partnerIn' }), stake('4', 'a', 'y')];
  expect(venturesOf({ entities, relationships }).ventures.map((v) => v.venture)).toEqual(['v', 'w', 'x']);
});

test('partners come with most of it first, an unknown share bounded by what the others leave', () => {
  const relationships = [stake('1', 'a', 'v', { share: 25 }), stake('2', 'b', 'v', { share: 60 }), stake('3', 'c', 'v')];
  const [v] = venturesOf({ entities, relationships }).ventures;
  expect(v!.partners.map((p) => [p.partner, p.share.min, p.share.max])).toEqual([['b', 60, 60], ['a', 25, 25], ['c', 0, 15]]);
});

test('a partner whose stake two relationships record is one partner', () => {
  const relationships = [stake('1', 'a', 'v', { share: 75 }), stake('2', 'a', 'v', { type: 'partnerIn', role: 'operator' })];
  expect(venturesOf({ entities, relationships }).ventures[0]!.partners).toEqual([
    { partner: 'a', share: { min: 75, max: 75 }, recorded: { min: 75, max: 75 }, relationships: ['1', '2'] },
  ]);
});

test('successive holders of one share do not clash, holders at one time over 100 % do', () => {
  const successive = [stake('1', 'a', 'v', { share: 75, start: '2008', end: '2010' }), stake('2', 'b', 'v', { share: 75, start: '2011' })];
  expect(venturesOf({ entities, relationships: successive }).ventures[0]!.clashes).toEqual([]);
  const together = [stake('1', 'a', 'v', { share: 75, start: '2008-02-01' }), stake('2', 'b', 'v', { share: 50, start: '2011-03-01' })];
  expect(venturesOf({ entities, relationships: together }).ventures[0]!.clashes).toEqual([
    { from: '2011-03-01', sum: 125, relationships: ['1', '2'] },
  ]);
});

test('parties that meet in most ventures come first', () => {
  const relationships = [
    stake('1', 'a', 'v'), stake('2', 'b', 'v'), stake('3', 'b', 'w'), stake('4', 'c', 'w'), stake('5', 'a', 'x'), stake('6', 'b', 'x'),
  ];
  expect(venturesOf({ entities, relationships }).coVentures).toEqual([
    { a: 'a', b: 'b', ventures: ['v', 'x'] }, { a: 'b', b: 'c', ventures: ['w'] },
  ]);
});

test('asked about one party, its ventures alone are told; asked about a venture, that venture', () => {
  const relationships = [stake('1', 'a', 'v'), stake('2', 'b', 'w')];
  expect(venturesOf({ entities, relationships }, 'a').ventures.map((v) => v.venture)).toEqual(['v']);
  expect(venturesOf({ entities, relationships }, 'w').ventures.map((v) => v.venture)).toEqual(['w']);
});

test('successive holders leave a partner what each of them left at its time, not what all of them leave together', () => {
  const relationships = [
    stake('1', 'a', 'v', { share: 75, start: '2008-01-01', end: '2010-12-31' }), stake('2', 'b', 'v', { share: 75, start: '2011-01-01' }),
    stake('3', 'c', 'v', { start: '2008-01-01' }),
  ];
  const partner = venturesOf({ entities, relationships }).ventures[0]!.partners.find((p) => p.partner === 'c')!;
  expect([partner.share, partner.recorded]).toEqual([{ min: 0, max: 25 }, { min: 0, max: 100 }]);
});

test('what a partner may have had before the others came is not what they left it later', () => {
  const relationships = [stake('1', 'a', 'v', { share: 75, start: '2011' }), stake('2', 'c', 'v', { start: '2008' })];
  expect(venturesOf({ entities, relationships }).ventures[0]!.partners.find((p) => p.partner === 'c')!.share).toEqual({ min: 0, max: 100 });
});

test('partners who were never partners on one day do not meet; those whose dates meet in a day or a year may', () => {
  const meet = (end: string, start: string) =>
    venturesOf({ entities, relationships: [stake('1', 'a', 'v', { end }), stake('2', 'b', 'v', { start })] }).coVentures.length > 0;
  expect(meet('2010', '2011')).toBe(false);
  expect(meet('2010-12-31', '2010-12-31')).toBe(true);
  expect(meet('2011', '2011')).toBe(true);
});

test('whatever the stakes, the answer is that of the plain reading', () => {
  const parties = [...'fedcba'].map((id) => (id === 'b' ? venture(id) : company(id)));
  fc.assert(
    fc.property(randomStakes, fc.constantFrom(undefined, 'a', 'b'), (relationships, about) => {
      expect(venturesOf({ entities: parties, relationships }, about)).toEqual(naiveVenturesOf({ entities: parties, relationships }, about));
    }),
    { numRuns: 1000, seed: 7 },
  );
});

test('of more pairs than can be listed the first are, and the rest are counted', () => {
  const holders = Array.from({ length: 150 }, (_, i) => company(`h${String(i).padStart(3, '0')}`));
  const relationships = [...holders.map(({ id }) => stake(id, id, 'v')), stake('again', 'h148', 'w'), stake('and', 'h149', 'w')];
  const { coVentures, moreCoVentures } = venturesOf({ entities: [...entities, ...holders], relationships });
  expect(coVentures).toHaveLength(MOST_PAIRS);
  expect(coVentures[0]).toEqual({ a: 'h148', b: 'h149', ventures: ['v', 'w'] });
  expect(coVentures[1]).toEqual({ a: 'h000', b: 'h001', ventures: ['v'] });
  expect(moreCoVentures).toBe((150 * 149) / 2 - MOST_PAIRS);
});

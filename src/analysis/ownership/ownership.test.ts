import fc from 'fast-check';
import { createRandom } from '../testing/createRandom';
import { expect, describe, test } from 'vitest';
import { compareText, type Relationship, type Share, type ShareBounds } from '../../model';
import { bySize, effectiveShares } from './effectiveShares';
import { fiftyPercentRule } from './fiftyPercentRule';
import { holdingsOf } from './holding';
import { naiveEffectiveShares, naiveHoldingsOf, naiveOver100Above } from '../testing/naiveShares';
import { ownershipOf } from './ownership';
import { randomStakes } from '../testing/randomStakes';

let count = 0;
function owns(from: string, to: string, share?: Share, more: Partial<Relationship> = {}): Relationship {
  return { id: `r${count++}`, type: 'owns', from, to, claims: [], ...(share === undefined ? {} : { share }), ...more };
}
function shareOf(relationships: Relationship[], holder: string, entity: string) {
  return effectiveShares(holdingsOf(relationships), entity).find((e) => e.holder === holder)?.share;
}
const close = (min: number, max = min) => ({ min: expect.closeTo(min, 9), max: expect.closeTo(max, 9) });
/** As near as sweeps come that end where one of them changes less than a millionth of a millionth. */
const near = ({ min, max }: ShareBounds) => ({ min: expect.closeTo(min, 5), max: expect.closeTo(max, 5) });

describe('effective shares', () => {
  test('a chain multiplies, several chains add up', () => {
    const dataset = [owns('p', 'a', 80), owns('p', 'b', 50), owns('a', 'x', 60), owns('b', 'x', 40)];
    expect(shareOf(dataset, 'p', 'x')).toEqual(close(68));
  });

  test('cross-holdings are solved as a linear system: P has 80 % of A, A half of B, B a fifth of A', () => {
    const dataset = [owns('p', 'a', 80), owns('b', 'a', 20), owns('a', 'b', 50), owns('q', 'b', 50)];
    // V(A) = 0.8 + 0.2·V(B), V(B) = 0.5·V(A)
    expect(shareOf(dataset, 'p', 'a')).toEqual(close(800 / 9));
    expect(shareOf(dataset, 'p', 'b')).toEqual(close(400 / 9));
    expect(shareOf(dataset, 'q', 'b')).toEqual(close(500 / 9));
  });

  test("what returns to a holder through its own cross-held part is left out, so that all outside owners have 100 % together", () => {
    const dataset = [owns('p', 'a', 80), owns('b', 'a', 20), owns('a', 'b', 50), owns('q', 'b', 50)];
    // A's share of B is what it holds directly: the part of A that B holds is A's own.
    expect(shareOf(dataset, 'a', 'b')).toEqual(close(50));
    const outside = ['p', 'q'].map((h) => shareOf(dataset, h, 'b')!.min);
    expect(outside[0]! + outside[1]!).toBeCloseTo(100, 9);
  });

  test('a holder of itself: its outside owners share what it does not hold', () => {
    const dataset = [owns('x', 'x', 20), owns('p', 'x', 60), owns('q', 'x', 20)];
    expect(shareOf(dataset, 'p', 'x')).toEqual(close(75));
    expect(shareOf(dataset, 'q', 'x')).toEqual(close(25));
  });

  test('two entities that hold all of each other have no owner outside, and nothing comes out of nothing', () => {
    const dataset = [owns('a', 'b', 100), owns('b', 'a', 100)];
    expect(shareOf(dataset, 'a', 'b')).toEqual(close(100));
    expect(effectiveShares(holdingsOf(dataset), 'b').map((e) => e.holder)).toEqual(['a']);
  });

  test('an unknown share is what the others leave, never zero and never more', () => {
    const dataset = [owns('p', 'x', 60), owns('q', 'x'), owns('r', 'x', 15)];
    expect(shareOf(dataset, 'q', 'x')).toEqual(close(0, 25));
  });

  test('two unknown holders cannot both have all that is left when they belong to one parent', () => {
    const dataset = [owns('p', 'a', 100), owns('p', 'b', 100), owns('a', 'x'), owns('b', 'x'), owns('q', 'x', 70)];
    expect(shareOf(dataset, 'p', 'x')).toEqual(close(0, 30));
  });

  test('a share recorded as indirect is not added to the chain that it sums up', () => {
    const dataset = [owns('p', 'a', 50), owns('a', 'x', 50), owns('p', 'x', 25, { indirect: true })];
    expect(shareOf(dataset, 'p', 'x')).toEqual(close(25));
  });

  test('a share recorded as indirect counts where no chain is recorded', () => {
    expect(shareOf([owns('p', 'x', 25, { indirect: true })], 'p', 'x')).toEqual(close(25));
  });

  test('control without a share is no holding', () => {
    const control: Relationship = { id: 'c', type: 'controls', from: 'p', to: 'x', claims: [] };
    expect(effectiveShares(holdingsOf([control]), 'x')).toEqual([]);
  });

  test('nobody has more than all of an entity, though its holders have more than 100 % together and hold each other in circles', () => {
    const circles = [owns('p', 'a', 50), owns('a', 'b', 100), owns('b', 'a', 100), owns('a', 'c', 100), owns('c', 'a', 100)];
    const below = [owns('a', 'x', { min: 0, max: 20 }), owns('p', 'x', 10)];
    expect(shareOf([...circles, ...below], 'p', 'x')).toEqual(close(10, 30));
    expect(shareOf([owns('p', 'a', 75), owns('p', 'b', 75), owns('b', 'a', 75), owns('a', 'y', 40)], 'p', 'y')).toEqual(close(40));
  });

  test('chains are listed shortest first', () => {
    const dataset = [owns('p', 'x', 10), owns('p', 'a', 50), owns('a', 'x', 50)];
    expect(effectiveShares(holdingsOf(dataset), 'x').find((e) => e.holder === 'p')!.chains).toEqual([['p', 'x'], ['p', 'a', 'x']]);
  });

  test('on random holdings without circles the share is the sum over all chains, found by walking them', () => {
    const random = createRandom(7);
    for (let round = 0; round < 200; round++) {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
      const dataset: Relationship[] = [];
      ids.forEach((to, j) =>
        ids.slice(0, j).forEach((from) => {
          if (random() < 0.5) dataset.push(owns(from, to, Math.floor((random() * 100) / j)));
        }),
      );
      const walk = (from: string, to: string): number =>
        from === to ? 1 : dataset.filter((r) => r.from === from).reduce((sum, r) => sum + ((r.share as number) / 100) * walk(r.to, to), 0);
      for (const { holder, share } of effectiveShares(holdingsOf(dataset), 'f')) {
        expect(share.min).toBeCloseTo(100 * walk(holder, 'f'), 8);
        expect(share.max).toBeCloseTo(share.min, 8);
      }
    }
  });

  test('on random holdings with circles, outside owners of a wholly recorded entity have 100 % together', () => {
    const random = createRandom(11);
    for (let round = 0; round < 100; round++) {
      const inside = ['a', 'b', 'c', 'd'];
      const dataset = inside.flatMap((to) => {
        const weights = [...inside, 'p', 'q'].map((from) => ({ from, weight: random() }));
        const total = weights.reduce((s, w) => s + w.weight, 0);
        return weights.map(({ from, weight }) => owns(from, to, Math.min(100, (100 * weight) / total)));
      });
      const all = effectiveShares(holdingsOf(dataset), 'a');
      const outside = all.filter((e) => e.holder === 'p' || e.holder === 'q').reduce((sum, e) => sum + e.share.min, 0);
      expect(outside).toBeCloseTo(100, 6);
    }
  });
});

describe('the 50 per cent rule', () => {
  const answer = (relationships: Relationship[], entity: string, ...listed: string[]) =>
    fiftyPercentRule(holdingsOf(relationships), entity, new Set(listed));

  // The cases of the guidance's frequently asked question 401, reworded with our names.
  test('X has half of A, A has half of B: both count', () => {
    const dataset = [owns('x', 'a', 50), owns('a', 'b', 50)];
    expect(answer(dataset, 'a', 'x').answer).toBe('yes');
    expect(answer(dataset, 'b', 'x').answer).toBe('yes');
  });
  test('X has half of A and 10 % of B, A has 40 % of B: B counts', () => {
    expect(answer([owns('x', 'a', 50), owns('x', 'b', 10), owns('a', 'b', 40)], 'b', 'x')).toMatchObject({
      answer: 'yes', aggregate: { min: 50, max: 50 },
    });
  });
  test('X has half of A and a quarter of B, A and B have a quarter of C each: C does not count', () => {
    expect(answer([owns('x', 'a', 50), owns('x', 'b', 25), owns('a', 'c', 25), owns('b', 'c', 25)], 'c', 'x')).toMatchObject({
      answer: 'no', aggregate: { min: 25, max: 25 },
    });
  });
  test('X has half of A and half of B, A and B have a quarter of C each: C counts', () => {
    expect(answer([owns('x', 'a', 50), owns('x', 'b', 50), owns('a', 'c', 25), owns('b', 'c', 25)], 'c', 'x').answer).toBe('yes');
  });
  test('X and Y, both listed, have a quarter of A each: A counts in aggregate', () => {
    expect(answer([owns('x', 'a', 25), owns('y', 'a', 25)], 'a', 'x', 'y').answer).toBe('yes');
  });
  test('a quarter of A and a quarter of B, each with half of C: C does not count, though the products add up to 25 %', () => {
    expect(answer([owns('x', 'a', 25), owns('x', 'b', 25), owns('a', 'c', 50), owns('b', 'c', 50)], 'c', 'x').answer).toBe('no');
  });

  test('just short of half is no', () => {
    expect(answer([owns('x', 'a', 49.99)], 'a', 'x').answer).toBe('no');
    expect(answer([owns('x', 'a', 50)], 'a', 'x').answer).toBe('yes');
  });
  test('an unknown share makes it undetermined, with the bounds that decide', () => {
    expect(answer([owns('x', 'a'), owns('q', 'a', 30)], 'a', 'x')).toMatchObject({
      answer: 'undetermined', aggregate: { min: 0, max: 70 },
    });
  });
  test('an unknown share that cannot reach half is no', () => {
    expect(answer([owns('x', 'a'), owns('q', 'a', 75)], 'a', 'x')).toMatchObject({ answer: 'no', aggregate: { min: 0, max: 25 } });
  });
  test('entities that hold each other do not lift themselves up', () => {
    expect(answer([owns('a', 'b', 60), owns('b', 'a', 60), owns('x', 'a', 40)], 'b', 'x').answer).toBe('no');
  });
  test('the proof is a tree with owners above, and says where holdings run in a circle', () => {
    const { proof } = answer([owns('x', 'a', 60), owns('b', 'a', 40), owns('a', 'b', 100)], 'b', 'x');
    expect(proof).toMatchObject({
      entity: 'b',
      counts: 'yes',
      holders: [{
        share: { min: 100, max: 100 },
        proof: {
          entity: 'a', counts: 'yes', holders: [{ proof: { entity: 'x', counts: 'listed' } }, { proof: { entity: 'b', again: true } }],
        },
      }],
    });
  });

  test('on random known shares it agrees with a naive fixed point', () => {
    const random = createRandom(3);
    for (let round = 0; round < 300; round++) {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      const dataset = ids.flatMap((to) =>
        [...ids, 'x'].filter((from) => from !== to && random() < 0.5).map((from) => owns(from, to, Math.floor(random() * 34))),
      );
      const held = new Set(['x']);
      for (let i = 0; i < 10; i++) for (const id of ids) {
        const sum = dataset.filter((r) => r.to === id && held.has(r.from)).reduce((s, r) => s + (r.share as number), 0);
        if (sum >= 50) held.add(id);
      }
      for (const id of ids) expect(answer(dataset, id, 'x').answer).toBe(held.has(id) ? 'yes' : 'no');
    }
  });
});

describe('who owns an entity', () => {
  test('an as-of date picks the holder of that time', () => {
    const dataset = [owns('old', 'x', 75, { start: '2008', end: '2011-10' }), owns('new', 'x', 75, { start: '2011-11' })];
    expect(ownershipOf(dataset, { entity: 'x', asOf: { from: '2009', to: '2009' } }).direct.map((h) => h.holder)).toEqual(['old']);
    expect(ownershipOf(dataset, { entity: 'x', asOf: { from: '2015', to: '2015' } }).direct.map((h) => h.holder)).toEqual(['new']);
  });
  test('a holding that only possibly held at the date counts from nothing to its share', () => {
    const dataset = [owns('p', 'x', 75, { start: '2008' })];
    const { direct } = ownershipOf(dataset, { entity: 'x', asOf: { from: '2008-03', to: '2008-03' } });
    expect(direct[0]!.share).toEqual({ min: 0, max: 75 });
  });
  test('holders that have more than 100 % together are flagged', () => {
    expect(ownershipOf([owns('p', 'x', 75), owns('q', 'x', 50)], { entity: 'x' }).over100).toBe(true);
    expect(ownershipOf([owns('p', 'x', 75), owns('q', 'x', 25)], { entity: 'x' }).over100).toBe(false);
  });
  test('ultimate owners are those of whom no holder is recorded', () => {
    const dataset = [owns('p', 'a', 100), owns('a', 'x', 50), owns('q', 'x', 50)];
    expect(ownershipOf(dataset, { entity: 'x' }).ultimate).toEqual([{ holder: 'p', share: close(50) }, { holder: 'q', share: close(50) }]);
  });

  test('where one stake ends on the day on which the next begins, both may have held that day and neither certainly has both', () => {
    const dataset = [owns('old', 'x', 75, { start: '2008', end: '2011-10-31' }), owns('new', 'x', 75, { start: '2011-10-31' })];
    const onTheDay = ownershipOf(dataset, { entity: 'x', asOf: { from: '2011-10-31', to: '2011-10-31' } });
    expect(onTheDay.over100).toBe(true);
    const inMonths = ownershipOf([owns('old', 'x', 75, { start: '2008', end: '2011-10' }), owns('new', 'x', 75, { start: '2011-10' })], {
      entity: 'x', asOf: { from: '2011-10-15', to: '2011-10-15' },
    });
    expect(inMonths.over100).toBe(false);
    expect(inMonths.direct.map((h) => h.share)).toEqual([{ min: 0, max: 75 }, { min: 0, max: 75 }]);
  });
  test('the stakes behind the answer are told, those that only sum up recorded chains left out', () => {
    const dataset = [owns('p', 'a', 50), owns('a', 'x', 50), owns('p', 'x', 25, { indirect: true }), owns('q', 'elsewhere', 100)];
    const { holdings, direct } = ownershipOf(dataset, { entity: 'x' });
    expect(holdings.map((h) => [h.holder, h.held])).toEqual([['p', 'a'], ['a', 'x']]);
    expect(direct.map((h) => [h.holder, h.indirect])).toEqual([['a', false], ['p', true]]);
  });
  test('a holder of itself is told once and proves nothing of itself', () => {
    const { listed } = ownershipOf([owns('x', 'x', 30), owns('l', 'x', 40)], { entity: 'x', listed: ['l'] });
    expect(listed).toMatchObject({ answer: 'no', aggregate: { min: 40, max: 40 } });
    const { proof } = ownershipOf([owns('x', 'x', 30), owns('l', 'x', 60)], { entity: 'x', listed: ['l'] }).listed!;
    expect(proof.holders.map((h) => [h.proof.entity, h.proof.again])).toEqual([['l', undefined], ['x', true]]);
  });
});

describe('whatever the stakes', () => {
  test('the holdings of a date, the effective shares and what has more than 100 % are those of the plain reading', () => {
    const dates = fc.constantFrom(undefined, '2008', '2008-06-15', '2011');
    fc.assert(
      fc.property(randomStakes, dates, (relationships, date) => {
        const period = date === undefined ? undefined : { from: date, to: date };
        const holdings = naiveHoldingsOf(relationships, period);
        expect(holdingsOf(relationships, period && { period })).toEqual(holdings);
        const shares = effectiveShares(holdings, 'a');
        const expected = naiveEffectiveShares(holdings, 'a').map((e) => ({ ...e, share: near(e.share) }));
        expect([...shares].sort((x, y) => compareText(x.holder, y.holder))).toEqual(expected);
        expect(shares).toEqual([...shares].sort(bySize));
        const answer = ownershipOf(relationships, { entity: 'a', asOf: period });
        expect(answer.effective).toEqual(shares);
        expect(answer.over100Above.sort(compareText)).toEqual(naiveOver100Above(holdings, 'a').filter((id) => id !== 'a'));
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});

describe('a stake without a start, at a date', () => {
  const asOf = { from: '2010', to: '2010' };
  const stakes = [{ ...owns('listed', 'x', 60), id: 'undated' }, { ...owns('q', 'x', 40, { start: '2005' }), id: 'dated' }];

  test('only possibly held, and the answer says that its missing start decides', () => {
    const answer = ownershipOf(stakes, { entity: 'x', asOf, listed: ['listed'] });
    expect(answer.listed!.answer).toBe('undetermined');
    expect(answer.undated).toEqual({ relationships: ['undated'], taken: 'possible', otherwise: 'yes' });
  });

  test('taken as held, held all along, and the answer says so', () => {
    const answer = ownershipOf(stakes, { entity: 'x', asOf, listed: ['listed'], undated: 'held' });
    expect(answer.listed!.answer).toBe('yes');
    expect(answer.direct[0]).toMatchObject({ holder: 'listed', share: { min: 60, max: 60 } });
    expect(answer.undated).toEqual({ relationships: ['undated'], taken: 'held', otherwise: 'undetermined' });
  });

  test('that had ended before, or is not asked about at a date, decides nothing', () => {
    expect(ownershipOf([{ ...stakes[0]!, end: '2008' }, stakes[1]!], { entity: 'x', asOf }).undated).toBeUndefined();
    expect(ownershipOf(stakes, { entity: 'x' }).undated).toBeUndefined();
  });
});

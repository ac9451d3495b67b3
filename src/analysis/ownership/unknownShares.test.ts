import { expect, test } from 'vitest';
import type { Relationship } from '../../model';
import { effectiveShares } from './effectiveShares';
import { fiftyPercentRule } from './fiftyPercentRule';
import { holdingsOf } from './holding';
import { createRandom } from '../testing/createRandom';

const IDS = ['a', 'b', 'c', 'd'];
const HOLDERS = [...IDS, 'p', 'q'];

/** Random holdings, circles among them; about a third of the shares unknown, no entity over 100 per cent. */
function someHoldings(random: () => number): Relationship[] {
  return IDS.flatMap((to) => {
    const holders = HOLDERS.filter((from) => from !== to && random() < 0.5);
    return holders.map((from): Relationship => ({
      id: `${from}-${to}`, type: 'owns', from, to, claims: [],
      ...(random() < 0.35 ? {} : { share: Math.floor((random() * 100) / holders.length) }),
    }));
  });
}

/** The same with every unknown share filled in, so that the holders of each have at most 100 per cent. */
function filledIn(relationships: readonly Relationship[], random: () => number): Relationship[] {
  const left = new Map(
    IDS.map((id) => [
      id, 100 - relationships.filter((r) => r.to === id).reduce((sum, r) => sum + ((r.share as number | undefined) ?? 0), 0),
    ]),
  );
  const order = [...relationships].sort(() => random() - 0.5);
  const filled = new Map(order.map((r) => {
    if (r.share !== undefined) return [r.id, r];
    const room = left.get(r.to)!;
    const share = random() < 0.3 ? room : random() * room;
    left.set(r.to, room - share);
    return [r.id, { ...r, share }];
  }));
  return relationships.map((r) => filled.get(r.id)!);
}

test('whatever the unknown shares are, what comes down in effect lies within the bounds', () => {
  const random = createRandom(23);
  for (let round = 0; round < 60; round++) {
    const relationships = someHoldings(random);
    const bounds = new Map(effectiveShares(holdingsOf(relationships), 'a').map((e) => [e.holder, e.share]));
    for (let i = 0; i < 8; i++) {
      for (const { holder, share } of effectiveShares(holdingsOf(filledIn(relationships, random)), 'a')) {
        expect(share.min).toBeGreaterThanOrEqual(bounds.get(holder)!.min - 1e-6);
        expect(share.max).toBeLessThanOrEqual(bounds.get(holder)!.max + 1e-6);
      }
    }
  }
});

test('a yes or no of the 50 per cent rule holds whatever the unknown shares are', () => {
  const random = createRandom(29);
  const listed = new Set(['p']);
  const seen = new Set<string>();
  for (let round = 0; round < 200; round++) {
    const relationships = someHoldings(random);
    const { answer } = fiftyPercentRule(holdingsOf(relationships), 'a', listed);
    seen.add(answer);
    for (let i = 0; i < 8; i++) {
      const known = fiftyPercentRule(holdingsOf(filledIn(relationships, random)), 'a', listed).answer;
      expect(known).not.toBe('undetermined');
      if (answer !== 'undetermined') expect(known).toBe(answer);
    }
  }
  expect([...seen].sort()).toEqual(['no', 'undetermined', 'yes']);
});

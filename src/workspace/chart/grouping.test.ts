import { expect, test } from 'vitest';
import type { ChartGroup, Entity } from '../../model';
import { drawnPart } from '..';
import { begin } from '../testing/begin';
import { largeCase } from '../testing/smallCase';
import { testPlatform } from '../testing/testPlatform';
import { MOST_DRAWN } from './chart';
import { partsOf } from './grouping';

test('a chart that would draw more than it can move draws groups by type, in the same step as what was added', async () => {
  const { workspace, state } = await begin(testPlatform({ cases: { large: largeCase(MOST_DRAWN + 40) } }));
  const before = state().chart;
  await workspace.run('add', Array.from({ length: MOST_DRAWN + 40 }, (_, i) => `c${i}`));
  expect(state().chart.entities.size).toBe(MOST_DRAWN + 40);
  expect(state().chart.groups).toMatchObject([{ name: 'companies', closed: true }]);
  expect(drawnPart(state()).part.entities).toHaveLength(1);
  expect(state().notices.map((n) => n.text).join()).toContain('Groups by type stand for them');
  await workspace.run('undo');
  expect(state().chart).toEqual(before);
});

test('a group that is too large to be opened falls apart by what its members do not have in common', () => {
  const entity = (i: number, more: Partial<Entity> = {}): Entity => ({
    id: `e${i}`, type: 'company', name: `Name ${String(i).padStart(4, '0')}`, ...more,
  });
  const group = (members: readonly Entity[]): ChartGroup => ({ id: 'g', name: 'All', members: members.map((e) => e.id), colour: 'group2' });
  const mixed = Array.from({ length: 10 }, (_, i) => entity(i, i < 4 ? { type: 'person' } : {}));
  const told = partsOf(group(mixed), mixed).map((g) => [g.name, g.members.length, g.colour]);
  expect(told).toEqual([['companies', 6, 'group2'], ['people', 4, 'group2']]);
  const countries = Array.from({ length: 10 }, (_, i) => entity(i, { jurisdiction: i < 7 ? 'CY' : 'MT' }));
  expect(partsOf(group(countries), countries).map((g) => [g.name, g.members.length])).toEqual([['CY', 7], ['MT', 3]]);
  const alike = Array.from({ length: 450 }, (_, i) => entity(i));
  const parts = partsOf(group(alike), alike);
  expect(parts.map((g) => g.members.length)).toEqual([200, 200, 50]);
  expect(new Set(parts.flatMap((g) => g.members)).size).toBe(450);
});

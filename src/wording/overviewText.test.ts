import { expect, test } from 'vitest';
import { groupText, tiesLabel, tiesText } from './groupCounts';
import { familiesText, groupName, overviewSentences } from './overviewText';

const group = {
  entities: 1234, members: [{ name: 'Acme Holding' }], country: 'GB',
  types: [{ type: 'company' as const, entities: 1230 }, { type: 'person' as const, entities: 1 }, { type: 'asset' as const, entities: 3 }],
};

test('a community is called after its best connected member, a group by country after its type', () => {
  expect(groupName(group, 'communities')).toBe('Acme Holding');
  expect(groupName(group, 'type-country')).toBe('companies in GB');
  expect(groupName({ ...group, country: undefined }, 'type-country')).toBe('companies without a country');
});

test('a group is told by its size and its main types', () => {
  expect(groupText(group)).toBe('1,234 entities: 1,230 companies, 1 person, 3 assets');
  expect(groupText(group, 1)).toBe('1,234 entities: 1,230 companies, 4 others');
});

test('ties that are counted together say how many of them are doubtful, and why', () => {
  expect(tiesText({ relationships: 1, statuses: { confirmed: 1 } })).toBe('1 tie');
  expect(tiesText({ relationships: 1412, statuses: { reported: 1390, alleged: 17, disputed: 3, denied: 2 } })).toBe(
    '1,412 ties, 17 alleged only, 3 disputed, 2 denied',
  );
  expect(tiesLabel({ relationships: 1412, statuses: { reported: 1390, alleged: 17, denied: 2 } })).toBe('1,412 ties, 19 in doubt');
  expect(tiesLabel({ relationships: 1, statuses: { confirmed: 1 } })).toBe('1 tie');
  expect(familiesText({ families: { supply: 112, ownership: 300 } })).toBe('300 of ownership, 112 of supply');
});

test('what is in no group that is told of is counted', () => {
  const rest = { groups: 2, entities: 9, alone: 3, relationships: 7 };
  expect(overviewSentences({ by: 'type-country', entities: 100, places: 1, groups: [1, 2], rest })).toEqual([
    '2 groups of 91 of the 100 entities. Each is of one type in one country.',
    'Not shown: 6 in 2 smaller groups and 3 tied to nobody. 7 relationships are with them.',
    '1 place is left out, since places connect nobody.',
  ]);
});

import { entityTypes, families } from '../model';
import { counted, number, type SpokenGroup, type SpokenTies } from './groupCounts';
import { list } from './questionText';

interface SpokenOverview {
  readonly by: 'communities' | 'type-country';
  readonly entities: number;
  readonly places: number;
  readonly groups: readonly unknown[];
  readonly rest: { readonly groups: number; readonly entities: number; readonly alone: number; readonly relationships: number };
}

/** What a group is called: "Acme Holding", after its best connected member; "companies in GB" where it is one by type and country. */
export function groupName({ members, types, country }: SpokenGroup, by: SpokenOverview['by']): string {
  if (by === 'communities') return members[0]!.name;
  return `${entityTypes[types[0]!.type].plural} ${country === undefined ? 'without a country' : `in ${country}`}`;
}

/** "300 of ownership, 112 of supply". */
export function familiesText({ families: counts }: Pick<SpokenTies, 'families'>): string {
  return families.flatMap((family) => (counts[family] ? [`${number(counts[family])} of ${family}`] : [])).join(', ');
}

/** What groups these are, and what is in none of them, a sentence each. */
export function overviewSentences({ by, entities, places, groups, rest }: SpokenOverview): string[] {
  const members = `${number(entities - rest.entities)} of the ${counted(entities, 'entity', 'entities')}`;
  const how =
    by === 'communities'
      ? 'More ties run inside them than across, found by chance search from a fixed seed: a hint where to look, never a finding.'
      : 'Each is of one type in one country.';
  return [`${counted(groups.length, 'group', 'groups')} of ${members}. ${how}`, ...restSentences(rest), ...placeSentences(places)];
}

function restSentences({ groups, entities, alone, relationships }: SpokenOverview['rest']): string[] {
  if (entities === 0) return [];
  const parts = [
    ...(entities > alone ? [`${number(entities - alone)} in ${counted(groups, 'smaller group', 'smaller groups')}`] : []),
    ...(alone > 0 ? [`${number(alone)} tied to nobody`] : []),
  ];
  const ties = relationships > 0 ? ` ${counted(relationships, 'relationship is', 'relationships are')} with them.` : '';
  return [`Not shown: ${list(parts)}.${ties}`];
}

function placeSentences(places: number): string[] {
  return places === 0 ? [] : [`${counted(places, 'place is', 'places are')} left out, since places connect nobody.`];
}

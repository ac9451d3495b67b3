import { entityTypes, families, type EntityType, type Family, type Status } from '../model';
import { list } from './questionText';

/** A group of a whole dataset, as far as it is spoken of. */
interface SpokenGroup {
  readonly entities: number;
  readonly members: readonly { readonly name: string }[];
  readonly types: readonly { readonly type: EntityType; readonly entities: number }[];
  readonly country?: string | undefined;
}

interface SpokenTies {
  readonly relationships: number;
  readonly families: Partial<Record<Family, number>>;
  readonly statuses: Partial<Record<Status, number>>;
}

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

/** "12,047 entities: 9,000 companies, 3,047 people". At most so many types are named, and the others counted. */
export function groupText({ entities, types }: SpokenGroup, most = 3): string {
  const named = types.slice(0, most).map((t) => counted(t.entities, entityTypes[t.type].label, entityTypes[t.type].plural));
  const others = types.slice(most).reduce((sum, t) => sum + t.entities, 0);
  const all = others > 0 ? [...named, counted(others, 'other', 'others')] : named;
  return `${counted(entities, 'entity', 'entities')}: ${all.join(', ')}`;
}

/** What is said of ties that are doubtful, by their status. */
const DOUBTS: readonly (readonly [Status, string])[] = [
  ['alleged', 'alleged only'], ['disputed', 'disputed'], ['reading', 'a reading of the editor’s only'], ['denied', 'denied'],
];

/** "412 ties, 17 alleged only". Ties that are counted together are never said as one fact. */
export function tiesText({ relationships, statuses }: Pick<SpokenTies, 'relationships' | 'statuses'>): string {
  const doubts = DOUBTS.flatMap(([status, words]) => (statuses[status] ? [`${number(statuses[status])} ${words}`] : []));
  return [counted(relationships, 'tie', 'ties'), ...doubts].join(', ');
}

/** The same where there is little room: "412 ties, 20 in doubt". */
export function tiesLabel({ relationships, statuses }: Pick<SpokenTies, 'relationships' | 'statuses'>): string {
  const doubts = DOUBTS.reduce((sum, [status]) => sum + (statuses[status] ?? 0), 0);
  return `${counted(relationships, 'tie', 'ties')}${doubts === 0 ? '' : `, ${number(doubts)} in doubt`}`;
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

function counted(count: number, one: string, more: string): string {
  return `${number(count)} ${count === 1 ? one : more}`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}

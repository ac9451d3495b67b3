import { entityTypes, type EntityType, type Family, type Status } from '../model';

/** A group of a whole dataset, as far as it is spoken of. */
export interface SpokenGroup {
  readonly entities: number;
  readonly members: readonly { readonly name: string }[];
  readonly types: readonly { readonly type: EntityType; readonly entities: number }[];
  readonly country?: string | undefined;
}

export interface SpokenTies {
  readonly relationships: number;
  readonly families: Partial<Record<Family, number>>;
  readonly statuses: Partial<Record<Status, number>>;
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

/** "3 companies", "1 company". */
export function counted(count: number, one: string, more: string): string {
  return `${number(count)} ${count === 1 ? one : more}`;
}

/** A figure with its thousands apart. */
export function number(count: number): string {
  return count.toLocaleString('en');
}

import { entityTypes, groupByMember, groupedBy, type ChartGroup, type Entity, type GroupColour } from '../../model';
import type { ChartState } from '../state';

type Groups = readonly ChartGroup[];

/** The chart with other groups; a chart without any has no field of them. */
export function withGroupsOf(chart: ChartState, groups: Groups): ChartState {
  const { groups: _before, ...rest } = chart;
  return groups.length > 0 ? { ...rest, groups: [...groups] } : rest;
}

/** Some entities as one group, last of all; they are in no other group any more, and a group that loses its last member is gone. */
export function grouped(chart: ChartState, ids: readonly string[], name?: string): { chart: ChartState; group: ChartGroup } {
  const taken = new Set(ids);
  const others = (chart.groups ?? []).flatMap((group) => {
    const members = group.members.filter((id) => !taken.has(id));
    return members.length === 0 ? [] : [members.length === group.members.length ? group : { ...group, members }];
  });
  const id = freeId(chart.groups ?? []);
  const group: ChartGroup = { id, name: name ?? freeName(others), members: [...ids] };
  return { chart: withGroupsOf(chart, [...others, group]), group };
}

function freeId(groups: Groups): string {
  return `group-${firstFree((n) => groups.every((g) => g.id !== `group-${n}`))}`;
}

function freeName(groups: Groups): string {
  return `Group ${firstFree((n) => groups.every((g) => g.name !== `Group ${n}`))}`;
}

function firstFree(isFree: (n: number) => boolean): number {
  let n = 1;
  while (!isFree(n)) n += 1;
  return n;
}

/** What of a group is changed; `none` takes its colour away. */
type GroupPatch = Partial<Omit<ChartGroup, 'id' | 'colour'>> & { readonly colour?: GroupColour | 'none' };

/** The chart with one of its groups changed. */
export function withGroup(chart: ChartState, id: string, patch: GroupPatch): ChartState {
  return withGroupsOf(chart, (chart.groups ?? []).map((group) => {
    if (group.id !== id) return group;
    const { colour = group.colour, ...rest } = patch;
    const { colour: _old, ...kept } = group;
    return { ...kept, ...rest, ...(colour === undefined || colour === 'none' ? {} : { colour }) };
  }));
}

/** The chart without these groups; their members stay. */
export function ungrouped(chart: ChartState, ids: ReadonlySet<string>): ChartState {
  return withGroupsOf(chart, (chart.groups ?? []).filter((group) => !ids.has(group.id)));
}

/** A key by which entities are grouped, and what the group of it is called; nothing for who is in none. */
export type GroupKey = (entity: Entity) => { readonly key: string; readonly name: string } | undefined;

const byType: GroupKey = ({ type }) => ({ key: `type-${type}`, name: entityTypes[type].plural });
const byCountry: GroupKey = ({ jurisdiction }) => ({
  key: `country-${jurisdiction?.slice(0, 2) ?? ''}`, name: jurisdiction === undefined ? 'no country' : jurisdiction.slice(0, 2),
});
export const groupKeys = { type: byType, country: byCountry } as const;

/**
 * Entities of a chart that are in no group yet as closed groups of those that have a key in common, the largest first; who is
 * alone with a key stays as it is. Groups that were made so before are made anew.
 */
export function groupedByKey(chart: ChartState, entities: readonly Entity[], keyOf: GroupKey): ChartState {
  const byHand = (chart.groups ?? []).filter((g) => !g.id.startsWith(BY_KEY));
  return withGroupsOf(chart, [...byHand, ...keyedGroups(byHand, entities, keyOf, BY_KEY)]);
}

const BY_KEY = 'by-';

function keyedGroups(others: Groups, entities: readonly Entity[], keyOf: GroupKey, prefix: string): ChartGroup[] {
  const taken = groupByMember(others);
  const keyed = entities.flatMap((e) => { const k = taken.has(e.id) ? undefined : keyOf(e); return k ? [{ ...k, id: e.id }] : []; });
  const groups = [...groupedBy(keyed, (k) => k.key)].filter(([, all]) => all.length > 1);
  return groups
    .map(([key, all]): ChartGroup => ({ id: `${prefix}${key}`, name: all[0]!.name, members: all.map((k) => k.id), closed: true }))
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
}

/** What a group falls apart into where its members are too many to be drawn: groups by type, else country, else how names begin. */
export function partsOf(group: ChartGroup, members: readonly Entity[]): ChartGroup[] {
  for (const keyOf of [byType, byCountry, byName(members)]) {
    const parts = keyedGroups([], members, keyOf, `${group.id}/`);
    if (parts.length > 1) return parts.map((part) => ({ ...part, ...(group.colour ? { colour: group.colour } : {}) }));
  }
  return [];
}

/** How many members groups by name have at most. */
const BY_NAME = 200;

function byName(members: readonly Entity[]): GroupKey {
  const order = [...members].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  const place = new Map(order.map((e, i) => [e.id, Math.floor(i / BY_NAME)]));
  const begins = (i: number) => [...order[Math.min(order.length - 1, i)]!.name].slice(0, 3).join('');
  return (e) => {
    const n = place.get(e.id)!;
    return { key: `name-${n}`, name: `${begins(n * BY_NAME)} … ${begins((n + 1) * BY_NAME - 1)}` };
  };
}

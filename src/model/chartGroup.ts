import { z } from 'zod';
import { position } from './position';

/** The grounds that a group can have; a palette gives them their colours. */
export const groupColours = ['group1', 'group2', 'group3', 'group4', 'group5', 'group6', 'group7', 'group8'] as const;
export type GroupColour = (typeof groupColours)[number];

/** By what entities of a chart can be grouped at once. */
export type GroupRule = 'type' | 'country' | 'venture' | 'community';

export const chartGroup = z
  .strictObject({
    id: z.string().min(1).max(200).meta({ description: 'Unique in the chart, and the id of no entity.' }),
    name: z.string().min(1).max(200),
    members: z.array(z.string()).meta({ description: 'The ids of its entities. An entity is in the first group that names it.' }),
    colour: z.enum(groupColours).optional(),
    closed: z.boolean().optional().meta({ description: 'One box stands for all of its members.' }),
    place: position.optional().meta({ description: 'Where its box stands while it is closed; in the middle of its members if absent.' }),
  })
  .meta({ id: 'ChartGroup', description: 'Entities of a chart that an editor took together. It is no evidence, and changes no tie.' });
/** Entities of a chart that were taken together, by hand or by what they have in common. No evidence, and no route goes through it. */
export type ChartGroup = z.infer<typeof chartGroup>;

/** Of some groups what is left among these entities; one that has none of them is gone. */
export function groupsAmong(groups: readonly ChartGroup[] | undefined, ids: ReadonlySet<string>): ChartGroup[] {
  return (groups ?? []).flatMap((group) => {
    const members = group.members.filter((id) => ids.has(id));
    if (members.length === 0) return [];
    return [members.length === group.members.length ? group : { ...group, members }];
  });
}

/** In which group each entity is: the first that names it. */
export function groupByMember(groups: readonly ChartGroup[]): Map<string, ChartGroup> {
  const of = new Map<string, ChartGroup>();
  for (const group of groups) for (const id of group.members) if (!of.has(id)) of.set(id, group);
  return of;
}

import type { GroupColour, GroupRule } from '../../model';
import { drawnComparison } from '../selectors/comparison';
import { selectedGroup } from '../selectors/groups';
import { selectedEntities } from '../selectors/selectedEntities';
import { drawnOwnership } from '../selectors/spokenUnder';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { undoable } from './command';

/** What is done with groups is loaded when it is first wanted. */
const actions = () => import('../grouping/groupActions');

/** Groups are of the chart, not of what is drawn in its place. */
const onChart = (s: WorkspaceState) => s.chart.entities.size > 0 && !drawnComparison(s) && !drawnOwnership(s);
const hasGroups = (s: WorkspaceState) => onChart(s) && (s.chart.groups?.length ?? 0) > 0;
const groupId = (session: Session, id: string | undefined) => id ?? selectedGroup(session.get())?.id;

const by = (rule: GroupRule, words: string) =>
  undoable({
    label: `Group what is drawn by ${words}`, group: 'chart', listed: true, enabled: onChart,
    run: async (session) => (await actions()).groupByRule(session, rule, words),
  });

/** Entities of the chart taken together, by hand or by what they have in common. */
export const groupCommands = {
  groupSelected: undoable({
    label: 'Group what is selected', group: 'chart', shortcut: ['Shift+G'], listed: true,
    enabled: (s) => onChart(s) && selectedEntities(s).size > 1, run: async (session) => (await actions()).groupSelected(session),
  }),
  toggleGroup: undoable<string | undefined>({
    label: 'Close or open the group', group: 'chart', shortcut: ['K'], listed: true,
    enabled: (s) => hasGroups(s) && selectedGroup(s) !== undefined,
    run: async (session, id) => {
      const group = groupId(session, id);
      if (group !== undefined) await (await actions()).toggleGroup(session, group);
    },
  }),
  ungroup: undoable<string | undefined>({
    label: 'Ungroup', group: 'chart', listed: true, enabled: (s) => hasGroups(s) && selectedGroup(s) !== undefined,
    run: async (session, id) => {
      const group = groupId(session, id);
      if (group !== undefined) (await actions()).ungroup(session, [group]);
    },
  }),
  ungroupAll: undoable({
    label: 'Ungroup everything', group: 'chart', listed: true, enabled: hasGroups,
    run: async (session) => (await actions()).ungroup(session, (session.get().chart.groups ?? []).map((g) => g.id)),
  }),
  nameGroup: undoable<{ readonly id: string; readonly name: string }>({
    label: 'Name a group', group: 'chart', run: async (session, { id, name }) => (await actions()).nameGroup(session, id, name),
  }),
  colourGroup: undoable<{ readonly id: string; readonly colour: GroupColour | 'none' }>({
    label: 'Colour a group', group: 'chart', run: async (session, { id, colour }) => (await actions()).colourGroup(session, id, colour),
  }),
  groupByType: by('type', 'type'),
  groupByCountry: by('country', 'country'),
  groupByVenture: by('venture', 'venture'),
  groupByCommunity: by('community', 'community'),
};

import type { OverviewWay } from '../../model';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';
import { panelQueries } from './parts';

const isOpen = (s: WorkspaceState) => s.dataset !== undefined && !s.dataset.fromSnapshot;

/** The whole dataset in groups. What asks and draws it is loaded when it is first wanted. */
export const overviewCommands = {
  showOverview: command<OverviewWay | undefined>({
    label: 'Overview: the whole dataset in groups', group: 'view', shortcut: ['M'], listed: true, enabled: isOpen,
    run: async (session, by) => {
      session.setView({ dialog: 'overview' });
      await (await import('../overview/askOverview')).askOverview(session, by ?? session.get().overview?.by ?? 'communities');
    },
  }),
  explainCommunity: command<{ place: number; name: string }>({
    label: 'Explain a group', group: 'view', enabled: isOpen,
    run: async (session, { place, name }) => {
      session.setView({ dialog: undefined, left: true, asking: 'group' });
      await panelQueries((its) => its.askGroup(session, { name: `the group of ${name}`, of: { community: place } }));
    },
  }),
  openGroup: undoable<number>({
    label: 'Open a group of the overview', group: 'chart', enabled: (s) => s.overview?.answer !== undefined,
    run: async (session, group) => (await import('../overview/openGroup')).openGroup(session, group),
  }),
};

import type { ArrowEnd } from '../../model';
import { selectedEntities } from '../selectors/selectedEntities';
import { drawnComparison } from '../selectors/comparison';
import { drawnOwnership } from '../selectors/spokenUnder';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';

const actions = () => import('../arrows/arrowActions');
const onChart = (s: WorkspaceState) => s.chart.entities.size > 0 && !drawnComparison(s) && !drawnOwnership(s);

/** Arrows that are drawn on the chart by hand: no evidence, as notes are none. */
export const arrowCommands = {
  drawArrow: undoable<{ readonly from: ArrowEnd; readonly to: ArrowEnd } | undefined>({
    label: 'Draw an arrow between the two that are selected', group: 'chart', listed: true,
    enabled: (s) => onChart(s) && selectedEntities(s).size === 2,
    run: async (session, ends) => (await actions()).drawArrow(session, ends),
  }),
  editArrow: command<string>({
    label: 'Edit an arrow', group: 'chart', run: (session, id) => session.set({ editing: { kind: 'arrow', id } }),
  }),
  textArrow: undoable<{ readonly id: string; readonly text: string }>({
    label: 'Write on an arrow', group: 'chart', run: async (session, { id, text }) => (await actions()).textArrow(session, id, text),
  }),
  removeArrow: undoable<string>({
    label: 'Take an arrow away', group: 'chart', run: async (session, id) => (await actions()).removeArrow(session, id),
  }),
};

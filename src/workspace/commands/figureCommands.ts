import { askStructure } from '../queries';
import type { Session } from '../session';
import type { ShownBy, WorkspaceState } from '../state';
import { command, undoable } from './command';

/** What each figure is called where it is chosen. */
const figureNames = {
  community: 'community', component: 'part tied together', degree: 'ties to others', betweenness: 'betweenness',
} as const;

async function showBy(session: Session, by: ShownBy | undefined): Promise<void> {
  const { shown: _shown, ...chart } = session.get().chart;
  session.change(by ? `Show by ${figureNames[by.figure]}` : 'Show no figure', { chart: by ? { ...chart, shown: by } : chart });
  if (by) await askStructure(session);
}

const drawn = (s: WorkspaceState) => s.chart.entities.size > 0;
const by = (figure: ShownBy['figure'], as: ShownBy['as']) =>
  undoable({
    label: `${as === 'colour' ? 'Colour' : 'Size'} entities by ${figureNames[figure]}`, group: 'chart', step: 'push', listed: true,
    enabled: drawn, run: (session) => showBy(session, { figure, as }),
  });

/** Where entities stand in the whole network, on their boxes. */
export const figureCommands = {
  colourByCommunity: by('community', 'colour'), colourByComponent: by('component', 'colour'), colourByDegree: by('degree', 'colour'),
  colourByBetweenness: by('betweenness', 'colour'), sizeByDegree: by('degree', 'size'), sizeByBetweenness: by('betweenness', 'size'),
  showNoFigure: undoable({
    label: 'Show entities without a figure', group: 'chart', step: 'push', listed: true, enabled: (s) => s.chart.shown !== undefined,
    run: (session) => showBy(session, undefined),
  }),
  askStructure: command({ label: 'Compute network measures again', group: 'chart', run: askStructure }),
};

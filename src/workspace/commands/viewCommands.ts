import type { ChartExtent, Selection } from '../../model';
import { keepStructure } from '../queries';
import type { Session } from '../session';
import type { Dialog, Theme, ViewState } from '../state';
import { command } from './command';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const opens = (dialog: Dialog, label: string, shortcut?: string) =>
  command({
    label, group: 'view', listed: dialog !== 'palette', ...(shortcut === undefined ? {} : { shortcut: [shortcut] }),
    run: (session) => session.setView({ dialog: session.get().view.dialog === dialog ? undefined : dialog }),
  });

const toggles = (panel: 'left' | 'right' | 'bottom', label: string, shortcut: string) =>
  command<boolean | undefined>({
    label, group: 'view', listed: true, shortcut: [shortcut],
    run: (session, open) => session.setView({ [panel]: open ?? !session.get().view[panel] }),
  });

async function showTable(session: Session, table: ViewState['table'] | undefined): Promise<void> {
  session.setView({ mode: 'table', table: table ?? session.get().view.table });
  await keepStructure(session);
}

export const viewCommands = {
  fit: command<readonly string[] | undefined>({
    label: 'Fit everything', group: 'view', shortcut: ['F'], listed: true,
    run: ({ events }, entities) => events.emit('fit', entities ? { entities } : {}),
  }),
  look: command<ChartExtent | undefined>({
    label: 'Look at a part of the chart', group: 'view', run: (session, camera) => session.set({ camera }),
  }),
  zoomIn: command({ label: 'Zoom in', group: 'view', shortcut: ['+', '='], listed: true, run: ({ events }) => events.emit('zoomIn') }),
  zoomOut: command({ label: 'Zoom out', group: 'view', shortcut: ['-'], listed: true, run: ({ events }) => events.emit('zoomOut') }),
  center: command<Selection | undefined>({
    label: 'Center the selection',
    group: 'view',
    shortcut: ['C'],
    listed: true,
    enabled: (s) => s.selection !== undefined,
    run: (session, on) => {
      const what = on ?? session.get().selection;
      if (what) session.events.emit('center', what);
    },
  }),
  focusSearch: command({ label: 'Search', group: 'view', shortcut: ['/'], listed: true, run: ({ events }) => events.emit('focusSearch') }),
  focusChart: command({
    label: 'Go to the chart', group: 'view', shortcut: ['G'], listed: true,
    run: (session) => {
      session.setView({ mode: 'chart' });
      session.events.emit('focusChart');
    },
  }),
  showChart: command({
    label: 'Show the chart', group: 'view', step: 'push', listed: true, enabled: (s) => s.view.mode !== 'chart',
    run: (session) => session.setView({ mode: 'chart' }),
  }),
  showTable: command<ViewState['table'] | undefined>({
    label: 'Show tables', group: 'view', step: 'push', listed: true, enabled: () => true, run: showTable,
  }),
  showRows: command<ViewState['rows']>({
    label: 'List what is drawn or all of the data', group: 'view', step: 'push', run: (session, rows) => session.setView({ rows }),
  }),
  showAllRows: command({
    label: 'Show all of the data as tables', group: 'view', step: 'push', listed: true, enabled: (s) => s.dataset !== undefined,
    run: (session) => {
      const { table } = session.get().view;
      session.setView({ mode: 'table', rows: 'all', table: table === 'claims' ? 'entities' : table });
    },
  }),
  toggleTable: command({
    label: 'Chart or tables', group: 'view', shortcut: ['V'], step: 'push',
    run: (session) => {
      session.setView({ mode: session.get().view.mode === 'chart' ? 'table' : 'chart' });
      return keepStructure(session);
    },
  }),
  setTheme: command<Theme>({ label: 'Set the theme', group: 'view', run: (session, theme) => session.setView({ theme }) }),
  nextTheme: command({
    label: 'Theme: as the system, light, dark', group: 'view', listed: true,
    run: (session) => session.setView({ theme: THEMES[(THEMES.indexOf(session.get().view.theme) + 1) % THEMES.length]! }),
  }),
  showQuestion: command<ViewState['asking']>({
    label: 'Show a question', group: 'view', run: (session, asking) => session.setView({ left: true, asking }),
  }),
  toggleLeft: toggles('left', 'Show or hide the questions', 'Shift+ArrowLeft'),
  toggleRight: toggles('right', 'Show or hide the details', 'Shift+ArrowRight'),
  toggleBottom: toggles('bottom', 'Show or hide time', 'Shift+ArrowDown'),
  closePanels: command({
    label: 'Chart alone', group: 'view', listed: true, run: (session) => session.setView({ left: false, right: false }),
  }),
  openPalette: opens('palette', 'All commands', 'Mod+K'),
  openHelp: opens('help', 'Help', '?'),
  openDatasets: opens('datasets', 'Open a case or a file', 'Mod+O'),
  openSnapshot: opens('snapshot', 'Take a snapshot', 'Mod+E'),
  openStatus: opens('status', 'How a status follows from claims'),
  closeDialog: command({ label: 'Close the dialog', group: 'view', run: (session) => session.setView({ dialog: undefined }) }),
};

import { ChevronDown, FolderOpen, Info } from 'lucide';
import { Button } from 'react-aria-components';
import type { CommandId, ShownBy, SnapshotKind, Theme } from '../../workspace';
import { Icon } from '../parts/Icon';
import { Menu, type MenuEntry, type MenuGroup } from '../parts/Menu';
import { useKeys, useRun, useShown, useWorkspace } from './useWorkspace';

/** What a menu needs to offer commands that take no argument: their labels, shortcuts, and whether they make sense now. */
function useEntries(): (ids: readonly CommandId[]) => MenuEntry[] {
  const { commands } = useWorkspace();
  const keys = useKeys();
  const state = useShown((s) => s);
  return (ids) => ids.map((id) => ({ id, label: commands[id].label, keys: keys(id), disabled: !commands[id].enabled(state) }));
}

const NONE: readonly never[] = [];

export function DatasetMenu({ title }: { title: string | undefined }) {
  const { bundledCases } = useWorkspace();
  const open = useShown((s) => s.dataset?.bundled);
  const views = useShown((s) => s.dataset?.perspectives ?? NONE);
  const view = useShown((s) => s.chart.perspective);
  const run = useRun();
  const groups: MenuGroup[] = [
    { title: 'Included cases', entries: bundledCases.map((b) => ({ id: `case:${b.name}`, label: b.title, ticked: b.name === open })) },
    ...(views.length > 1
      ? [{
          title: 'Views of this case',
          entries: views.map((v) => ({ id: `view:${v.id}`, label: v.title, note: v.summary, ticked: v.id === view })),
        }]
      : []),
    {
      title: 'Your files',
      entries: [
        { id: 'openDatasets', label: 'Open a file…', note: 'or drop it anywhere on the window', icon: FolderOpen },
        { id: 'about', label: 'About this dataset', icon: Info },
      ],
    },
  ];
  const choose = (id: string) =>
    void (id.startsWith('case:')
      ? run('openBundled', id.slice(5))
      : id.startsWith('view:')
        ? run('showPerspective', id.slice(5))
        : run('openDatasets'));
  return (
    <Menu label="Datasets" groups={groups} onChoose={choose} align="start">
      <Button className="button plain dataset-button" aria-label={`Dataset: ${title ?? 'none open'}`}>
        <span className="dataset-title" title={title}>{title ?? 'Open a dataset'}</span><Icon of={ChevronDown} small />
      </Button>
    </Menu>
  );
}

const THEMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'As the system' }, { id: 'light', label: 'Light' }, { id: 'dark', label: 'Dark' },
];

const FIGURES = [
  { id: 'showNoFigure', label: 'Type and name only' },
  { id: 'colourByCommunity', label: 'Community, as colour', figure: 'community', as: 'colour' },
  { id: 'colourByComponent', label: 'Connected component, as colour', figure: 'component', as: 'colour' },
  { id: 'colourByDegree', label: 'Number of ties, as colour', figure: 'degree', as: 'colour' },
  { id: 'sizeByDegree', label: 'Number of ties, as size', figure: 'degree', as: 'size' },
  { id: 'colourByBetweenness', label: 'Betweenness, as colour', figure: 'betweenness', as: 'colour' },
  { id: 'sizeByBetweenness', label: 'Betweenness, as size', figure: 'betweenness', as: 'size' },
] as const;

/** What boxes can show of the whole network; what each can and cannot tell stands in the legend. */
function figureEntries(shown: ShownBy | undefined): MenuEntry[] {
  return FIGURES.map((entry) => ({
    id: entry.id, label: entry.label,
    ticked: 'figure' in entry ? shown?.figure === entry.figure && shown.as === entry.as : shown === undefined,
  }));
}

/** What can be done with the chart as a whole, and how the screen is arranged. */
export function ChartMenu() {
  const entries = useEntries();
  const theme = useShown((s) => s.view.theme);
  const shown = useShown((s) => s.chart.shown);
  const run = useRun();
  const groups: MenuGroup[] = [
    { title: 'Chart', entries: entries(['fit', 'relayout', 'showHidden', 'clearFilters', 'toggleDenied', 'clearTrace', 'clearChart']) },
    { title: 'Selection', entries: entries(['selectAll', 'selectNeighbours', 'invertSelection', 'onlyThese']) },
    { title: 'Show by', entries: figureEntries(shown) },
    { title: 'Questions', entries: entries([
      'showVentures', 'showOwners', 'drawProof', 'nextVentureWay', 'drawVenturesAsTies', 'drawVenturesAsHubs',
    ]) },
    { title: 'Screen', entries: entries(['toggleTable', 'toggleLeft', 'toggleRight', 'toggleBottom', 'openPalette', 'openHelp']) },
    { title: 'Theme', entries: THEMES.map(({ id, label }) => ({ id: `theme:${id}`, label, ticked: id === theme })) },
  ];
  const choose = (id: string) => void (id.startsWith('theme:') ? run('setTheme', id.slice(6) as Theme) : run(id as 'fit'));
  return (
    <Menu label="Chart" groups={groups} onChoose={choose}>
      <Button className="button">Chart<Icon of={ChevronDown} small /></Button>
    </Menu>
  );
}

const SNAPSHOTS: readonly { id: SnapshotKind; label: string; note: string }[] = [
  { id: 'png', label: 'Image', note: 'PNG, twice the size of the screen' },
  { id: 'svg', label: 'Vector', note: 'SVG' },
  { id: 'pdf', label: 'Page for print', note: 'PDF' },
  { id: 'html', label: 'Page that opens offline', note: 'HTML with its evidence' },
  { id: 'md', label: 'Brief with footnotes', note: 'Markdown' },
  { id: 'json', label: 'Data that opens here again', note: 'JSON' },
];

const REPORTS: readonly { id: SnapshotKind; label: string; note: string }[] = [
  { id: 'report.docx', label: 'Report, to be edited', note: 'Word' },
  { id: 'report.pdf', label: 'Report, to be read', note: 'PDF' },
  { id: 'report.xlsx', label: 'Report as tables', note: 'XLSX' },
];

export function SnapshotMenu() {
  const empty = useShown((s) => s.chart.entities.size === 0);
  const keys = useKeys();
  const run = useRun();
  const groups: MenuGroup[] = [
    { title: 'Save as', entries: SNAPSHOTS.map((s) => ({ ...s, disabled: empty })) },
    { title: 'With notes, tables and method', entries: REPORTS.map((s) => ({ ...s, disabled: empty })) },
    {
      entries: [
        { id: 'dialog', label: 'Choose title, size and theme…', keys: keys('openSnapshot'), disabled: empty },
        { id: 'export', label: 'Data for other tools…', note: 'FollowTheMoney, BODS, tables, graphs' },
      ],
    },
  ];
  const choose = (id: string) =>
    void (id === 'dialog' ? run('openSnapshot') : id === 'export' ? run('exportData') : run('snapshot', { kind: id as SnapshotKind }));
  return (
    <Menu label="Snapshot" groups={groups} onChoose={choose}>
      <Button className="button primary">Snapshot<Icon of={ChevronDown} small /></Button>
    </Menu>
  );
}

import { lazy, Suspense, type ReactNode } from 'react';
import { ChartPane } from '../chart/ChartPane';
import { LeftPanel } from './LeftPanel';
import { TimeBar } from '../time/TimeBar';
import { DropZone } from './DropZone';
import { ErrorBoundary } from './ErrorBoundary';
import { Notices } from './Notices';
import { PANEL_COMPONENTS } from './panelComponents';
import { PanelSwitch } from './PanelSwitch';
import { TopBar } from './TopBar';
import { useShortcuts } from './useShortcuts';
import { aboutAFile, selectedGroup } from '../../workspace';
import { useShown, useWorkspace } from './useWorkspace';

const RightPanel = lazy(() => import('./RightPanel'));
const Dialogs = lazy(() => import('../dialogs/Dialogs'));

/** What stands below the chart, where something does. */
function BelowPanel() {
  const below = useShown((s) => s.view.below);
  if (!below) return null;
  const Panel = PANEL_COMPONENTS[below];
  return <ErrorBoundary part="The panel below"><Suspense><Panel /></Suspense></ErrorBoundary>;
}

/** The screen: left what you ask, middle the chart, right what you look at, below time. */
export function App() {
  const { left, right, bottom } = useShown((s) => s.view);
  const looking = useShown((s) => s.selection !== undefined || selectedGroup(s) !== undefined);
  const dialog = useShown((s) =>
    s.view.dialog !== undefined || s.expanding !== undefined || s.editing !== undefined
    || s.register !== undefined || aboutAFile(s),
  );
  const workspace = useWorkspace();
  useShortcuts();
  const guard = (part: string, children: ReactNode) => <ErrorBoundary part={part}>{children}</ErrorBoundary>;
  return (
    <div className="shell" data-left={left ? 'open' : 'closed'} data-bottom={bottom ? 'open' : 'closed'}>
      <button type="button" className="button skip-link" onClick={() => workspace.run('focusChart')}>Go to the chart</button>
      {guard('The top bar', <TopBar />)}
      {left && guard('The left panel', <LeftPanel />)}
      <main className="middle">
        <Notices />
        {guard('The chart', <ChartPane />)}
        <BelowPanel />
      </main>
      {right && looking && guard('The inspector', <Suspense fallback={<aside className="right-panel" />}><RightPanel /></Suspense>)}
      {guard('The time bar', <TimeBar />)}
      <PanelSwitch />
      {dialog && guard('The dialog', <Suspense><Dialogs /></Suspense>)}
      <DropZone />
    </div>
  );
}

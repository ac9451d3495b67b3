import { Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { filterCount } from '../filters/filterTicks';
import TracePanel from '../trace/TracePanel';
import { PANELS, panelsWithTab, type PanelId } from '../../workspace';
import { PANEL_COMPONENTS } from './panelComponents';
import { useRun, useShown } from './useWorkspace';

/** How many tabs there are room for at their full width. */
const FEW = 4;

/** What you ask: a tab for each panel that is always there, one for what was asked of the others. */
export function LeftPanel() {
  const asking = useShown((s) => s.view.asking);
  const shown = useShown((s) => panelsWithTab(s).join(' ')).split(' ') as PanelId[];
  const run = useRun();
  return (
    <aside className="left-panel" aria-label="Questions">
      <Tabs className="tabs" selectedKey={asking} onSelectionChange={(key) => run('showQuestion', key as PanelId)}>
        <TabList className="tab-list" aria-label="Questions" data-many={shown.length > FEW || undefined}>
          {shown.map((id) => (
            <Tab key={id} id={id} className="tab">
              {PANELS[id].title}
              {id === 'filter' && <FilterCount />}
            </Tab>
          ))}
        </TabList>
        {shown.map((id) => (
          <TabPanel key={id} id={id} className="tab-panel scrolls"><PanelOf id={id} /></TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}

/** The trace is seen first, and so comes with the screen. */
function PanelOf({ id }: { id: PanelId }) {
  const Panel = id === 'trace' ? TracePanel : PANEL_COMPONENTS[id];
  return <Suspense><Panel /></Suspense>;
}

function FilterCount() {
  const narrowed = useShown((s) => filterCount(s.chart.filter));
  return (
    narrowed > 0 && (
      <span className="badge figure">
        {narrowed}
        <span className="unseen"> set</span>
      </span>
    )
  );
}

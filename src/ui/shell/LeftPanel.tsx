import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Filters } from '../filters/Filters';
import { filterCount } from '../filters/filterTicks';
import { TracePanel } from '../trace/TracePanel';
import { furtherQuestion, type FurtherQuestion, type WorkspaceState } from '../../workspace';
import { useRun, useShown } from './useWorkspace';

const VenturesPanel = lazy(() => import('../ventures/VenturesPanel'));
const MatchesPanel = lazy(() => import('../matching/MatchesPanel'));
const OwnersPanel = lazy(() => import('../ownership/OwnersPanel'));

/** Questions that have a tab once they are asked: what it is called, and their panel. */
const FURTHER: Readonly<Record<FurtherQuestion, readonly [label: string, panel: LazyExoticComponent<ComponentType>]>> = {
  connect: ['Connect', lazy(() => import('../connect/ConnectPanel'))],
  leads: ['Leads', lazy(() => import('../leads/LeadsPanel'))],
  crosscheck: ['List', lazy(() => import('../crosscheck/CrosscheckPanel'))],
  pattern: ['Pattern', lazy(() => import('../pattern/PatternPanel'))],
  proposals: ['Proposals', lazy(() => import('../proposals/ProposalsPanel'))],
  checks: ['Checks', lazy(() => import('../checks/ChecksPanel'))],
  text: ['Text', lazy(() => import('../sourceText/SourceTextPanel'))],
  comparison: ['Compare', lazy(() => import('../comparison/ComparisonPanel'))],
  story: ['Story', lazy(() => import('../story/StoryPanel'))],
  history: ['History', lazy(() => import('../history/HistoryPanel'))],
};

/** What you ask: a trace, a filter, ventures, owners; further questions once they are asked; and of several files, who is whom. */
export function LeftPanel() {
  const narrowed = useShown((s) => filterCount(s.chart.filter));
  const asking = useShown((s) => s.view.asking);
  const several = useShown((s) => (s.dataset?.files?.length ?? 0) > 1);
  const further = useShown(furtherQuestion);
  const run = useRun();
  return (
    <aside className="left-panel" aria-label="Questions">
      <Tabs className="tabs" selectedKey={asking} onSelectionChange={(key) => run('showQuestion', key as WorkspaceState['view']['asking'])}>
        <TabList className="tab-list" aria-label="Questions" data-many={several || further !== undefined || undefined}>
          <Tab id="trace" className="tab">Trace</Tab>
          <Tab id="filter" className="tab">
            Filter
            {narrowed > 0 && (
              <span className="badge figure">
                {narrowed}
                <span className="unseen"> set</span>
              </span>
            )}
          </Tab>
          <Tab id="ventures" className="tab">Ventures</Tab>
          <Tab id="owners" className="tab">Owners</Tab>
          {further && <Tab key={further} id={further} className="tab">{FURTHER[further][0]}</Tab>}
          {(several || asking === 'matches') && <Tab id="matches" className="tab">Matches</Tab>}
        </TabList>
        <TabPanel id="trace" className="tab-panel scrolls"><TracePanel /></TabPanel>
        <TabPanel id="filter" className="tab-panel scrolls"><Filters /></TabPanel>
        <TabPanel id="ventures" className="tab-panel scrolls"><Suspense><VenturesPanel /></Suspense></TabPanel>
        {further && (
          <TabPanel key={further} id={further} className="tab-panel scrolls"><Suspense><Further of={further} /></Suspense></TabPanel>
        )}
        {(several || asking === 'matches') && (
          <TabPanel id="matches" className="tab-panel scrolls">
            <Suspense>
              <MatchesPanel />
            </Suspense>
          </TabPanel>
        )}
        <TabPanel id="owners" className="tab-panel scrolls"><Suspense><OwnersPanel /></Suspense></TabPanel>
      </Tabs>
    </aside>
  );
}

function Further({ of }: { of: FurtherQuestion }) {
  const [, Panel] = FURTHER[of];
  return <Panel />;
}

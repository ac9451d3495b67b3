import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Filters } from '../filters/Filters';
import { filterCount } from '../filters/filterTicks';
import { TracePanel } from '../trace/TracePanel';
import { useShown } from './useWorkspace';

/** What you ask: a trace, a filter. */
export function LeftPanel() {
  const narrowed = useShown((s) => filterCount(s.filter));
  return (
    <aside className="left-panel" aria-label="Questions">
      <Tabs className="tabs">
        <TabList className="tab-list" aria-label="Questions">
          <Tab id="trace" className="tab">Trace</Tab>
          <Tab id="filter" className="tab">Filter{narrowed > 0 && <span className="badge figure">{narrowed}<span className="unseen"> set</span></span>}</Tab>
        </TabList>
        <TabPanel id="trace" className="tab-panel scrolls"><TracePanel /></TabPanel>
        <TabPanel id="filter" className="tab-panel scrolls"><Filters /></TabPanel>
      </Tabs>
    </aside>
  );
}

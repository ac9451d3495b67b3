import { Maximize, Minus, Plus } from 'lucide';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../parts/IconButton';
import { useKeys, useRun, useShown, useWorkspace } from '../shell/useWorkspace';
import { Announcer } from './Announcer';
import { Legend } from '../filters/Legend';
import { ChartHeading } from './ChartHeading';
import { ChartMenu } from './ChartMenu';
import { chartFrame, chartHost } from './chartHost';
import { ChartSentences } from './ChartSentences';
import { RouteCaption } from './RouteCaption';
import { EmptyChart } from './EmptyChart';
import './chart.css';

const EntryBar = lazy(() => import('../entry/EntryBar'));
const TablePane = lazy(() => import('../tables/TablePane'));

/** The chart and its twin as tables. The chart stays mounted beneath the tables, so that coming back costs nothing. */
export function ChartPane() {
  const table = useShown((s) => s.view.mode === 'table');
  return (
    <>
      <ChartHeading />
      <div className="chart-pane">
        <div className="chart-frame" hidden={table}>
          <Host />
          <ChartSentences />
          <ZoomButtons />
          <EmptyChart />
          <Announcer />
        </div>
        {table && <Suspense><TablePane /></Suspense>}
        <ChartMenu />
      </div>
      <RouteCaption />
      <Entering />
      <Legend />
    </>
  );
}

/** The line is loaded when the first is typed, or a source is named. */
function Entering() {
  const entering = useShown((s) => s.entry.open !== undefined || s.entry.source !== undefined);
  return entering ? <Suspense><EntryBar /></Suspense> : null;
}

function Host() {
  const place = useRef<HTMLDivElement>(null);
  const { events } = useWorkspace();
  useLayoutEffect(() => {
    place.current!.append(chartFrame());
  }, []);
  useEffect(() => events.on('focusChart', () => chartHost().focus()), [events]);
  return <div ref={place} />;
}

function ZoomButtons() {
  const run = useRun();
  const keys = useKeys();
  return (
    <div className="chart-tools" role="group" aria-label="Zoom">
      <IconButton icon={Plus} label="Zoom in" keys={keys('zoomIn')} onClick={() => run('zoomIn')} />
      <IconButton icon={Minus} label="Zoom out" keys={keys('zoomOut')} onClick={() => run('zoomOut')} />
      <IconButton icon={Maximize} label="Fit the chart" keys={keys('fit')} onClick={() => run('fit')} />
    </div>
  );
}

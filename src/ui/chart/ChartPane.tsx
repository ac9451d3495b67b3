import { ChevronLeft, ChevronRight, Maximize, Minus, Plus } from 'lucide';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { activeRoute } from '../../workspace';
import { IconButton } from '../parts/IconButton';
import { useKeys, useRouteSentences, useRun, useShown, useWorkspace } from '../shell/useWorkspace';
import { Legend } from '../filters/Legend';
import { Sentence } from '../parts/Sentence';
import { Announcer } from './Announcer';
import { ChartHeading } from './ChartHeading';
import { ChartMenu } from './ChartMenu';
import { chartFrame, chartHost } from './chartHost';
import { ChartSentences } from './ChartSentences';
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

/** In a narrow window, where the panel with the routes lies over the chart: the sentence of the highlighted route below it. */
function RouteCaption() {
  const route = useShown(activeRoute);
  const at = useShown((s) => s.trace.active);
  const count = useShown((s) => s.trace.answer?.routes.length ?? 0);
  const sentences = useRouteSentences();
  const run = useRun();
  if (!route || at === undefined) return null;
  return (
    <section className="route-caption" aria-label="Highlighted route">
      <p className="prose"><Sentence parts={sentences.route(route)} strong={new Set(route.entities.slice(1, -1))} /></p>
      <div className="route-caption-steps">
        <IconButton icon={ChevronLeft} label="Previous route" plain small onClick={() => run('previousRoute')} />
        <span className="quiet figure">{at + 1} of {count}</span>
        <IconButton icon={ChevronRight} label="Next route" plain small onClick={() => run('nextRoute')} />
      </div>
    </section>
  );
}

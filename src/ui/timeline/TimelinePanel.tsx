import { Minus, Plus, X } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { timelineDrawing, wholeWindow, within, zoomed, type TimeWindow } from '../../drawing';
import { partOf } from '../../model';
import { undatedText } from '../../wording';
import { timelineRecords, timelineSets, type TimelineSet, type TimelineState } from '../../workspace';
import { useShade } from '../overview/useShade';
import { IconButton } from '../parts/IconButton';
import { Looking } from '../parts/Looking';
import { Segments } from '../parts/Segments';
import { useRun, useShown } from '../shell/useWorkspace';
import { TimelineAxis } from './TimelineAxis';
import { TimelineLanes } from './TimelineLanes';
import './timeline.css';

const NAMES: Readonly<Record<TimelineSet, string>> = {
  chart: 'Chart', selection: 'Selection', route: 'Route', connect: 'Connection', crosscheck: 'List',
};
const KINDS = ['svg', 'png', 'html', 'csv'] as const;

/** What happened when, below the chart: lives and ties of a set on an axis of days. Escape closes it. */
export default function TimelinePanel() {
  const timeline = useShown((s) => s.timeline);
  const run = useRun();
  const shade = useShade();
  const [window, setWindow] = useState<TimeWindow>();
  const sets = useShown((s) => timelineSets(s).join(' ')).split(' ') as TimelineSet[];
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    void run('closeTimeline');
    void run('focusChart');
  };
  return (
    <section className="timeline-panel" aria-label="Timeline" onKeyDown={close}>
      <header className="timeline-bar">
        <h2 className="section-title">Timeline</h2>
        {timeline && (
          <Segments
            label="Timeline of" value={timeline.of} options={sets.map((id) => ({ id, label: NAMES[id] }))}
            onChange={(of) => void run('timelineOf', of)}
          />
        )}
        {timeline?.answer && (
          <span className="timeline-tools">
            {KINDS.map((kind) => (
              <button
                key={kind} type="button" className="chip" aria-label={`Save the timeline as ${kind.toUpperCase()}`}
                onClick={() => void run('saveTimeline', { kind, theme: shade, window })}
              >
                {kind.toUpperCase()}
              </button>
            ))}
          </span>
        )}
        <IconButton icon={X} label="Close the timeline" plain small onClick={() => run('closeTimeline')} />
      </header>
      {timeline && <Shown timeline={timeline} window={window} onWindow={setWindow} />}
    </section>
  );
}

interface ShownProps {
  readonly timeline: TimelineState;
  readonly window: TimeWindow | undefined;
  readonly onWindow: (window: TimeWindow | undefined) => void;
}

function Shown({ timeline: { of, phase, question, answer, message }, ...view }: ShownProps) {
  if (phase === 'failed') return <p className="timeline-note" role="alert">The timeline could not be made: {message}</p>;
  if (!question) {
    const empty = of === 'selection' ? 'Select entities or a tie on the chart.' : 'Nothing is drawn. Search for a name (/) to begin.';
    return <p className="timeline-note quiet">{empty}</p>;
  }
  if (!answer) return <div className="timeline-note"><Looking label="Putting dates in order" /></div>;
  const whole = wholeWindow(answer);
  if (!whole) return <p className="timeline-note quiet">Nothing of these has a date. {undatedText(answer)}</p>;
  return <Drawn answer={answer} whole={whole} {...view} />;
}

interface DrawnProps extends Omit<ShownProps, 'timeline'> {
  readonly answer: NonNullable<TimelineState['answer']>;
  readonly whole: TimeWindow;
}

function Drawn({ answer, whole, window: chosen, onWindow }: DrawnProps) {
  const period = useShown((s) => s.chart.filter.period);
  const records = useShown(timelineRecords);
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  const window = chosen ? within(chosen, whole) : whole;
  const drawing = useMemo(
    () => {
      const look = { width, window: { from: window.from, to: window.to }, period };
      return width > 0 ? timelineDrawing({ answer, part: partOf(records) }, look) : undefined;
    },
    [answer, records, width, window.from, window.to, period],
  );
  const zoom = (by: number, about = (window.from + window.to) / 2) => {
    const next = zoomed(window, whole, by, about);
    onWindow(next.from <= whole.from && next.to >= whole.to ? undefined : next);
  };
  useWheelZoom(place, (by, at) => drawing && zoom(by, dayAt(drawing, window, at)));
  return (
    <>
      <div className="timeline-room" ref={place}>
        {drawing && (
          <>
            <TimelineAxis drawing={drawing} window={window} period={period} onMove={(next) => onWindow(within(next, whole))} />
            <TimelineLanes drawing={drawing} period={period} />
          </>
        )}
      </div>
      <footer className="timeline-foot quiet">
        <span>{undatedText(answer)}</span>
        <IconButton icon={Minus} label="See more time" plain small disabled={chosen === undefined} onClick={() => zoom(0.5)} />
        <IconButton icon={Plus} label="See less time" plain small onClick={() => zoom(2)} />
      </footer>
    </>
  );
}

function dayAt({ left, right }: { left: number; right: number }, { from, to }: TimeWindow, x: number): number {
  return from + ((Math.min(right, Math.max(left, x)) - left) / (right - left)) * (to - from);
}

/** Ctrl and the wheel, or two fingers, zoom about the pointer; the wheel alone scrolls. */
function useWheelZoom(place: React.RefObject<HTMLDivElement | null>, zoom: (by: number, at: number) => void): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const element = place.current!;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current(Math.exp(-event.deltaY / 300), event.clientX - element.getBoundingClientRect().left);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [place]);
}

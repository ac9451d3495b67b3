import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { TimelineDrawing, TimelineLane } from '../../drawing';
import { periodBounds, type Period } from '../../model';
import { useRun, useShown } from '../shell/useWorkspace';
import { MarkShapes } from './MarkShapes';

interface Props {
  readonly drawing: TimelineDrawing;
  readonly period: Period | undefined;
}

/** How much above and below what is in sight is drawn, in pixels. */
const BEYOND = 300;

/**
 * The lanes in sight, each a button that says its sentence and selects what it is about; the arrow keys go from one to the next. What is
 * selected on the chart is marked, and comes into sight.
 */
export function TimelineLanes({ drawing, period }: Props) {
  const { lanes, height, width, ticks, x, left, right } = drawing;
  const selection = useShown((s) => s.selection);
  const run = useRun();
  const scroll = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 400 });
  const [stop, setStop] = useState(0);
  const selected = lanes.findIndex(({ of }) => of.id === selection?.id && of.kind === selection.kind);
  const tabbed = Math.min(selected === -1 ? stop : selected, lanes.length - 1);
  useLayoutEffect(() => {
    const element = scroll.current!;
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const bring = ({ y, height: tall }: TimelineLane) => {
    const element = scroll.current!;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y + tall > element.scrollTop + element.clientHeight) element.scrollTop = y + tall - element.clientHeight;
  };
  useLayoutEffect(() => {
    if (selected !== -1) bring(lanes[selected]!);
  }, [selected, lanes]);
  const choose = ({ of }: TimelineLane) => void (of.kind === 'entity' ? run('selectEntity', of.id) : run('selectRelationship', of.id));
  const step = (event: KeyboardEvent, from: number) => {
    const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: lanes.length - 1 }[event.key];
    const next = to === undefined ? undefined : lanes[to];
    if (to === undefined || !next) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(to);
    bring(next);
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-lane="${to}"]`)?.focus());
  };
  const bounds = period && periodBounds(period);
  const clamp = (at: number) => Math.min(right, Math.max(left, at));
  const inSight = lanes.map((lane, i) => ({ lane, i })).filter(
    ({ lane, i }) => i === tabbed || (lane.y + lane.height > sight.top - BEYOND && lane.y < sight.top + sight.height + BEYOND),
  );
  return (
    <div
      className="timeline-lanes" ref={scroll}
      onScroll={(event) => setSight({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <div className="timeline-paper" style={{ height, width }}>
        <svg className="timeline-ground" width={width} height={height} aria-hidden="true">
          {bounds && (
            <rect
              className="timeline-brush" x={clamp(x(bounds.earliest))} y={0} height={height}
              width={Math.max(1, clamp(x(bounds.latest + 1)) - clamp(x(bounds.earliest)))}
            />
          )}
          {ticks.map(({ day }) => <path key={day} className="timeline-grid" d={`M${x(day)} 0V${height}`} />)}
        </svg>
        {inSight.map(({ lane, i }) => (
          <button
            key={`${lane.of.kind} ${lane.of.id} ${lane.head}`} type="button" className="timeline-lane" data-lane={i}
            style={{ top: lane.y, height: lane.height }} aria-label={lane.sentence} title={lane.sentence} aria-pressed={i === selected}
            tabIndex={i === tabbed ? 0 : -1} onClick={() => choose(lane)} onKeyDown={(event) => step(event, i)}
          >
            <svg width={width} height={lane.height} viewBox={`0 ${lane.y} ${width} ${lane.height}`} aria-hidden="true">
              <MarkShapes marks={lane.marks()} />
            </svg>
          </button>
        ))}
      </div>
    </div>
  );
}

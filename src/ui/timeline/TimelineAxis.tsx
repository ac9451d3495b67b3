import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { dateAt, stepOf, type TimelineDrawing, type TimeWindow } from '../../drawing';
import { boundsOf, periodBounds, type Period } from '../../model';
import { useRun } from '../shell/useWorkspace';

interface Props {
  readonly drawing: TimelineDrawing;
  readonly window: TimeWindow;
  readonly period: Period | undefined;
  readonly onMove: (window: TimeWindow) => void;
}

const HEIGHT = 30;

/** Years or months, with a brush: what is dragged across is the period that the chart shows. Its ends move with the arrow keys too. */
export function TimelineAxis({ drawing, window, period, onMove }: Props) {
  const run = useRun();
  const plot = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ anchor: number; at: number }>();
  const { left, right, x, ticks, width } = drawing;
  const step = stepOf(window, right - left);
  const dayUnder = (event: PointerEvent) => {
    const at = Math.min(right, Math.max(left, event.clientX - plot.current!.getBoundingClientRect().left));
    return window.from + ((at - left) / (right - left)) * (window.to - window.from);
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    plot.current!.setPointerCapture(event.pointerId);
    setDrag({ anchor: dayUnder(event), at: dayUnder(event) });
  };
  const finish = () => {
    if (drag) void run('filterPeriod', between(drag.anchor, drag.at, step));
    setDrag(undefined);
  };
  const shown = drag ? between(drag.anchor, drag.at, step) : period;
  const bounds = shown && periodBounds(shown);
  const clamp = (at: number) => Math.min(right, Math.max(left, at));
  const pan = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -0.2, ArrowRight: 0.2 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const length = window.to - window.from;
    onMove({ from: window.from + by * length, to: window.to + by * length });
  };
  return (
    <div className="timeline-axis" role="group" aria-label="Period of the timeline" tabIndex={0} onKeyDown={pan}>
      <svg
        ref={plot} width={width} height={HEIGHT} aria-hidden="true" onPointerDown={begin}
        onPointerMove={(event) => drag && setDrag({ ...drag, at: dayUnder(event) })} onPointerUp={finish}
        onPointerCancel={() => setDrag(undefined)} onDoubleClick={() => void run('filterPeriod', undefined)}
      >
        {bounds && (
          <rect
            className="timeline-brush" x={clamp(x(bounds.earliest))} y={2}
            width={Math.max(1, clamp(x(bounds.latest + 1)) - clamp(x(bounds.earliest)))} height={HEIGHT - 4}
          />
        )}
        {ticks.map(({ day, label }) => (
          <g key={day}>
            <path d={`M${x(day)} ${HEIGHT - 8}V${HEIGHT}`} className="timeline-grid" />
            <text x={x(day) + 3} y={17} className="timeline-legend">{label}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** The period of two days, in whole years or months, whichever way round. */
function between(a: number, b: number, step: number): Period {
  const [from, to] = [Math.min(a, b), Math.max(a, b)].map((day) => dateAt(day, step)) as [string, string];
  return boundsOf(from) && boundsOf(to) ? { from, to } : { from: to, to };
}

import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Period } from '../../model';
import type { YearCount } from '../../store';
import { periodOf, startOf, ticksOf, yearAt, type YearSpan } from './yearScale';

interface Props {
  counts: readonly YearCount[];
  span: YearSpan;
  /** The years that are admitted; absent: all. */
  chosen: YearSpan | undefined;
  onPeriod: (period: Period | undefined) => void;
  /** Which year the pointer rests on. */
  onYear: (year: number | undefined) => void;
}

/** Starts and ends by year, with a brush: drag across it, drag its ends, or move its ends with the arrow keys. */
export function Histogram({ counts, span, chosen, onPeriod, onYear }: Props) {
  const plot = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ anchor: number; at: number }>();
  const shown = drag ? { first: Math.min(drag.anchor, drag.at), last: Math.max(drag.anchor, drag.at) } : chosen;
  const most = Math.max(1, ...counts.map((c) => c.starts + c.ends));

  const yearUnder = (event: PointerEvent) => {
    const { left, width } = plot.current!.getBoundingClientRect();
    return yearAt(span, (event.clientX - left) / width);
  };
  const begin = (event: PointerEvent, anchor?: number) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    plot.current!.setPointerCapture(event.pointerId);
    setDrag({ anchor: anchor ?? yearUnder(event), at: yearUnder(event) });
  };
  const move = (event: PointerEvent) => {
    const year = yearUnder(event);
    onYear(year);
    if (drag && year !== drag.at) setDrag({ ...drag, at: year });
  };
  const finish = () => {
    if (drag) onPeriod(periodOf(drag.anchor, drag.at));
    setDrag(undefined);
  };

  const from = shown ? startOf(span, shown.first) : 0;
  const to = shown ? startOf(span, shown.last + 1) : 1;
  return (
    <div className="histogram" role="group" aria-label="Period">
      <div
        className="histogram-plot"
        ref={plot}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(undefined)}
        onPointerLeave={() => onYear(undefined)}
        onDoubleClick={() => onPeriod(undefined)}
      >
        {shown && <div className="histogram-brush" style={{ left: `${from * 100}%`, right: `${(1 - to) * 100}%` }} />}
        <div className="histogram-bars" aria-hidden="true">
          {counts.map((c) => (
            <div key={c.year} className="histogram-year" data-in={!shown || (c.year >= shown.first && c.year <= shown.last) || undefined}>
              <div className="histogram-ends" style={{ height: `${(c.ends / most) * 100}%` }} />
              <div className="histogram-starts" style={{ height: `${(c.starts / most) * 100}%` }} />
            </div>
          ))}
        </div>
        <BrushEnd
          label="First year"
          year={shown?.first ?? span.first}
          low={span.first}
          high={shown?.last ?? span.last}
          place={from}
          onYear={(year) => onPeriod(periodOf(year, shown?.last ?? span.last))}
          onGrab={(e) => begin(e, shown?.last ?? span.last)}
          onClear={() => onPeriod(undefined)}
        />
        <BrushEnd
          label="Last year"
          year={shown?.last ?? span.last}
          low={shown?.first ?? span.first}
          high={span.last}
          place={to}
          onYear={(year) => onPeriod(periodOf(shown?.first ?? span.first, year))}
          onGrab={(e) => begin(e, shown?.first ?? span.first)}
          onClear={() => onPeriod(undefined)}
        />
      </div>
      <div className="histogram-ticks figure" aria-hidden="true">
        {ticksOf(span).map((year) => (
          <span key={year} style={{ left: `${startOf(span, year + 0.5) * 100}%` }}>{year}</span>
        ))}
      </div>
    </div>
  );
}

interface EndProps {
  label: string;
  year: number;
  low: number;
  high: number;
  /** Where it stands, 0–1 of the width. */
  place: number;
  onYear: (year: number) => void;
  onGrab: (event: PointerEvent) => void;
  onClear: () => void;
}

function BrushEnd({ label, year, low, high, place, onYear, onGrab, onClear }: EndProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: year - 1, ArrowDown: year - 1, ArrowRight: year + 1, ArrowUp: year + 1, PageDown: year - 5, PageUp: year + 5, Home: low,
      End: high,
    };
    if (event.key === 'Delete' || event.key === 'Backspace') onClear();
    else if (event.key in steps) onYear(Math.min(high, Math.max(low, steps[event.key]!)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="brush-end"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={year}
      onKeyDown={onKeyDown}
      onPointerDown={onGrab}
      style={{ left: `${place * 100}%` }}
    />
  );
}

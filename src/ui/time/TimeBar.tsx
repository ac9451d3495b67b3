import { ChevronDown, ChevronUp } from 'lucide';
import { useState } from 'react';
import type { Period } from '../../model';
import { visiblePart } from '../../workspace';
import { IconButton } from '../parts/IconButton';
import { useRun, useShown } from '../shell/useWorkspace';
import { Histogram } from './Histogram';
import { PeriodField } from './PeriodField';
import { Player } from './Player';
import { periodText, spanOf, yearsOf } from './yearScale';
import './time.css';

/** When things start and end, and which time the chart shows. */
export function TimeBar() {
  const open = useShown((s) => s.view.bottom);
  const period = useShown((s) => s.chart.filter.period);
  const run = useRun();
  const toggle = (
    <IconButton
      icon={open ? ChevronDown : ChevronUp}
      label={open ? 'Hide the time bar' : 'Show the time bar'}
      plain
      small
      aria-expanded={open}
      onClick={() => run('toggleBottom')}
    />
  );
  if (!open) {
    return (
      <section className="time-bar" data-state="closed" aria-label="Time">
        <b>Time</b>
        <span className="quiet">{period ? `as of ${periodText(period)}` : 'any time'}</span>
        {toggle}
      </section>
    );
  }
  return (
    <section className="time-bar" aria-label="Time">
      <OpenBar period={period} />
      {toggle}
    </section>
  );
}

function OpenBar({ period }: { period: Period | undefined }) {
  const counts = useShown((s) => s.histogram);
  const run = useRun();
  const [year, setYear] = useState<number>();
  const span = spanOf(counts);
  const onPeriod = (p: Period | undefined) => run('filterPeriod', p);
  const under = counts.find((c) => c.year === year);
  return (
    <>
      <div className="time-title">
        <span className="time-heading"><b>Time</b>{span && <Player />}</span>
        {under ? (
          <span className="quiet figure">{under.year}: {under.starts} start, {under.ends} end</span>
        ) : (
          <span className="quiet time-key"><i className="time-starts" />starts <i className="time-ends" />ends, by year</span>
        )}
      </div>
      {span ? (
        <Histogram counts={counts} span={span} chosen={period && yearsOf(period)} onPeriod={onPeriod} onYear={setYear} />
      ) : (
        <p className="quiet time-none">Nothing here has a date.</p>
      )}
      <div className="time-asof">
        <PeriodField label="As of" period={period} onPeriod={onPeriod} />
        <Possibly period={period} />
      </div>
    </>
  );
}

/** How many of what is drawn only possibly held then. */
function Possibly({ period }: { period: Period | undefined }) {
  const certainly = useShown((s) => s.chart.filter.certainly ?? false);
  const possibly = useShown((s) => visiblePart(s).possibly.size);
  const untied = useShown((s) => s.view.untied);
  const run = useRun();
  if (!period) return <p className="quiet time-note">a date, or from–to</p>;
  return (
    <p className="quiet time-note">
      {certainly ? 'only certain dates' : `${possibly} uncertain ${possibly === 1 ? 'date' : 'dates'}`}
      {' · '}
      <button type="button" className="text-button" onClick={() => run('filterPeriod', undefined)}>any time</button>
      {' · '}
      <button
        type="button"
        className="text-button"
        aria-label={untied === 'pale' ? 'Unconnected entities are pale: hide them' : 'Unconnected entities are hidden: draw them pale'}
        onClick={() => run('toggleUntied')}
      >
        {untied === 'pale' ? 'Hide unconnected' : 'Show unconnected'}
      </button>
    </p>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide';
import { countRoutesText, excludedText, periodText, type Sentences } from '../../wording';
import type { RouteAnswer } from '../../model';
import { IconButton } from '../parts/IconButton';
import { Section } from '../parts/Section';
import { useKeys, useRun, useShown } from '../shell/useWorkspace';
import { RouteCard } from './RouteCard';

/** The routes of an answer, shortest and strongest first, one of them looked at. */
export function RouteList({ answer, sentences }: { answer: RouteAnswer; sentences: Sentences }) {
  const active = useShown((s) => s.trace.active);
  const run = useRun();
  return (
    <Section title={countRoutesText(answer)} aside={<RouteTools />}>
      <TimeNote />
      <ol className="routes">
        {answer.routes.map((route, i) => (
          <RouteCard
            key={i} route={route} index={i} active={i === active} sentences={sentences} onPress={() => run('showRoute', i)}
          />
        ))}
      </ol>
      <p className="trace-note">
        {!answer.complete && 'There may be more: allow more routes or another length. '}
        {excludedText(answer.excluded)}
      </p>
    </Section>
  );
}

/** Of which time the routes are, where the chart shows another: while the years play they wait. */
function TimeNote() {
  const asked = useShown((s) => s.trace.question.filter.period);
  const shown = useShown((s) => s.chart.filter.period);
  const playing = useShown((s) => s.jobs.has('play'));
  if (asked?.from === shown?.from && asked?.to === shown?.to) return null;
  const [routes, chart] = [asked, shown].map((period) => (period ? periodText(period) : 'of any time'));
  return (
    <p className="trace-note" role="status">
      These routes are {routes}; the chart is {chart}.{playing && ' They are asked again when the years stop.'}
    </p>
  );
}

function RouteTools() {
  const only = useShown((s) => s.trace.only);
  const active = useShown((s) => s.trace.active);
  const run = useRun();
  const keys = useKeys();
  return (
    <div className="route-tools">
      <button
        type="button"
        className="chip"
        data-changed={only || undefined}
        aria-pressed={only}
        disabled={active === undefined && !only}
        onClick={() => run('onlyRoute')}
      >
        only this route
      </button>
      <IconButton icon={ChevronLeft} label="Previous route" keys={keys('previousRoute')} plain small onClick={() => run('previousRoute')} />
      <IconButton icon={ChevronRight} label="Next route" keys={keys('nextRoute')} plain small onClick={() => run('nextRoute')} />
    </div>
  );
}

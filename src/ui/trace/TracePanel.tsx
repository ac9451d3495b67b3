import { ArrowUpDown } from 'lucide';
import type { RouteQuestion } from '../../model';
import { EntityPicker } from '../parts/EntityPicker';
import { IconButton } from '../parts/IconButton';
import { Progress } from '../parts/Progress';
import { Section } from '../parts/Section';
import { useEntityName, useRun, useSearch, useShown, useSentences } from '../shell/useWorkspace';
import { Constraints } from './Constraints';
import { InBetween } from './InBetween';
import { NoRoute } from './NoRoute';
import { RouteList } from './RouteList';
import './trace.css';

/** "How are these two connected?": the question, its answer, and who stands between. */
export function TracePanel() {
  const question = useShown((s) => s.trace.question);
  const run = useRun();
  return (
    <>
      <Section title="Trace">
        <Ends question={question} />
        <Constraints question={question} onChange={(patch) => run('constrain', patch)} />
      </Section>
      <Answer question={question} />
    </>
  );
}

function Ends({ question: { from, to } }: { question: RouteQuestion }) {
  const run = useRun();
  const search = useSearch();
  return (
    <div className="trace-ends">
      <End label="From" id={from} onPick={(id) => run('traceFrom', id)} search={search} />
      <End label="To" id={to} onPick={(id) => run('traceTo', id)} search={search} />
      <IconButton icon={ArrowUpDown} label="Swap From and To" small className="trace-swap" disabled={!from && !to} onClick={() => run('swapEnds')} />
    </div>
  );
}

function End({ label, id, onPick, search }: { label: string; id: string; onPick: (id: string | undefined) => void; search: ReturnType<typeof useSearch> }) {
  const name = useEntityName(id);
  return <EntityPicker label={label} picked={id === '' ? undefined : { id, name }} onPick={onPick} search={search} />;
}

function Answer({ question }: { question: RouteQuestion }) {
  const trace = useShown((s) => s.trace);
  const sentences = useSentences();
  const run = useRun();
  const { phase, answer, noRoute, message } = trace;
  if (phase === 'asking') return <Asking />;
  if (phase === 'failed') return <Section title="Routes"><p role="alert">{message}</p></Section>;
  if (!answer) return <Unasked question={question} />;
  if (answer.routes.length === 0) {
    return (
      <Section title="No route">
        <NoRoute why={noRoute} from={sentences.nameOf(answer.from)} to={sentences.nameOf(answer.to)} onAsk={(q) => run('ask', q)} />
      </Section>
    );
  }
  return (
    <>
      <RouteList answer={answer} sentences={sentences} />
      <InBetween answer={answer} nameOf={sentences.nameOf} />
    </>
  );
}

function Asking() {
  const job = useShown((s) => s.jobs.get('trace'));
  return (
    <Section title="Routes">
      <div className="stack" role="status">
        <span>Looking for routes…</span>
        <Progress label="Looking for routes" done={job?.done} />
        {job?.cancel && <button type="button" className="button small" onClick={job.cancel}>Cancel</button>}
      </div>
    </Section>
  );
}

function Unasked({ question }: { question: RouteQuestion }) {
  return null;
}

import { ArrowUpDown } from 'lucide';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RouteAnswer, RouteQuestion } from '../../model';
import type { Sentences } from '../../wording';
import { BetweenLine, InBetween } from '../between/InBetween';
import { WhatIf } from '../between/WhatIf';
import { EntityPicker } from '../parts/EntityPicker';
import { IconButton } from '../parts/IconButton';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { Segments } from '../parts/Segments';
import { useEntityName, useRun, useRouteSentences, useSearch, useShown, useWorkspace } from '../shell/useWorkspace';
import { Constraints } from './Constraints';
import { NoRoute } from './NoRoute';
import { RouteList } from './RouteList';
import './trace.css';

/** "How are these two connected?": the question, its answer, and who stands between. */
export default function TracePanel() {
  const question = useShown((s) => s.trace.question);
  const run = useRun();
  const answer = useRef<HTMLDivElement>(null);
  return (
    <>
      <div className="section">
        <Ends question={question} onAsked={() => answer.current?.focus()} />
        <Constraints question={question} onChange={(patch) => run('constrain', patch)} />
      </div>
      <div ref={answer} className="trace-answer" role="group" aria-label="Answer" tabIndex={-1}>
        <Answer question={question} />
      </div>
    </>
  );
}

/** From and To. Enter goes from the one to the other and then to the answer, where [ and ] step through the routes. */
function Ends({ question: { from, to }, onAsked }: { question: RouteQuestion; onAsked: () => void }) {
  const run = useRun();
  const search = useSearch();
  const { events } = useWorkspace();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useEffect(() => events.on('focusTraceFrom', () => first.current?.focus()), [events]);
  return (
    <div className="trace-ends">
      <End
        label="From"
        id={from}
        input={first}
        onPick={(id) => run('traceFrom', id)}
        search={search}
        onEntered={() => second.current?.focus()}
      />
      <End label="To" id={to} input={second} onPick={(id) => run('traceTo', id)} search={search} onEntered={onAsked} />
      <IconButton
        icon={ArrowUpDown}
        label="Swap From and To"
        small
        className="trace-swap"
        disabled={!from && !to}
        onClick={() => run('swapEnds')}
      />
    </div>
  );
}

interface EndProps {
  label: string;
  id: string;
  onPick: (id: string | undefined) => void;
  search: ReturnType<typeof useSearch>;
  input: RefObject<HTMLInputElement | null>;
  onEntered: () => void;
}

function End({ id, ...rest }: EndProps) {
  const name = useEntityName(id);
  return <EntityPicker {...rest} picked={id === '' ? undefined : { id, name }} />;
}

function Answer({ question }: { question: RouteQuestion }) {
  const trace = useShown((s) => s.trace);
  const sentences = useRouteSentences();
  const run = useRun();
  const { phase, answer, noRoute, message } = trace;
  if (phase === 'asking') return <Asking />;
  if (phase === 'failed') return <Section title="Routes"><p role="alert">{message}</p></Section>;
  if (!answer) return <Unasked question={question} />;
  if (answer.routes.length === 0) {
    return (
      <>
        <WhatIf sentences={sentences} />
        <Section title="No route">
          <NoRoute
            why={noRoute}
            from={sentences.nameOf(answer.from)}
            to={sentences.nameOf(answer.to)}
            onRelax={(relaxation) => run('relax', relaxation)}
            onAsk={(q) => run('ask', q)}
          />
        </Section>
      </>
    );
  }
  return (
    <>
      <WhatIf sentences={sentences} />
      <FoundRoutes answer={answer} sentences={sentences} />
    </>
  );
}

const ANSWERS = [{ id: 'routes', label: 'Routes' }, { id: 'between', label: 'In between' }] as const;

/** The routes, and beside them who stands between: named in a line above the routes, told in full by the switch. */
function FoundRoutes({ answer, sentences }: { answer: RouteAnswer; sentences: Sentences }) {
  const [shown, setShown] = useState<'routes' | 'between'>('routes');
  return (
    <>
      <div className="answer-switch"><Segments label="Show" value={shown} options={ANSWERS} onChange={setShown} /></div>
      {shown === 'between' ? <InBetween /> : (
        <>
          <BetweenLine onOpen={() => setShown('between')} />
          <RouteList answer={answer} sentences={sentences} />
        </>
      )}
    </>
  );
}

function Asking() {
  const job = useShown((s) => s.jobs.get('trace'));
  return (
    <Section title="Routes">
      <Looking label="Looking for routes" done={job?.done} cancel={job?.cancel} />
    </Section>
  );
}

/** What to do, said with an example from the case where there is one. */
function Unasked({ question: { from, to } }: { question: RouteQuestion }) {
  const example = useShown((s) => (s.dataset?.bundled ? EXAMPLES[s.dataset.bundled] : undefined));
  const run = useRun();
  const half = from !== '' || to !== '';
  return (
    <Section title="Routes">
      <div className="trace-empty">
        <p className="prose">{half ? 'Choose the other party.' : 'How are two parties connected?'}</p>
        <p className="quiet">
          Every chain of relationships between them is listed here as a sentence with its sources, its dates and how sure it is. Type a name
          above, or right-click an entity on the chart. For three or more, select them and press Shift+C.
        </p>
        {!half && example && (
          <button type="button" className="button small" onClick={() => run('constrain', { from: example.from, to: example.to })}>
            Try {example.label}
          </button>
        )}
      </div>
    </Section>
  );
}

/** A pair worth asking about in each case that comes along. */
const EXAMPLES: Record<string, { from: string; to: string; label: string }> = {
  'north-korea-telecom': { from: 'huawei', to: 'koryolink', label: 'Huawei to Koryolink' },
};

import { ChevronLeft, ChevronRight } from 'lucide';
import { useState } from 'react';
import { patternProblem, readPattern, type PatternAnswer, type PatternEnds } from '../../model';
import { endsText, excludedText, filterPhrases, patternCountTexts, patternSentence, type Sentences } from '../../wording';
import { lookup } from '../../workspace';
import { IconButton } from '../parts/IconButton';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { usePatternSentences, useRun, useShown } from '../shell/useWorkspace';
import { PatternBuilder } from './PatternBuilder';
import { PatternEnd } from './PatternEnd';
import { RouteCard } from '../trace/RouteCard';
import '../trace/trace.css';
import './pattern.css';

/** Which routes follow a pattern: its ends, the pattern step by step, the sentence that it asks, and the routes. */
export default function PatternPanel() {
  const pattern = useShown((s) => s.pattern);
  const run = useRun();
  const { from, to, pattern: text = '' } = pattern ?? {};
  return (
    <>
      <Section title="Routes that follow a pattern">
        <div className="pattern-ends">
          <PatternEnd label="From" ends={from} onEnds={(ends) => run('setPattern', { from: ends })} />
          <PatternEnd label="To" ends={to} onEnds={(ends) => run('setPattern', { to: ends })} />
        </div>
        <PatternField text={text} from={from} to={to} />
        <Conditions />
      </Section>
      <div role="group" aria-label="Answer">
        <Answer />
      </div>
    </>
  );
}

const UNNAMED = '…';

/** The pattern as steps and as text, and what it asks as a sentence, or what is wrong with it and where. */
function PatternField({ text, from, to }: { text: string; from: PatternEnds | undefined; to: PatternEnds | undefined }) {
  const run = useRun();
  const [typed, setTyped] = useState<string>();
  const draft = typed ?? text;
  const problem = draft.trim() === '' ? undefined : patternProblem(draft);
  const put = () => {
    // What cannot be read stays typed, with what is wrong.
    if (problem) return;
    setTyped(undefined);
    if (draft !== text) void run('setPattern', { pattern: draft });
  };
  const nameOf = useShown((s) => lookup(s).name);
  const readable = draft.trim() !== '' && !problem;
  const names = [from, to].map((ends) => (ends ? endsText(ends, nameOf) : UNNAMED)) as [string, string];
  const example = useShown((s) => (s.dataset?.bundled ? EXAMPLES[s.dataset.bundled] : undefined));
  return (
    <>
      {(readable || draft.trim() === '') && (
        <PatternBuilder pattern={readable ? readPattern(draft) : undefined} onPattern={(pattern) => run('setPattern', { pattern })} />
      )}
      <label className="pattern-text">
        <span className="quiet small-text">The pattern as text</span>
        <span className="field" data-invalid={problem !== undefined || undefined}>
          <input
            className="mono"
            value={draft}
            aria-invalid={problem !== undefined || undefined}
            spellCheck={false}
            placeholder="(owns|controls)+ partnerIn"
            onChange={(event) => setTyped(event.target.value)}
            onBlur={put}
            onKeyDown={(event) => void (event.key === 'Enter' && put())}
          />
        </span>
      </label>
      {problem && (
        <p className="field-message" role="alert">
          {problem.message}
        </p>
      )}
      {readable && (
        <p className="prose pattern-sentence" aria-live="polite">
          {patternSentence(readPattern(draft), ...names)}
        </p>
      )}
      {example && text === '' && draft === '' && !from && (
        <button type="button" className="button small pattern-example" onClick={() => run('setPattern', example.asked)}>
          Try {example.label}
        </button>
      )}
    </>
  );
}

/** A pattern worth asking in each case that comes along. */
const EXAMPLES: Record<string, { label: string; asked: { from: PatternEnds; to: PatternEnds; pattern: string } }> = {
  'north-korea-telecom': {
    label: 'from any Chinese company through a joint venture to a network',
    asked: {
      from: { entityTypes: ['company'], jurisdiction: 'CN' },
      to: { entityTypes: ['network'] },
      pattern: 'any[to=jointVenture] (^operates|^partnerIn) (owns|supplies|operates)+',
    },
  },
};

/** The filter under which the answer holds. */
function Conditions() {
  const question = useShown((s) => s.pattern?.question);
  const find = useShown(lookup);
  if (!question) return null;
  const phrases = filterPhrases(question.filter, (id) => find.source(id)?.publisher ?? id);
  return (
    <p className="quiet small-text">
      At most {question.maxHops} hops, under the chart’s filter: {phrases.join('; ')}.
    </p>
  );
}

function Answer() {
  const pattern = useShown((s) => s.pattern);
  const job = useShown((s) => s.jobs.get('pattern'));
  const run = useRun();
  const sentences = usePatternSentences();
  if (pattern?.phase === 'failed')
    return (
      <Section title="Routes">
        <p role="alert">{pattern.message}</p>
      </Section>
    );
  if (pattern?.phase === 'asking' && pattern.question) {
    return (
      <Section title="Routes">
        <Looking label="Looking for routes that follow the pattern" done={job?.done} cancel={() => run('cancelJob', 'pattern')} />
      </Section>
    );
  }
  if (!pattern?.answer) {
    return (
      <Section title="Routes">
        <p className="quiet">
          Choose where routes begin and end, an entity or any of a type, and which steps they take. ^ before a type runs against its arrow,
          + is once or more, ? perhaps.
        </p>
      </Section>
    );
  }
  return <PatternRoutes answer={pattern.answer} sentences={sentences} />;
}

function PatternRoutes({ answer, sentences }: { answer: PatternAnswer; sentences: Sentences }) {
  const run = useRun();
  const shown = useShown((s) => JSON.stringify(s.trace.chains));
  const active = answer.routes.findIndex((route) => JSON.stringify([route.entities]) === shown);
  const left = excludedText(answer.excluded);
  const count = answer.routes.length;
  const step = (by: 1 | -1) =>
    run('showChains', [answer.routes[active === -1 ? (by === 1 ? 0 : count - 1) : (active + by + count) % count]!.entities]);
  return (
    <Section
      title="Routes"
      aside={
        count > 1 ? (
          <div className="route-tools">
            <IconButton icon={ChevronLeft} label="Previous route" plain small onClick={() => step(-1)} />
            <IconButton icon={ChevronRight} label="Next route" plain small onClick={() => step(1)} />
          </div>
        ) : undefined
      }
    >
      <div role="status">
        {patternCountTexts(answer).map((text) => (
          <p key={text} className="trace-note">
            {text}
          </p>
        ))}
      </div>
      <ol className="routes">
        {answer.routes.map((route, i) => (
          <RouteCard
            key={i} route={route} index={i} active={i === active} sentences={sentences} toggles
            onPress={() => run('showChains', i === active ? undefined : [route.entities])}
          />
        ))}
      </ol>
      {left !== '' && <p className="trace-note">{left}</p>}
    </Section>
  );
}

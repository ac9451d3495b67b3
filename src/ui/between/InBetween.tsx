import { Ban, ChevronLeft, ChevronRight } from 'lucide';
import { useState, type CSSProperties } from 'react';
import { disjointText, everyText, heldUnder, notCountedText, ofWhatText, setText } from '../../wording';
import type { BetweenShare, IntermediaryAnswer } from '../../model';
import { lookup } from '../../workspace';
import { IconButton } from '../parts/IconButton';
import { Progress } from '../parts/Progress';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import { NotCounted } from './NotCounted';
import './between.css';

/** Who stands between the two ends: on every route, in a smallest set that separates them, on routes that share nobody, and how often. */
export function InBetween() {
  const between = useShown((s) => s.trace.between);
  const job = useShown((s) => s.jobs.get('between'));
  const run = useRun();
  if (!between) return null;
  return (
    <Section title="In between">
      <div className="chips between-chips" role="group" aria-label="Ties that count">
        <NotCounted leftOut={between.phase === 'answered' ? between.answer.leftOut : undefined} />
      </div>
      {between.phase === 'asking' && (
        <div className="stack" role="status">
          <span className="quiet">Looking for who stands between…</span>
          <Progress label="Looking for who stands between" done={job?.done} />
          {job?.cancel && <button type="button" className="button small" onClick={job.cancel}>Cancel</button>}
        </div>
      )}
      {between.phase === 'cancelled' && (
        <p className="quiet">
          Cancelled.{' '}
          <button type="button" className="text-button" onClick={() => run('askBetween')}>
            ask again
          </button>
        </p>
      )}
      {between.phase === 'failed' && (
        <p role="alert">
          {between.message}{' '}
          <button type="button" className="text-button" onClick={() => run('askBetween')}>
            try again
          </button>
        </p>
      )}
      {between.phase === 'answered' && <Answer answer={between.answer} />}
    </Section>
  );
}

const NAMED = 3;

/** "In between: Panda International, Kim Jong Il, CHEO Technology JV and 18 more", a line that opens the whole answer. */
export function BetweenLine({ onOpen }: { onOpen: () => void }) {
  const between = useShown((s) => s.trace.between);
  const { name } = useShown(lookup);
  if (between?.phase !== 'answered' || between.answer.share.length === 0) return null;
  const { share } = between.answer;
  const rest = share.length - NAMED;
  return (
    <p className="between-summary">
      In between: <b>{share.slice(0, NAMED).map((s) => name(s.entity)).join(', ')}</b>
      {rest > 0 && <> and <button type="button" className="text-button" onClick={onOpen}>{rest} more</button></>}
    </p>
  );
}

function Answer({ answer }: { answer: IntermediaryAnswer }) {
  const question = useShown((s) => s.trace.question);
  const find = useShown(lookup);
  const publisher = (id: string) => find.source(id)?.publisher ?? id;
  const notCounted = notCountedText(answer);
  const leftOut = notCounted === undefined ? null : <p className="trace-note">{notCounted}</p>;
  if (answer.share.length === 0)
    return (
      <>
        <p className="quiet">
          {answer.direct ? 'Nobody: the two are tied directly, and in no other way.' : 'Nobody: nothing that counts ties the two.'}
        </p>
        {leftOut}
      </>
    );
  return (
    <>
      <p>{everyText(answer, find.name)}</p>
      <Separators answer={answer} />
      <Disjoint answer={answer} />
      <Shares answer={answer} />
      <p className="trace-note">{heldUnder(question, find.name, publisher)}</p>
      {leftOut}
    </>
  );
}

/** The smallest sets without which no route is left, one at a time, ringed on the chart. */
function Separators({ answer: { separators, complete, direct } }: { answer: IntermediaryAnswer }) {
  const ringed = useShown((s) => s.trace.ringed);
  const [last, setLast] = useState(0);
  const run = useRun();
  const at = ringed ? separators.findIndex((set) => set.join('\n') === ringed.join('\n')) : -1;
  const shown = separators[at >= 0 ? at : Math.min(last, separators.length - 1)];
  if (!shown) return null;
  const point = () => void run('pointRing', shown);
  const leave = () => void run('pointRing', undefined);
  const turnTo = (index: number) => {
    setLast(index);
    run('ring', separators[index]);
  };
  const place = at >= 0 ? at : Math.min(last, separators.length - 1);
  return (
    <div className="between-part">
      <div className="between-line">
        <p>{setText(shown.length, direct)}</p>
        <button
          type="button"
          className="chip"
          aria-pressed={at >= 0}
          data-changed={at >= 0 || undefined}
          onClick={() => run('ring', at >= 0 ? undefined : shown)}
        >
          ringed
        </button>
      </div>
      <p className="between-names" onPointerEnter={point} onPointerLeave={leave} onFocus={point} onBlur={leave}>
        {shown.map((id) => <Name key={id} id={id} />)}
      </p>
      {(separators.length > 1 || !complete) && (
        <div className="between-line quiet small-text">
          <span className="figure">
            {separators.length > 1 ? `${place + 1} of ${separators.length} such sets` : 'one such set'}
            {complete ? '' : '; there may be more'}
          </span>
          {separators.length > 1 && (
            <span>
              <IconButton
                icon={ChevronLeft}
                label="Previous set"
                plain
                small
                onClick={() => turnTo((place + separators.length - 1) % separators.length)}
              />
              <IconButton icon={ChevronRight} label="Next set" plain small onClick={() => turnTo((place + 1) % separators.length)} />
            </span>
          )}
        </div>
      )}
    </div>
  );
}

function Name({ id }: { id: string }) {
  const name = useShown((s) => lookup(s).name(id));
  const run = useRun();
  return (
    <button
      type="button"
      className="between-name"
      onClick={() => run('showEntity', id)}
      onPointerEnter={() => run('hover', { kind: 'entity', id })}
      onPointerLeave={() => run('hover')}
    >
      {name}
    </button>
  );
}

/** As many routes as can be that share nobody; each is highlighted by a press, or all of them together. */
function Disjoint({ answer }: { answer: IntermediaryAnswer }) {
  const chains = useShown((s) => s.trace.chains);
  const find = useShown(lookup);
  const run = useRun();
  const all = chains === answer.disjoint;
  return (
    <details className="between-part">
      <summary>{disjointText(answer)}</summary>
      <button
        type="button"
        className="chip"
        aria-pressed={all}
        data-changed={all || undefined}
        onClick={() => run('showChains', all ? undefined : answer.disjoint)}
      >
        show them together
      </button>
      <ol className="between-chains">
        {answer.disjoint.map((chain, i) => {
          const alone = chains?.length === 1 && chains[0] === chain;
          return (
            <li key={i}>
              <button
                type="button"
                className="between-chain"
                aria-pressed={alone}
                onClick={() => run('showChains', alone ? undefined : [chain])}
              >
                {chain.length === 2 ? 'the direct tie' : chain.slice(1, -1).map(find.name).join(' – ')}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

const LISTED = 6;

/** How often each lies between, most often first; each can be taken out of the question to see what falls. */
function Shares({ answer }: { answer: IntermediaryAnswer }) {
  const { share } = answer;
  const [all, setAll] = useState(false);
  const shown = all ? share : share.slice(0, LISTED);
  return (
    <div className="between-part">
      {share[0] && <p className="quiet small-text">How many of {ofWhatText(answer)} pass each:</p>}
      <ul>{shown.map((s) => <Share key={s.entity} share={s} />)}</ul>
      {share.length > LISTED && (
        <button type="button" className="text-button small-text" onClick={() => setAll(!all)}>
          {all ? 'fewer' : `all ${share.length}`}
        </button>
      )}
    </div>
  );
}

function Share({ share: { entity, routes, of } }: { share: BetweenShare }) {
  const name = useShown((s) => lookup(s).name(entity));
  const run = useRun();
  const part = { '--part': routes / of } as CSSProperties;
  return (
    <li className="between-row">
      <button type="button" className="between" onClick={() => run('showEntity', entity)}>
        <b>{name}</b>
        <span className="between-bar" aria-hidden="true" style={part} />
        <span className="quiet figure">{routes} of {of} routes</span>
      </button>
      <IconButton icon={Ban} label={`Test without ${name}`} plain small onClick={() => run('setAsideEntity', entity)} />
    </li>
  );
}

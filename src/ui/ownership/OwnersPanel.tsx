import { useMemo, useRef } from 'react';
import { spokenAt } from '../../model';
import { ownershipSentences, periodText, sentencesOf, type OwnershipSentences } from '../../wording';
import { lookup, proofPart } from '../../workspace';
import { EntityPicker } from '../parts/EntityPicker';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { PeriodField } from '../time/PeriodField';
import { useEntityName, useRun, useSearch, useShown } from '../shell/useWorkspace';
import { Sentence } from '../parts/Sentence';
import { Holders } from './Holders';
import { Rule } from './Rule';
import './ownership.css';

/** Who owns an entity at a date: direct holders, shares through chains, ultimate owners, and the 50 per cent rule. */
export default function OwnersPanel() {
  const phase = useShown((s) => s.ownership.phase);
  const entity = useShown((s) => s.ownership.entity);
  return (
    <>
      <Question />
      {entity === undefined ? <Unasked /> : phase === 'asking' ? <Asking /> : <Answer />}
    </>
  );
}

function Question() {
  const { entity, asOf } = useShown((s) => s.ownership);
  const name = useEntityName(entity ?? '');
  const selected = useShown((s) => (s.selection?.kind === 'entity' && s.selection.id !== s.ownership.entity ? s.selection.id : undefined));
  const selectedName = useEntityName(selected ?? '');
  const search = useSearch();
  const run = useRun();
  const date = useRef<HTMLInputElement>(null);
  return (
    <div className="section stack">
      <EntityPicker
        label="Entity"
        picked={entity === undefined ? undefined : { id: entity, name }}
        onPick={(id) => void (id === undefined ? run('clearOwners') : run('showOwners', id))}
        search={search}
        onEntered={() => date.current?.select()}
      />
      <PeriodField label="As of" input={date} period={asOf} onPeriod={(period) => run('ownersAsOf', period)} />
      {entity !== undefined && <DateNote own={asOf !== undefined} />}
      {selected !== undefined && entity !== undefined && (
        <button type="button" className="chip owners-selected" onClick={() => run('showOwners', selected)}>
          Ask for {selectedName}
        </button>
      )}
    </div>
  );
}

/** Which date the answer is of: one of its own, or that of the time bar. */
function DateNote({ own }: { own: boolean }) {
  const asked = useShown((s) => s.ownership.question?.asOf);
  const shown = useShown((s) => s.chart.filter.period);
  const run = useRun();
  if (!asked) return null;
  if (!own)
    return (
      <p className="quiet small-text">
        {shown ? `The date of the time bar: ${periodText(asked)}.` : `Today, ${periodText(asked)}: the time bar shows any time.`}
      </p>
    );
  return (
    <p className="quiet small-text">
      A date of its own: {periodText(asked)}. The chart shows {shown ? `what held ${periodText(shown)}` : 'any time'}.{' '}
      <button type="button" className="text-button" onClick={() => run('ownersAsOf', undefined)}>Follow the time bar</button>
    </p>
  );
}

function Unasked() {
  return (
    <Section title="Owners">
      <p className="prose">Who owns it, and who in the end?</p>
      <p className="quiet">
        Choose an entity above, or select one and press Shift+O. Shares that are not recorded are bounded by what the others leave; control
        without a share does not count.
      </p>
    </Section>
  );
}

function Asking() {
  return (
    <Section title="Owners">
      <Looking label="Looking for owners" />
    </Section>
  );
}

function Answer() {
  const message = useShown((s) => s.ownership.message);
  const said = useOwnershipSentences();
  if (message !== undefined) return <Section title="Owners"><p role="alert">{message}</p></Section>;
  if (!said) return null;
  return (
    <>
      <Holders said={said} />
      <Effective said={said} />
      <Rule said={said} />
    </>
  );
}

/** The answer in words, in short names. */
function useOwnershipSentences(): OwnershipSentences | undefined {
  const answer = useShown((s) => s.ownership.answer);
  const question = useShown((s) => s.ownership.question);
  const part = useShown(proofPart);
  const find = useShown(lookup);
  return useMemo(() => {
    if (!answer || !question) return undefined;
    const entities = part.entities.map((e) => (e.shortName === undefined ? e : { ...e, name: e.shortName }));
    const sentences = sentencesOf({ ...part, entities }, { filter: spokenAt(question.filter, answer) });
    return ownershipSentences(answer, question, sentences, (id) => find.source(id)?.publisher ?? id);
  }, [answer, question, part, find]);
}

/** What comes down to each owner through all chains, with the chains. */
function Effective({ said }: { said: OwnershipSentences }) {
  if (said.effective.length === 0) return null;
  return (
    <Section title="Through all chains">
      <ul className="effective">
        {said.effective.map(({ sentence, chains }, i) => (
          <li key={i}>
            <p className="prose"><Sentence parts={sentence} /></p>
            <details className="chains">
              <summary>{chains.length === 1 ? 'The chain' : `The ${chains.length} chains`}</summary>
              <ul>{chains.map((chain, j) => <li key={j} className="small-text"><Sentence parts={chain} /></li>)}</ul>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

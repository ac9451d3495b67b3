import { X } from 'lucide';
import type { OwnershipSentences, ProofLine } from '../../wording';
import { EntityPicker } from '../parts/EntityPicker';
import { Icon } from '../parts/Icon';
import { Section } from '../parts/Section';
import { Sentence } from '../parts/Sentence';
import { useEntityName, useRun, useSearch, useShown } from '../shell/useWorkspace';

const ANSWERS = { yes: 'Yes: it counts as owned', no: 'No: it does not count as owned', undetermined: 'Undetermined' } as const;

/** The 50 per cent rule: parties picked as listed, its answer with the bounds that decide, and the proof. */
export function Rule({ said }: { said: OwnershipSentences }) {
  const listed = useShown((s) => s.ownership.listed);
  const answer = useShown((s) => s.ownership.answer?.listed?.answer);
  const search = useSearch();
  const run = useRun();
  return (
    <Section title="50 % rule">
      <p className="quiet small-text">
        Add sanctioned parties. A company counts as owned if they and companies they own hold 50 % or more in total. Only shares count, not
        control.
      </p>
      <div className="chips listed-parties">
        {listed.map((id) => <Listed key={id} id={id} onDrop={() => run('setListed', listed.filter((l) => l !== id))} />)}
      </div>
      <EntityPicker
        label="Add a sanctioned party"
        labelled={false}
        placeholder="add a sanctioned party"
        adds
        picked={undefined}
        onPick={(id) => void (id !== undefined && run('setListed', [...listed, id]))}
        search={search}
      />
      {said.rule && answer && (
        <>
          <p className="rule-answer" data-answer={answer} role="status"><b>{ANSWERS[answer]}</b></p>
          <p className="prose"><Sentence parts={said.rule.answer} /></p>
          <ul className="proof" aria-label="Proof"><ProofItem line={said.rule.proof} /></ul>
        </>
      )}
    </Section>
  );
}

function Listed({ id, onDrop }: { id: string; onDrop: () => void }) {
  const name = useEntityName(id);
  return (
    <button type="button" className="chip" data-changed aria-label={`Remove ${name} from the sanctioned parties`} onClick={onDrop}>
      {name}
      <Icon of={X} small />
    </button>
  );
}

function ProofItem({ line: { sentence, below } }: { line: ProofLine }) {
  return (
    <li>
      <Sentence parts={sentence} />
      {below.length > 0 && <ul>{below.map((line, i) => <ProofItem key={i} line={line} />)}</ul>}
    </li>
  );
}

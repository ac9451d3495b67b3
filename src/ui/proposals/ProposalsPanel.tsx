import { useEffect, type ChangeEvent } from 'react';
import type { Proposal } from '../../model';
import type { ProposalsState } from '../../workspace';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import { ProposalCard } from './ProposalCard';
import '../matching/matching.css';
import './proposals.css';

/** What programs propose: each claim as the sentence that it would be, with its quote, to be accepted or refused. */
export default function ProposalsPanel() {
  const proposals = useShown((s) => s.proposals);
  return proposals ? <Tray proposals={proposals} /> : <Opening />;
}

/** Where a tray is chosen. */
function Opening() {
  return (
    <Section title="Proposals">
      <p className="quiet small-text">
        An agent that is started with “throughline mcp --propose TRAY” lays claims into that file, each with a source and a verbatim quote.
        Open it here, or drop it on the window. Nothing of it is drawn or counted before you accept it.
      </p>
      <ChooseTray label="Open a review tray…" />
    </Section>
  );
}

function ChooseTray({ label }: { label: string }) {
  const run = useRun();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) void run('openTray', { name: file.name, blob: file });
    event.target.value = '';
  };
  return (
    <label className="button small">
      {label}
      <input type="file" className="unseen" accept=".jsonl,.ndjson,.json" onChange={choose} />
    </label>
  );
}

function Tray({ proposals }: { proposals: ProposalsState }) {
  const run = useRun();
  const edits = useShown((s) => s.edits);
  const looking = useShown((s) => s.jobs.has('proposals'));
  // What is there by now, and what a claim contradicts, follows from the data.
  useEffect(() => void run('lookAtProposals'), [edits, run]);
  const { name, all, refused, seen, faults } = proposals;
  const accepted = all.filter(({ id }) => isThere(proposals, id) && !refused.has(id));
  const waiting = all.filter((p) => !refused.has(p.id) && !isThere(proposals, p.id));
  const shown = waiting.filter((p) => seen.has(p.id));
  return (
    <>
      <Section
        title={waiting.length === 0 ? 'No proposal waits' : waiting.length === 1 ? '1 proposal' : `${waiting.length} proposals`}
        aside={<button type="button" className="text-button" onClick={() => run('saveTray')}>Save with decisions</button>}
      >
        <p className="quiet small-text">
          From “{name}”. What stands in a proposal is what a program and its source say: read the quote before you accept it. Nothing is
          drawn before.
        </p>
        {faults.length > 0 && <Faults faults={faults} />}
        {looking && seen.size === 0 && <Looking label="Looking at proposals" />}
        <ul className="proposals" aria-busy={looking}>
          {shown.map((p) => <ProposalCard key={p.id} proposal={p} seen={seen.get(p.id)!} />)}
        </ul>
        {waiting.length > shown.length && seen.size > 0 && (
          <p className="quiet small-text">{(waiting.length - shown.length).toLocaleString('en')} more come as you decide.</p>
        )}
        <ChooseTray label="Open another tray…" />
      </Section>
      <Decided proposals={proposals} accepted={accepted} />
    </>
  );
}

function isThere({ seen }: ProposalsState, id: string): boolean {
  const one = seen.get(id);
  return one !== undefined && 'repeated' in one && one.repeated;
}

function Faults({ faults }: Pick<ProposalsState, 'faults'>) {
  const [first] = faults;
  return (
    <p role="status" className="small-text">
      {faults.length === 1 ? 'One line' : `${faults.length} lines`} of the tray cannot be read, first line {first!.line}: {first!.message}
    </p>
  );
}

/** What was decided: accepted ones stand in the data and are undone like every step; refused ones can be taken up again. */
function Decided({ proposals: { all, refused }, accepted }: { proposals: ProposalsState; accepted: readonly Proposal[] }) {
  const run = useRun();
  const declined = all.filter((p) => refused.has(p.id));
  if (accepted.length + declined.length === 0) return null;
  return (
    <Section title={`${accepted.length} accepted, ${declined.length} refused`}>
      <ul className="decided">
        {accepted.map((p) => <li key={p.id}><span>“{p.claim.quote}” <b>accepted</b></span></li>)}
        {declined.map((p) => (
          <li key={p.id}>
            <span>“{p.claim.quote}” <b>refused</b></span>
            <button
              type="button" className="text-button" aria-label={`Take up again: ${p.claim.quote}`}
              onClick={() => run('refuseProposal', { id: p.id, refused: false })}
            >
              take up again
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

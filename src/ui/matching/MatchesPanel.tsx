import { openProposals, type WorkspaceState } from '../../workspace';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';
import { DecidedMatches } from './DecidedMatches';
import { MatchCard } from './MatchCard';
import './matching.css';

/** How many proposals are listed at once; the next ones move up as decisions are taken. */
const LISTED = 40;

/** Who of the files that were added may be whom: proposals to accept, refuse or leave, and what was decided. */
export default function MatchesPanel() {
  const matches = useShown((s) => s.matches);
  const names = useShown((s) => s.dataset?.files);
  const { bundledCases } = useWorkspace();
  const files = names?.map((name) => bundledCases.find((b) => b.name === name)?.title ?? name);
  if (!files || files.length < 2) return <OneFile />;
  if (matches?.phase === 'failed') return <Section title="Matches"><p role="alert">{matches.message}</p><Again /></Section>;
  if (!matches?.answer)
    return (
      <Section title="Matches">
        <Looking label="Looking for matches" />
      </Section>
    );
  return (
    <>
      <Proposals files={files} />
      <DecidedMatches />
    </>
  );
}

function OneFile() {
  return (
    <Section title="Matches">
      <p className="quiet">
        One file is open. Add another one to it (drop it on “Add to this chart”), and entities that may be the same are proposed here.
        Nothing is merged by itself.
      </p>
    </Section>
  );
}

function Proposals({ files }: { files: readonly string[] }) {
  const proposals = useShown(openProposals);
  const beyond = useShown((s) => s.matches!.answer!.more);
  const certain = proposals.filter((p) => p.certainty === 'certain').length;
  const run = useRun();
  const asking = useShown((s) => s.matches?.phase === 'asking');
  const total = proposals.length + beyond;
  const title =
    proposals.length === 0 ? 'No match to decide on' : total === 1 ? '1 possible match' : `${total.toLocaleString('en')} possible matches`;
  return (
    <Section title={title}>
      <p className="quiet small-text">
        Between {list(files.map((f) => `“${f}”`))}. Nothing is merged: a match that you accept is a relationship of its own, which you can
        take back.
      </p>
      {certain > 0 && (
        <div className="chips spaced">
          <button type="button" className="chip" onClick={() => run('acceptCertain')}>
            {certain === 1 ? 'Accept the one that is certain' : `Accept the ${certain} that are certain`}
          </button>
        </div>
      )}
      <ul className="matches" aria-busy={asking}>
        {proposals.slice(0, LISTED).map((p) => <MatchCard key={`${p.a} ${p.b}`} proposal={p} />)}
      </ul>
      {total > LISTED && <p className="quiet small-text">{(total - LISTED).toLocaleString('en')} more come as you decide.</p>}
      <Unseen />
      {proposals.length === 0 && beyond > 0 && <Again />}
    </Section>
  );
}

/** What was not compared is said, so that silence is not taken for an answer. */
function Unseen() {
  const notCompared = useShown((s: WorkspaceState) => s.matches?.answer?.notCompared ?? 0);
  if (notCompared === 0) return null;
  return <p className="quiet small-text">{notCompared.toLocaleString('en')} pairs that have only common words alike were not compared.</p>;
}

function Again() {
  const run = useRun();
  return <button type="button" className="button small" onClick={() => run('showMatches')}>Look again</button>;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

import { passageOf, type Proposal, type Source } from '../../model';
import { citationText } from '../../wording';
import type { ProposalSeen } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';

/** A proposed claim: its sentence, its quote in its passage, its source, who proposed it; and what to make of it. */
export function ProposalCard({ proposal, seen }: { proposal: Proposal; seen: ProposalSeen }) {
  const { id, by, at, claim, passage } = proposal;
  const run = useRun();
  const words = 'cannot' in seen ? claim.quote : seen.sentence;
  return (
    <li className="proposal" aria-label={`Proposal: ${words}`}>
      {'cannot' in seen ? <p role="status">It cannot be entered here: {seen.cannot}</p> : <Becomes seen={seen} />}
      <blockquote className="prose proposal-passage">
        …{passage.before}<mark><bdi>{claim.quote}</bdi></mark>{passage.after}…
      </blockquote>
      <p className="small-text">
        {'cannot' in seen ? null : (
          <>
            {citationOf(seen.source, claim.locator)}
            {'id' in proposal.source ? '' : ', a source that is new here'}.{' '}
          </>
        )}
        <Captured proposal={proposal} />
      </p>
      <p className="quiet small-text">Proposed by <bdi>{by}</bdi>, {at.slice(0, 16).replace('T', ' ')}.</p>
      <div className="chips spaced">
        <button type="button" className="chip" disabled={'cannot' in seen} onClick={() => run('acceptProposal', id)}>Accept</button>
        <button type="button" className="chip" onClick={() => run('refuseProposal', { id, refused: true })}>Refuse</button>
      </div>
    </li>
  );
}

function citationOf(source: Source, locator: string | undefined): string {
  return citationText({ number: 1, source, sourceId: source.id, ...(locator === undefined ? {} : { locator }) });
}

function Becomes({ seen }: { seen: Exclude<ProposalSeen, { cannot: string }> }) {
  return (
    <>
      <p className="prose proposal-sentence"><bdi>{seen.sentence}</bdi></p>
      <p className="quiet small-text">{seen.becomes}</p>
      {seen.contradicts.length > 0 && (
        <ul className="proposal-contradicts small-text">{seen.contradicts.map((c) => <li key={c}>{c}</li>)}</ul>
      )}
    </>
  );
}

/** Whose text the quote was found in; and whether it stands in the text that is open beside the chart. */
function Captured({ proposal: { text, claim } }: { proposal: Proposal }) {
  const open = useShown((s) => s.sourceText);
  const whose = text.file === undefined
    ? `The quote stands in a text that the program captured itself (${text.characters.toLocaleString('en')} characters).`
    : `The quote stands in the text that you gave, “${text.file}”.`;
  const here = open && (passageOf(open.pages.join('\n'), claim.quote) ? 'It occurs in' : 'It does not occur in');
  return <>{whose}{here && ` ${here} “${open.name}”, which is open under Text.`}</>;
}

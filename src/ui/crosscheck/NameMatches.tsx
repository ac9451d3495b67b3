import type { NameCandidate, NamesAnswer } from '../../model';
import { useEntityName, useRun } from '../shell/useWorkspace';

interface Props {
  matches: NamesAnswer['matches'];
  taken: readonly (NameCandidate | undefined)[];
}

/** Each name with whom it may be: one of them is taken, or none. */
export function NameMatches({ matches, taken }: Props) {
  return (
    <ul className="name-matches">
      {matches.map(({ name, candidates }, i) => (
        <li key={i} className="name-match" aria-label={name}>
          <b>{name}</b>
          {candidates.length === 0 && <span className="quiet"> nobody here has such a name</span>}
          {candidates.length > 0 && <Candidates place={i} name={name} candidates={candidates} taken={taken[i]} />}
        </li>
      ))}
    </ul>
  );
}

interface CandidatesProps {
  place: number;
  name: string;
  candidates: readonly NameCandidate[];
  taken: NameCandidate | undefined;
}

function Candidates({ place, name, candidates, taken }: CandidatesProps) {
  const run = useRun();
  const decide = (entity: string | null) => run('decideName', { place, entity });
  return (
    <div role="radiogroup" aria-label={`Who ${name} is`}>
      {candidates.map((one) => (
        <Candidate key={one.entity} place={place} one={one} isTaken={one === taken} onTake={() => decide(one.entity)} />
      ))}
      <label className="check option">
        <input type="radio" name={`name-${place}`} checked={!taken} onChange={() => decide(null)} />
        <span className="check-label">none of these</span>
      </label>
    </div>
  );
}

function Candidate({ place, one, isTaken, onTake }: { place: number; one: NameCandidate; isTaken: boolean; onTake: () => void }) {
  const name = useEntityName(one.entity);
  return (
    <label className="check option">
      <input type="radio" name={`name-${place}`} checked={isTaken} onChange={onTake} />
      <span className="check-label option-text">
        {name} <span className="figure quiet">{one.score.toFixed(2)}</span>
        <span className="quiet option-note">{one.reasons.map((reason) => reason.sentence).join(' ')}</span>
      </span>
    </label>
  );
}

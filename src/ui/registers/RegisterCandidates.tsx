import { sameAsId } from '../../model';
import { acceptedCandidate, type Candidate } from '../../registers';
import { type RegisterState } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';

/** Who the register says that each may be, to be accepted or left. Its texts are shown as they came, and nothing of its own is run. */
export function RegisterCandidates({ register }: { register: RegisterState }) {
  const { answer, asked } = register;
  const found = answer!.candidates.filter((list) => list.length > 0).length;
  return (
    <>
      <p className="report-lead" role="status">
        {answer!.manifest.name} has candidates for {found} of {asked.length}. Its scores are on a scale of its own. What you accept is a tie
        of its own, with the register as its source, which undo takes back.
      </p>
      <ul className="register-answers">
        {asked.map((entity, i) => <Answered key={entity} register={register} entity={entity} candidates={answer!.candidates[i] ?? []} />)}
      </ul>
    </>
  );
}

interface AnsweredProps {
  register: RegisterState;
  entity: string;
  candidates: readonly Candidate[];
}

function Answered({ register, entity, candidates }: AnsweredProps) {
  const name = useShown((s) => s.records.entities.get(entity)?.name ?? entity);
  return (
    <li className="register-answer" aria-label={name}>
      <p><b>{name}</b></p>
      {candidates.length === 0 && <p className="quiet small-text">No candidate.</p>}
      <ul>
        {candidates.map((candidate) => (
          <OneCandidate key={candidate.id} register={register} entity={entity} candidate={candidate} />
        ))}
      </ul>
    </li>
  );
}

function OneCandidate({ register, entity, candidate }: { register: RegisterState; entity: string; candidate: Candidate }) {
  const { name, description, score, match, features, type } = candidate;
  const run = useRun();
  const accepted = useShown((s) => {
    const record = s.records.entities.get(entity);
    if (!record || !register.answer || register.service === undefined) return false;
    const { entity: { id } } = acceptedCandidate(record, candidate, {
      manifest: register.answer.manifest, service: register.service, on: '2000', as: 'same',
    });
    return s.records.relationships.has(sameAsId(entity, id));
  });
  const take = (as: 'same' | 'probably') => () => run('acceptCandidate', { entity, candidate, as });
  const reasons = (features ?? []).flatMap((f) => (f.id === undefined || f.value === undefined ? [] : [`${f.id}: ${f.value}`]));
  return (
    <li className="register-candidate">
      <div>
        <p>
          {name} <span className="quiet small-text mono">{candidate.id}</span>
        </p>
        <p className="quiet small-text">
          {[
            match ? 'the register takes it for a match' : undefined, ...(type ?? []).map((t) => ('name' in t ? (t.name ?? t.id) : t.id)),
            description,
          ].filter(Boolean).join(' · ')}
        </p>
        {reasons.length > 0 && <p className="quiet small-text">{reasons.join(' · ')}</p>}
      </div>
      <b className="figure" aria-label={`score ${score}`}>{Math.round(score * 100) / 100}</b>
      {accepted ? (
        <span className="badge">accepted</span>
      ) : (
        <div className="chips">
          <button type="button" className="chip" onClick={take('same')}>The same</button>
          <button type="button" className="chip" onClick={take('probably')}>Probably</button>
        </div>
      )}
    </li>
  );
}

import { entityTypes, type Entity, type MatchProposal, type MatchReason } from '../../model';
import { EntityIcon } from '../parts/EntityIcon';
import { useRun, useShown } from '../shell/useWorkspace';

/** Two entities that may be one: who they are, what speaks for it and against it, and what to make of it. */
export function MatchCard({ proposal }: { proposal: MatchProposal }) {
  const { a, b, score, certainty, reasons } = proposal;
  const run = useRun();
  const name = useShown((s) => s.records.entities.get(a)?.name ?? a);
  const [pro, contra] = [reasons.filter((r) => r.weight >= 0), reasons.filter((r) => r.weight < 0)];
  const judge = (verdict: 'same' | 'probably' | 'different') => () => run('decide', { proposals: [proposal], verdict });
  return (
    <li className="match" aria-label={`${name}: ${certainty} match, score ${score.toFixed(2)}`}>
      <p className="match-score">
        <b className="figure">{score.toFixed(2)}</b> {certainty === 'certain' ? 'certain by its number' : 'probable'}
      </p>
      <Party id={a} />
      <Party id={b} />
      <Reasons of={pro} mark="+" />
      <Reasons of={contra} mark="−" />
      <div className="chips spaced">
        <button type="button" className="chip" onClick={judge('same')}>The same</button>
        <button type="button" className="chip" onClick={judge('probably')}>Probably</button>
        <button type="button" className="chip" onClick={judge('different')}>Two different</button>
      </div>
    </li>
  );
}

function Party({ id }: { id: string }) {
  const entity = useShown((s) => s.records.entities.get(id));
  const run = useRun();
  return (
    <div className="match-party">
      <EntityIcon type={entity?.type ?? 'organization'} />
      <div>
        <button type="button" className="text-button" onClick={() => run('showEntity', id)}>{entity?.name ?? id}</button>
        {entity && <span className="quiet small-text"> {factsOf(entity)}</span>}
      </div>
    </div>
  );
}

function factsOf({ type, jurisdiction, start, aliases = [] }: Entity): string {
  return [
    entityTypes[type].label.toLowerCase(), jurisdiction, start && `since ${start}`,
    aliases.length > 0 && `also ${aliases.slice(0, 2).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Reasons({ of, mark }: { of: readonly MatchReason[]; mark: '+' | '−' }) {
  if (of.length === 0) return null;
  return (
    <ul className="match-reasons" aria-label={mark === '+' ? 'For it' : 'Against it'}>
      {of.map(({ sentence }) => <li key={sentence}><span className="match-mark figure" aria-hidden="true">{mark}</span>{sentence}</li>)}
    </ul>
  );
}

import type { OwnershipSentences } from '../../wording';
import { citedSources, datesText, type Holding } from '../../model';
import { chartSpoken, lookup } from '../../workspace';
import { partnerShare } from '../ventures/partnerShare';
import { Section } from '../parts/Section';
import { Sentence } from '../parts/Sentence';
import { useRun, useShown } from '../shell/useWorkspace';

/** The holders of the entity itself: what is left to each, what is recorded, and the claims behind it. */
export function Holders({ said }: { said: OwnershipSentences }) {
  const answer = useShown((s) => s.ownership.answer!);
  const drawn = useShown((s) => s.ownership.drawn);
  const run = useRun();
  return (
    <Section title={answer.direct.length === 1 ? '1 holder' : `${answer.direct.length} holders`}>
      <p className="quiet small-text">{capital(said.conditions.join('; '))}.</p>
      {said.undated && <Undated said={said.undated} />}
      {said.clashes.map((clash, i) => <p key={i} className="caution"><Sentence parts={clash} /></p>)}
      {answer.direct.length > 0 && (
        <button type="button" className="button small spaced" aria-pressed={drawn} onClick={() => run('drawProof')}>
          {drawn ? 'Back to the chart' : 'Draw who owns it'}
        </button>
      )}
      <ul className="holders">
        {answer.direct.map((holding) => (
          <Holder key={holding.holder} holding={holding} left={said.direct.find((d) => d.holder === holding.holder)?.left} />
        ))}
      </ul>
      <p className="prose"><Sentence parts={said.ultimate} /></p>
    </Section>
  );
}

/** That missing start dates decide the answer, and the other way of counting them. */
function Undated({ said }: { said: string }) {
  const held = useShown((s) => s.chart.filter.undated === 'held');
  const run = useRun();
  return (
    <p className="small-text">
      {said}{' '}
      <button
        type="button"
        className="text-button"
        aria-pressed={held}
        onClick={() => run('setFilter', { undated: held ? undefined : 'held' })}
      >
        {held ? 'Take undated as possible' : 'Take undated as held'}
      </button>
    </p>
  );
}

function Holder({ holding, left }: { holding: Holding; left: OwnershipSentences['direct'][number]['left'] }) {
  const find = useShown(lookup);
  const filter = useShown(chartSpoken);
  const run = useRun();
  return (
    <li className="partner">
      <span className="partner-share figure">{partnerShare(holding)}</span>
      <span className="partner-name">
        <button type="button" className="text-button" onClick={() => run('selectEntity', holding.holder)}>
          {find.name(holding.holder)}
        </button>
      </span>
      <ul className="partner-stakes">
        {holding.relationships.map((id) => {
          const r = find.relationship(id);
          const sources = r ? citedSources([r], filter).size : 0;
          return (
            r && (
              <li key={id}>
                <button type="button" className="stake" onClick={() => run('selectRelationship', id)}>
                  <span className="stake-text">{[r.role, datesText(r) || 'no dates'].filter(Boolean).join(', ')}</span>
                  <span className="stake-count">
                    {sources} {sources === 1 ? 'source' : 'sources'}
                  </span>
                </button>
              </li>
            )
          );
        })}
        {left && <li className="quiet small-text"><Sentence parts={left} /></li>}
      </ul>
    </li>
  );
}

function capital(words: string): string {
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}

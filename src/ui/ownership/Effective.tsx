import type { OwnershipSentences } from '../../wording';
import { Section } from '../parts/Section';
import { Sentence } from '../parts/Sentence';

/** What comes down to each owner through all chains, with the chains. */
export function Effective({ said }: { said: OwnershipSentences }) {
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

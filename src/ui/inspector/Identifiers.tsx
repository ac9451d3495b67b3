import { useState } from 'react';
import type { Entity } from '../../model';
import { Section } from '../parts/Section';

interface Props {
  identifiers: NonNullable<Entity['identifiers']>;
  /** What another tool recorded, as pairs. */
  properties: [string, string][];
}

/** Numbers and records of a person or party, behind a press: they may be personal, and a screen is seen by others. */
export function Identifiers({ identifiers, properties }: Props) {
  const [shown, setShown] = useState(false);
  const facts: [string, string][] = [...identifiers.map(({ scheme, value }): [string, string] => [scheme, value]), ...properties];
  return (
    <Section
      title="Identifiers and records"
      aside={
        <button type="button" className="text-button small-text" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'hide' : `show ${facts.length}`}
        </button>
      }
    >
      {shown ? (
        <dl className="facts">
          {facts.map(([term, value], i) => (
            <div key={i} className="fact">
              <dt>{term}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="quiet small-text">Not shown until asked for: they may be personal.</p>
      )}
    </Section>
  );
}

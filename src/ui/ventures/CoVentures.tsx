import { useState } from 'react';
import type { VenturesAnswer } from '../../analysis';
import { lookup } from '../../workspace';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';

/** So many pairs are listed at first. */
const FIRST = 15;

/** Which parties meet in which ventures, most often first. */
export function CoVentures({ answer: { coVentures } }: { answer: VenturesAnswer }) {
  const [all, setAll] = useState(false);
  const find = useShown(lookup);
  const run = useRun();
  if (coVentures.length === 0) return null;
  const shown = all ? coVentures : coVentures.slice(0, FIRST);
  const party = (id: string) => (
    <button type="button" className="text-button" onClick={() => run('showEntity', id)}>
      {find.name(id)}
    </button>
  );
  return (
    <Section
      title="Who meets where"
      aside={
        <button type="button" className="text-button" onClick={() => run('saveCoVentures')}>
          Save as CSV
        </button>
      }
    >
      <table className="co-ventures">
        <thead>
          <tr>
            <th scope="col">Parties</th>
            <th scope="col" className="figures">
              Ventures
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ a, b, ventures }) => (
            <tr key={`${a} ${b}`}>
              <td>
                {party(a)} and {party(b)}
                <span className="quiet small-text co-venture-names">{ventures.map((id) => find.name(id)).join(', ')}</span>
              </td>
              <td className="figures figure">{ventures.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {coVentures.length > FIRST && (
        <button type="button" className="button small spaced" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${coVentures.length} pairs`}
        </button>
      )}
    </Section>
  );
}

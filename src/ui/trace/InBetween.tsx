import { useMemo, type CSSProperties } from 'react';
import type { RouteAnswer } from '../../model';
import { Section } from '../parts/Section';
import { useRun } from '../shell/useWorkspace';
import { inBetween } from './routeText';

/** Who stands between the two ends, by how many of the routes they are on. */
export function InBetween({ answer, nameOf }: { answer: RouteAnswer; nameOf: (id: string) => string }) {
  const run = useRun();
  const between = useMemo(() => inBetween(answer.routes), [answer]);
  const all = answer.routes.length;
  if (between.length === 0) return null;
  return (
    <Section title="In between">
      <ul>
        {between.map(({ id, routes }) => (
          <li key={id}>
            <button type="button" className="between" onClick={() => run('showEntity', id)}>
              <b>{nameOf(id)}</b>
              <span className="between-bar" aria-hidden="true" style={{ '--part': routes / all } as CSSProperties} />
              <span className="quiet figure">{routes} of {all}</span>
            </button>
          </li>
        ))}
      </ul>
      {between.some((b) => b.routes === all) && <p className="trace-note">Who is on every route found is a link that none of them can do without.</p>}
    </Section>
  );
}

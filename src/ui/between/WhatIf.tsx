import { asideText, fellText, plainText, type Sentences } from '../../wording';
import type { SetAside } from '../../model';
import { lookup, setsAside } from '../../workspace';
import { Progress } from '../parts/Progress';
import { Section } from '../parts/Section';
import { StatusBadge } from '../parts/StatusBadge';
import { useRun, useShown } from '../shell/useWorkspace';
import './between.css';

/** What falls without the entities and sources that are set aside; the same switches put them back. */
export function WhatIf({ sentences }: { sentences: Sentences }) {
  const question = useShown((s) => s.trace.question);
  const told = useShown((s) => s.trace.setAside);
  const computing = useShown((s) => s.jobs.has('setAside') || s.jobs.has('trace'));
  const find = useShown(lookup);
  const run = useRun();
  if (!setsAside(question)) return null;
  const publisher = (id: string) => find.source(id)?.publisher ?? id;
  const out = [
    ...question.avoid.map((id) => ({ id, name: find.name(id), back: () => run('setAsideEntity', id) })),
    ...(question.filter.withoutSources ?? []).map((id) => ({ id, name: publisher(id), back: () => run('setAsideSource', id) })),
  ];
  return (
    <Section
      title="What if"
      aside={
        out.length > 1 && (
          <button type="button" className="text-button small-text" onClick={() => run('putBack')}>
            restore all
          </button>
        )
      }
    >
      <p>{asideText(out.map((o) => o.name))}</p>
      {told ? <Told told={told} sentences={sentences} /> : computing && <Progress label="Computing which routes are lost" />}
      <div className="chips">
        {out.map(({ id, name, back }) => (
          <button key={id} type="button" className="chip" data-changed aria-pressed onClick={back}>
            Restore {name}
          </button>
        ))}
      </div>
    </Section>
  );
}

function Told({ told, sentences }: { told: SetAside; sentences: Sentences }) {
  return (
    <div className="between-part" role="status">
      <p><b>{fellText(told)}</b></p>
      {told.fell.length > 0 && (
        <details>
          <summary>{told.fell.length === 1 ? 'the lost route' : `the ${told.fell.length} lost routes`}</summary>
          <ul className="between-chains">
            {told.fell.map((chain, i) => (
              <li key={i} className="fallen">
                {chain.map(sentences.nameOf).join(' – ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {told.changed.length > 0 && (
        <details>
          <summary>{told.changed.length === 1 ? '1 status changes' : `${told.changed.length} statuses change`}</summary>
          <ul className="between-changes">
            {told.changed.map(({ relationship, before, after }) => (
              <li key={relationship}>
                {plainText(sentences.relationship(relationship))} It was <StatusBadge status={before} />;{' '}
                {after ? <>it is <StatusBadge status={after} /> now</> : <span className="quiet">no remaining source says so</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

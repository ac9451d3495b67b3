import { useId } from 'react';
import type { Connection } from '../../model';
import { list, type Sentences } from '../../wording';
import { shownConnection } from '../../workspace';
import { StatusBadge } from '../parts/StatusBadge';
import { useRun, useShown } from '../shell/useWorkspace';
import { CitedSentence } from '../trace/CitedSentence';

interface Props {
  connection: Connection;
  index: number;
  sentences: Sentences;
}

/** One connection: who stands between, and a sentence for each hop. */
export function ConnectionCard({ connection, index, sentences }: Props) {
  const active = useShown((s) => shownConnection(s) === index);
  const run = useRun();
  const id = useId();
  const { between, hops } = connection;
  const through = between.length === 0 ? 'Tied directly' : `Through ${list(between.map(sentences.nameOf))}`;
  const facts = sentences.facts(connection);
  return (
    <li className="route" data-active={active || undefined}>
      <button
        type="button"
        className="route-press"
        aria-label={`Connection ${index + 1}: ${through}`}
        aria-describedby={`${id}-facts`}
        aria-pressed={active}
        onClick={() => run('showConnection', index)}
      />
      <p className="prose route-sentence"><b>{through}</b></p>
      <ul className="route-sentence prose connect-hops">
        {hops.map(({ relationships: [strongest] }) => (
          <li key={strongest!.id}>
            <CitedSentence id={strongest!.id} sentences={sentences} />
          </li>
        ))}
      </ul>
      <p className="route-facts" id={`${id}-facts`}>
        {facts.hops} · weakest: <StatusBadge status={facts.weakest.status} /> ·{' '}
        <span className={connection.together.answer === 'never' ? 'never' : undefined}>{facts.together}</span>
      </p>
    </li>
  );
}

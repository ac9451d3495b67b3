import { useId, useMemo } from 'react';
import type { Route } from '../../model';
import { plainText, type Sentences } from '../../wording';
import { useRun, useShown } from '../shell/useWorkspace';
import { Citations } from '../trace/Citations';
import { Sentence } from './Sentence';
import { StatusBadge } from './StatusBadge';

/** Which of some sets of chains is highlighted on the chart, from 0; -1 where none is. */
export function useShownChain(sets: readonly (readonly (readonly string[])[])[]): number {
  const shown = useShown((s) => JSON.stringify(s.trace.chains));
  return sets.findIndex((chains) => JSON.stringify(chains) === shown);
}

interface Props {
  route: Route;
  index: number;
  active: boolean;
  sentences: Sentences;
}

/** A route of some answer as a sentence with its sources; pressed, it is highlighted on the chart, or let go. */
export function ChainCard({ route, index, active, sentences }: Props) {
  const run = useRun();
  const id = useId();
  const parts = useMemo(() => sentences.route(route), [sentences, route]);
  const strong = useMemo(() => new Set(route.entities.slice(1, -1)), [route]);
  const { hops, weakest, publisherCount, together } = useMemo(() => sentences.facts(route), [sentences, route]);
  return (
    <li className="route" data-active={active || undefined}>
      <button
        type="button"
        className="route-press"
        aria-label={`Route ${index + 1}: ${plainText(parts)}`}
        aria-describedby={`${id}-facts`}
        aria-pressed={active}
        onClick={() => run('showChains', active ? undefined : [route.entities])}
      />
      <p className="prose route-sentence">
        <Sentence
          parts={parts}
          strong={strong}
          footnotes={(relationship, numbers) => <Citations relationship={relationship} numbers={numbers} footnotes={sentences.footnotes} />}
        />
      </p>
      <p className="route-facts" id={`${id}-facts`}>
        {hops} · {route.length > 1 && 'weakest: '}
        <StatusBadge status={weakest.status} /> · {publisherCount} {publisherCount === 1 ? 'publisher' : 'publishers'} ·{' '}
        <span className={route.together.answer === 'never' ? 'never' : undefined}>{together}</span>
      </p>
    </li>
  );
}

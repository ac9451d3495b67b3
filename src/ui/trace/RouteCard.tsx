import { useId, useMemo } from 'react';
import { plainText, type Sentences } from '../../wording';
import type { Route } from '../../model';
import { Sentence } from '../parts/Sentence';
import { StatusBadge } from '../parts/StatusBadge';
import { Citations } from './Citations';

interface Props {
  route: Route;
  index: number;
  active: boolean;
  sentences: Sentences;
  onPress: () => void;
  /** Pressed again, it is let go. */
  toggles?: boolean;
}

/** One route of some answer as a sentence, with what there is to know of it. */
export function RouteCard({ route, index, active, sentences, onPress, toggles = false }: Props) {
  const id = useId();
  const parts = useMemo(() => sentences.route(route), [sentences, route]);
  const strong = useMemo(() => new Set(route.entities.slice(1, -1)), [route]);
  const { hops, weakest, publisherCount, together } = useMemo(() => sentences.facts(route), [sentences, route]);
  const apart = useMemo(() => sentences.apart(route), [sentences, route]);
  const probable = useMemo(() => sentences.probable(route), [sentences, route]);
  const publishers = `${publisherCount} ${publisherCount === 1 ? 'publisher' : 'publishers'}`;
  return (
    <li className="route" data-active={active || undefined}>
      <button
        type="button"
        className="route-press"
        aria-label={`Route ${index + 1}: ${plainText(parts)}`}
        aria-describedby={`${id}-facts`}
        {...(toggles ? { 'aria-pressed': active } : { 'aria-current': active || undefined })}
        onClick={onPress}
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
        <StatusBadge status={weakest.status} /> · {publishers} ·{' '}
        <span className={route.together.answer === 'never' ? 'never' : undefined}>{together}</span>
      </p>
      {probable.map((sentence) => <p key={sentence} className="caution">{sentence}</p>)}
      {apart !== undefined && <p className="route-facts">never at one time: {apart}</p>}
    </li>
  );
}

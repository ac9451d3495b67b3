import { memo, useDeferredValue, useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import type { Selection } from '../../model';
import { chartSentences, type ChartSentences as Told } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';

/** How many entities are told at most; beyond that the tables are the better place to read. */
const TOLD = 400;
const NOTHING: Told = { summary: '', entities: [] };

/**
 * The chart as sentences, in the order in which it is read: each entity, and what ties it. One stop of the Tab key;
 * arrows move from sentence to sentence, Enter looks at what it speaks of. Written after the chart is on screen.
 */
export function ChartSentences() {
  const told = useDeferredValue(useShown(chartSentences), NOTHING);
  const selected = useShown((s) => s.selection);
  const list = useRef<HTMLUListElement>(null);

  const move = (event: KeyboardEvent) => {
    const buttons = [...list.current!.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 };
    if (!(event.key in to)) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, to[event.key]!))]?.focus();
  };

  /** The sentence that had the focus last is the one that Tab comes back to. */
  const stopHere = (event: FocusEvent) => {
    for (const button of list.current!.querySelectorAll<HTMLElement>('[tabindex="0"]')) button.tabIndex = -1;
    if (event.target instanceof HTMLButtonElement) event.target.tabIndex = 0;
  };

  useEffect(() => {
    for (const button of list.current?.querySelectorAll<HTMLElement>('[aria-current]') ?? []) button.removeAttribute('aria-current');
    if (selected)
      for (const button of list.current?.querySelectorAll<HTMLElement>(`[data-id="${CSS.escape(selected.id)}"]`) ?? [])
        button.setAttribute('aria-current', 'true');
  }, [selected, told]);

  if (told.entities.length === 0) return null;
  return (
    <div className="sentences" role="region" aria-label="The chart in sentences" onKeyDown={move} onFocus={stopHere}>
      <p className="sentences-summary">{told.summary}</p>
      <ul role="list" ref={list}>
        <Sentences told={told} />
      </ul>
      {told.entities.length > TOLD && <p>and {told.entities.length - TOLD} more: narrow the chart, or read the table.</p>}
    </div>
  );
}

/** Written anew only when the chart says something else, and not for each selection. */
const Sentences = memo(function Sentences({ told }: { told: Told }) {
  return told.entities.slice(0, TOLD).map(({ id, sentence, ties }, i) => (
    <li key={id}>
      <SentenceButton of={{ kind: 'entity', id }} text={sentence} first={i === 0} />
      <ul role="list">
        {ties.map((tie) => (
          <li key={tie.id}>
            <SentenceButton of={{ kind: 'relationship', id: tie.id }} text={tie.sentence} first={false} />
          </li>
        ))}
      </ul>
    </li>
  ));
});

function SentenceButton({ of, text, first }: { of: Selection; text: string; first: boolean }) {
  const run = useRun();
  return (
    <button
      type="button"
      className={`sentence ${of.kind}`}
      data-id={of.id}
      tabIndex={first ? 0 : -1}
      onFocus={() => run('hover', of)}
      onBlur={() => run('hover')}
      onClick={() => run('select', of)}
    >
      {text}
    </button>
  );
}

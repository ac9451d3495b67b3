import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { storyParagraphs } from '../../wording';
import { useRun, useShown } from '../shell/useWorkspace';

const FORWARD: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' ']);
const BACK: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowUp', 'PageUp']);

/** Tells the story on the whole screen: arrows or a clicker step through it, Escape ends. The chart shows each step. */
export function StoryPresenter({ onEnd }: { onEnd: () => void }) {
  const run = useRun();
  const steps = useShown((s) => s.chart.story?.steps) ?? [];
  const [place, setPlace] = useState(0);
  const [notes, setNotes] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const step = steps[place];
  const go = (to: number) => {
    const next = Math.max(0, Math.min(steps.length - 1, to));
    setPlace(next);
    void run('showStoryStep', steps[next]!.id);
  };
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    // A button that has the focus takes the space bar for itself.
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    if (event.key === 'Escape') onEnd();
    else if (FORWARD.has(event.key)) go(place + 1);
    else if (BACK.has(event.key)) go(place - 1);
    else if (event.key === 'n') setNotes((now) => !now);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const begin = useEffectEvent(() => void run('showStoryStep', steps[0]!.id));
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, true);
    bar.current?.focus();
    begin();
    // Where the browser does not allow it, the story is told in the window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    return () => {
      window.removeEventListener('keydown', listen, true);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  if (!step) return null;
  return createPortal(
    <div className="story-presenter" role="dialog" aria-label="Story" tabIndex={-1} ref={bar}>
      <div className="story-presenter-words" aria-live="polite">
        <p className="quiet small-text">{place + 1} of {steps.length}</p>
        <h2>{step.headline}</h2>
        {storyParagraphs(step.text).map((parts, i) => (
          <p key={i}>
            {parts.map((part, n) => {
              if (part.kind === 'citation') return null;
              if (part.kind === 'bold') return <strong key={n}>{part.text}</strong>;
              return part.kind === 'italics' ? <em key={n}>{part.text}</em> : <span key={n}>{part.text}</span>;
            })}
          </p>
        ))}
        {notes && step.notes !== undefined && <p className="story-notes">{step.notes}</p>}
      </div>
      <div className="story-actions">
        <button type="button" className="button" disabled={place === 0} onClick={() => go(place - 1)}>Back</button>
        <button type="button" className="button" disabled={place === steps.length - 1} onClick={() => go(place + 1)}>Next</button>
        <button type="button" className="button" aria-pressed={notes} onClick={() => setNotes(!notes)}>Notes</button>
        <button type="button" className="button" onClick={onEnd}>End</button>
      </div>
    </div>,
    document.body,
  );
}

import { useState, type FormEvent } from 'react';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';

/** An arrow that was drawn by hand: what stands on it, and the way to take it away. */
export function ArrowForm({ id }: { id: string }) {
  const arrow = useShown((s) => s.chart.arrows?.find((a) => a.id === id));
  const [text, setText] = useState(arrow?.text ?? '');
  const run = useRun();
  const close = () => void run('stopEditing');
  if (!arrow) return null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    close();
    if (text.trim() !== (arrow.text ?? '')) run('textArrow', { id, text });
  };
  const drop = () => {
    close();
    run('removeArrow', id);
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={drop}>Take it away</button>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="submit" form="arrow-form" className="button primary">Save</button>
    </>
  );
  return (
    <Window title="Arrow" onClose={close} foot={foot}>
      <form id="arrow-form" className="edit-form" onSubmit={save}>
        <label className="edit-wide">
          Text, yours and no evidence
          <input autoFocus value={text} maxLength={200} onChange={(e) => setText(e.target.value)} />
        </label>
      </form>
    </Window>
  );
}

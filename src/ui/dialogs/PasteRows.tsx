import { useState } from 'react';
import { Window } from '../parts/Window';
import { useRun } from '../shell/useWorkspace';

/** Where a block of cells is pasted by hand; what it means is asked next. */
export function PasteRows() {
  const [text, setText] = useState('');
  const run = useRun();
  const close = () => void run('closeDialog');
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="button" className="button primary" disabled={text.trim() === ''} onClick={() => run('pasteRows', text)}>
        Continue
      </button>
    </>
  );
  return (
    <Window title="Paste rows" onClose={close} foot={foot}>
      <label className="paste-rows">
        Copy a block of cells in a spreadsheet, two rows or more, and paste it here. What its columns mean is asked next, and what becomes
        of each row is shown before anything is entered.
        <textarea autoFocus rows={8} className="mono" value={text} onChange={(e) => setText(e.target.value)} />
      </label>
    </Window>
  );
}

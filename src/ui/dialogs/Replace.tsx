import { useState, type FormEvent } from 'react';
import type { Replacement } from '../../model';
import { Check } from '../parts/Check';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';

/** How many changes are listed; all that are found are made. */
const LISTED = 300;

/** Finds a text in all that is open and lists every change before any is made. */
export function Replace() {
  const replacing = useShown((s) => s.replacing);
  const [find, setFind] = useState('');
  const [replace, setReplace] = useState('');
  const [exactly, setExactly] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const run = useRun();
  const close = () => void run('closeDialog');
  const look = (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set());
    if (find !== '') void run('lookFor', { find, replace, exactly });
  };
  const current = replacing && replacing.asked.find === find && replacing.asked.replace === replace && replacing.asked.exactly === exactly;
  const found = current ? replacing.found : NONE;
  const chosen = found.filter((one) => !left.has(keyOf(one)));
  const foot = (
    <>
      <span role="status" className="mapping-outcome">{current && !replacing.asking && countedText(found.length)}</span>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="submit" form="find-form" className="button" disabled={find === ''}>Find</button>
      <button type="button" className="button primary" disabled={chosen.length === 0} onClick={() => run('makeReplacements', chosen)}>
        Replace {chosen.length === 0 ? '' : chosen.length.toLocaleString('en')}
      </button>
    </>
  );
  return (
    <Window title="Find and replace" wide onClose={close} foot={foot}>
      <form id="find-form" className="edit-form" onSubmit={look}>
        <label>Find<input autoFocus value={find} onChange={(e) => setFind(e.target.value)} /></label>
        <label>Replace with<input value={replace} onChange={(e) => setReplace(e.target.value)} /></label>
      </form>
      <Check checked={exactly} onChange={setExactly}>Capitals count</Check>
      <ul className="replacements" aria-label="Changes">
        {found.slice(0, LISTED).map((one) => (
          <li key={keyOf(one)}>
            <Check
              checked={!left.has(keyOf(one))}
              onChange={(on) => setLeft(new Set(on ? [...left].filter((key) => key !== keyOf(one)) : [...left, keyOf(one)]))}
            >
              <s>{one.before}</s> {one.after} <span className="quiet small-text">{one.id}, {one.field}</span>
            </Check>
          </li>
        ))}
      </ul>
      {found.length > LISTED && <p className="quiet">and {(found.length - LISTED).toLocaleString('en')} more</p>}
      <p className="quiet small-text">
        Names, aliases, summaries, roles, notes, your statements, and titles of sources. Quotes stay word for word.
      </p>
    </Window>
  );
}

const NONE: readonly Replacement[] = [];
const keyOf = ({ list, id, field }: Replacement) => `${list}/${id}/${field}`;

function countedText(n: number): string {
  return n === 0 ? 'It occurs nowhere.' : n === 1 ? 'One text changes.' : `${n.toLocaleString('en')} texts change.`;
}

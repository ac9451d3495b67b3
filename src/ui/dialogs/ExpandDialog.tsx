import { useState, type FormEvent } from 'react';
import { relationshipTypes } from '../../model';
import { EXPANDS_BY, lookup, type ExpandingChoice } from '../../workspace';
import { Check } from '../parts/Check';
import { LineSample } from '../parts/LineSample';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import './expand.css';

const keyOf = ({ type, forward }: ExpandingChoice['kinds'][number]) => `${type} ${forward}`;

/** Which of many neighbours are wanted, by what ties them; the strongest tied come first. */
export function ExpandDialog({ choice: { entities, kinds, total } }: { choice: ExpandingChoice }) {
  const run = useRun();
  const name = useShown((s) => lookup(s).name);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(kinds.map(keyOf)));
  const wanted = kinds.filter((kind) => ticked.has(keyOf(kind)));
  const possible = Math.min(total, wanted.reduce((sum, kind) => sum + kind.neighbours, 0));
  const all = wanted.length === kinds.length;
  const tick = (key: string, on: boolean) => setTicked(new Set(kinds.map(keyOf).filter((k) => (k === key ? on : ticked.has(k)))));
  const cancel = () => void run('cancelExpanding');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted.length > 0) void run('expandChosen', { kinds: wanted });
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={cancel}>Cancel</button>
      <button type="submit" form="expand-form" className="button primary" disabled={wanted.length === 0}>
        {possible > EXPANDS_BY ? `Add the ${EXPANDS_BY} strongest tied` : all ? `Add ${possible}` : `Add up to ${possible}`}
      </button>
    </>
  );
  const who = entities.length === 1 ? name(entities[0]!) : `${entities.length} entities`;
  return (
    <Window title={`Expand ${who}`} onClose={cancel} foot={foot}>
      <form id="expand-form" onSubmit={submit}>
        <p className="expand-lead">{total.toLocaleString('en')} neighbours are not on the chart. Which do you want?</p>
        <div className="expand-all">
          <button type="button" className="text-button" onClick={() => setTicked(new Set(all ? [] : kinds.map(keyOf)))}>
            {all ? 'Select none' : 'Select all'}
          </button>
        </div>
        <ul className="expand-kinds" aria-label="Kinds of neighbours">
          {kinds.map((kind, i) => (
            <li key={keyOf(kind)}>
              <Check checked={ticked.has(keyOf(kind))} autoFocus={i === 0} onChange={(on) => tick(keyOf(kind), on)} count={kind.neighbours}>
                <LineSample family={relationshipTypes[kind.type].family} />{' '}
                {relationshipTypes[kind.type][kind.forward ? 'verb' : 'inverse']} …
              </Check>
            </li>
          ))}
        </ul>
      </form>
    </Window>
  );
}

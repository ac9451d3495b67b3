import { useState, type FormEvent } from 'react';
import { writtenName } from '../../entry';
import { entityTypeIds, entityTypes, relationshipType, relationshipTypeIds, type EntityType } from '../../model';
import { useRun } from '../shell/useWorkspace';

/** The last row of the entities: what is typed in it is added. */
export function AddEntityRow() {
  const [typed, setTyped] = useState({ name: '', type: '', country: '' });
  const run = useRun();
  const set = (field: keyof typeof typed) => (e: { target: { value: string } }) => setTyped({ ...typed, [field]: e.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, type, country } = typed;
    if (name.trim() === '') return;
    void run('addEntity', {
      name: name.trim(), ...(type === '' ? {} : { type: type as EntityType }),
      ...(country.trim() === '' ? {} : { jurisdiction: country.trim() }),
    });
    setTyped({ name: '', type: '', country: '' });
  };
  return (
    <form className="add-row" aria-label="Add an entity" onSubmit={submit}>
      <input aria-label="Name of a new entity" placeholder="new entity" value={typed.name} onChange={set('name')} />
      <select aria-label="Its type" value={typed.type} onChange={set('type')}>
        <option value="">type by its name</option>
        {entityTypeIds.map((id) => <option key={id} value={id}>{entityTypes[id].label}</option>)}
      </select>
      <input className="add-short" aria-label="Its country" placeholder="KP" value={typed.country} onChange={set('country')} />
      <button type="submit" className="chip" disabled={typed.name.trim() === ''}>Add</button>
    </form>
  );
}

const EMPTY = { from: '', verb: 'owns', to: '', share: '', dates: '' };

/** The last row of the relationships: what is typed in it is entered as the claim line that it makes, under the active source. */
export function AddTieRow() {
  const [typed, setTyped] = useState(EMPTY);
  const run = useRun();
  const set = (field: keyof typeof EMPTY) => (e: { target: { value: string } }) => setTyped({ ...typed, [field]: e.target.value });
  const whole = typed.from.trim() !== '' && typed.to.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return;
    void run('enterClaim', lineOf(typed));
    setTyped({ ...EMPTY, verb: typed.verb });
  };
  return (
    <form className="add-row" aria-label="Add a relationship" onSubmit={submit}>
      <input aria-label="From" placeholder="from" value={typed.from} onChange={set('from')} />
      <select aria-label="Relationship" value={typed.verb} onChange={set('verb')}>
        {relationshipTypeIds.map((id) => <option key={id} value={relationshipType(id).verb}>{relationshipType(id).verb}</option>)}
      </select>
      <input aria-label="To" placeholder="to" value={typed.to} onChange={set('to')} />
      <input className="add-short" aria-label="Share" placeholder="share" value={typed.share} onChange={set('share')} />
      <input className="add-short" aria-label="Dates" placeholder="2008..2011" value={typed.dates} onChange={set('dates')} />
      <button type="submit" className="chip" disabled={!whole}>Add</button>
    </form>
  );
}

function lineOf({ from, verb, to, share, dates }: typeof EMPTY): string {
  const percent = share.trim() === '' || /%|per\s?cent/i.test(share) ? share.trim() : `${share.trim()} %`;
  return [writtenName(from.trim()), verb, writtenName(to.trim()), percent, dates.trim()].filter((part) => part !== '').join(' ');
}

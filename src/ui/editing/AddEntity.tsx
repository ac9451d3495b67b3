import { useState, type FormEvent } from 'react';
import { entityTypeIds, entityTypes, type EntityType, type Position } from '../../model';
import { Window } from '../parts/Window';
import { useRun } from '../shell/useWorkspace';

/** Who is added where the chart was pressed twice. */
export function AddEntity({ at }: { at: Position | undefined }) {
  const [name, setName] = useState('');
  const [type, setType] = useState<EntityType | ''>('');
  const run = useRun();
  const close = () => void run('stopEditing');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void run('addEntity', { name: name.trim(), at, ...(type === '' ? {} : { type }) });
  };
  const foot = (
    <>
      <button type="button" className="text-button" onClick={() => run('writeNote', at ? { at } : {})}>Write a note here instead</button>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="submit" form="add-form" className="button primary" disabled={name.trim() === ''}>Add</button>
    </>
  );
  return (
    <Window title="Add an entity" onClose={close} foot={foot}>
      <form id="add-form" className="edit-form" onSubmit={submit}>
        <label className="edit-wide">Name<input autoFocus value={name} onChange={(e) => setName(e.target.value)} /></label>
        <TypeChoice type={type} onChange={setType} />
      </form>
    </Window>
  );
}

/** What it is; guessed by its name unless it is said. */
function TypeChoice({ type, onChange }: { type: EntityType | ''; onChange: (type: EntityType | '') => void }) {
  return (
    <label>
      Type
      <select value={type} onChange={(e) => onChange(e.target.value as EntityType | '')}>
        <option value="">by its name</option>
        {entityTypeIds.map((id) => <option key={id} value={id}>{entityTypes[id].label}</option>)}
      </select>
    </label>
  );
}

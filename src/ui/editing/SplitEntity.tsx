import { useState, type FormEvent } from 'react';
import { inspected, lookup } from '../../workspace';
import { tieWords } from '../../model';
import { Check } from '../parts/Check';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';

/** What of an entity is another's: its ties, claims and names are ticked, and go to a new entity. */
export function SplitEntity({ id }: { id: string }) {
  const entity = useShown((s) => lookup(s).entity(id));
  const looked = useShown(inspected);
  const find = useShown(lookup);
  const run = useRun();
  const [name, setName] = useState(entity?.name ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (!entity) return null;
  const ties = looked?.kind === 'entity' && looked.entity.id === id ? looked.groups.flatMap((g) => g.ties.map((t) => t.relationship)) : [];
  const close = () => void run('stopEditing');
  const toggle = (key: string, on: boolean) => setChosen(new Set(on ? [...chosen, key] : [...chosen].filter((one) => one !== key)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const picked = (kind: string) => [...chosen].filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length));
    void run('splitEntity', {
      id, name: name.trim(), ties: picked('tie '), claims: picked('claim ').map(Number), aliases: picked('alias ').map(Number),
    });
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="submit" form="split-form" className="button primary" disabled={name.trim() === '' || chosen.size === 0}>Split</button>
    </>
  );
  const rows = [
    ...ties.map((r) => [`tie ${r.id}`, tieWords(r, true, find.status(r), find.name)] as const),
    ...(entity.claims ?? []).map((c, i) => [`claim ${i}`, c.statement ?? c.quote ?? `${c.stance} (${c.source})`] as const),
    ...(entity.aliases ?? []).map((alias, i) => [`alias ${i}`, `also called “${alias}”`] as const),
  ];
  return (
    <Window title={`Split ${entity.name} in two`} wide onClose={close} foot={foot}>
      <form id="split-form" className="edit-form" onSubmit={submit}>
        <label className="edit-wide">Name of the other<input autoFocus value={name} onChange={(e) => setName(e.target.value)} /></label>
      </form>
      <p className="quiet small-text">Tick what is the other’s. Everything else stays, and undo makes them one again.</p>
      <ul className="replacements" aria-label="What goes to the other">
        {rows.map(([key, text]) => (
          <li key={key}><Check checked={chosen.has(key)} onChange={(on) => toggle(key, on)}>{text}</Check></li>
        ))}
      </ul>
    </Window>
  );
}

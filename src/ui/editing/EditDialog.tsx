import { useState, type FormEvent } from 'react';
import { recordSchemas, claim as claimSchema, type AnyRecord, type Claim, type Edit } from '../../model';
import { lookup, type EditingState } from '../../workspace';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { AddEntity } from './AddEntity';
import { ArrowForm } from './ArrowForm';
import { FieldError, fieldsOf, withFields } from './fields';
import { NoteForm } from './NotesDialog';
import { SourceList } from './SourceList';
import { SplitEntity } from './SplitEntity';
import '../entry/entry.css';

const NOUNS = { sources: 'source', entities: 'entity', relationships: 'relationship' } as const;

/** What is being edited, or what depends on what is to be deleted. */
export default function EditDialog({ editing }: { editing: EditingState }) {
  if (editing.kind === 'add') return <AddEntity at={editing.at} />;
  if (editing.kind === 'note') return <NoteForm id={editing.id || undefined} at={editing.at} />;
  if (editing.kind === 'arrow') return <ArrowForm id={editing.id} />;
  if (editing.kind === 'split') return <SplitEntity id={editing.id} />;
  if (editing.kind === 'delete') return <DeleteDialog {...editing} />;
  return editing.kind === 'claim' ? <ClaimForm {...editing} /> : <RecordForm {...editing} />;
}

function RecordForm({ list, id, only }: Extract<EditingState, { kind: 'form' }>) {
  const run = useRun();
  const record = useShown((s) =>
    list === 'sources' ? lookup(s).source(id) : list === 'entities' ? lookup(s).entity(id) : lookup(s).relationship(id),
  ) as AnyRecord | undefined;
  if (!record) return null;
  const save = (next: AnyRecord) => {
    const { error } = recordSchemas[list].safeParse(next);
    if (error) throw new FieldError(`${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`);
    void run('putRecord', { list, id, record: next } as Edit);
  };
  const title = only === undefined ? `Edit this ${NOUNS[list]}` : 'Rename';
  return <Form title={title} what={list} {...(only === undefined ? {} : { only })} record={record} onSave={save} />;
}

function ClaimForm({ list, id, claim }: Extract<EditingState, { kind: 'claim' }>) {
  const run = useRun();
  const value = useShown((s) => (list === 'entities' ? lookup(s).entity(id)?.claims : lookup(s).relationship(id)?.claims)?.[claim]);
  if (!value) return null;
  const save = (next: Claim) => {
    const { error } = claimSchema.safeParse(next);
    if (error) throw new FieldError(`${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`);
    void run('putClaim', { list, id, claim, value: next });
  };
  return <Form title="Edit this claim" what="claim" record={value} onSave={save} />;
}

function Form<R extends AnyRecord | Claim>({
  title, what, only, record, onSave,
}: {
  title: string;
  what: Parameters<typeof fieldsOf>[0];
  only?: string;
  record: R;
  onSave: (next: R) => void;
}) {
  const run = useRun();
  const fields = fieldsOf(what).filter((field) => only === undefined || field.name === only);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((f) => [f.name, f.write((record as unknown as Record<string, unknown>)[f.name])])),
  );
  const [error, setError] = useState<string>();
  const close = () => void run('stopEditing');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    try {
      onSave(withFields(record, fields, typed));
    } catch (fault) {
      if (!(fault instanceof FieldError)) throw fault;
      setError(fault.message);
    }
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>
        Cancel
      </button>
      <button type="submit" form="edit-form" className="button primary">
        Save
      </button>
    </>
  );
  return (
    <Window title={title} onClose={close} foot={foot}>
      <form id="edit-form" className="edit-form" onSubmit={submit}>
        {fields.map(({ name, label, wide, long, choices, sources }, i) => {
          if (sources)
            return (
              <SourceList
                key={name} label={label} but={(record as AnyRecord).id} ids={typed[name] ?? ''}
                onChange={(ids) => setTyped({ ...typed, [name]: ids })}
              />
            );
          const shared = {
            value: typed[name] ?? '', autoFocus: i === 0,
            onChange: (e: { target: { value: string } }) => setTyped({ ...typed, [name]: e.target.value }),
          };
          return (
            <label key={name} className={wide ? 'edit-wide' : undefined}>
              {label}
              {choices ? (
                <select {...shared}>
                  {choices.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.label}
                    </option>
                  ))}
                </select>
              ) : long ? (
                <textarea rows={3} {...shared} />
              ) : (
                <input {...shared} />
              )}
            </label>
          );
        })}
        {error && (
          <p className="edit-error" role="alert">
            {error}
          </p>
        )}
      </form>
    </Window>
  );
}

function DeleteDialog({ list, id, says }: Extract<EditingState, { kind: 'delete' }>) {
  const run = useRun();
  const close = () => void run('stopEditing');
  const foot = (
    <>
      <button type="button" className="button" autoFocus onClick={close}>Keep it</button>
      <button type="button" className="button primary" onClick={() => run('deleteRecord', { list, id })}>Delete</button>
    </>
  );
  return (
    <Window title={`Delete this ${NOUNS[list]}?`} onClose={close} foot={foot}>
      <ul>{says.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="quiet">Undo brings all of it back.</p>
    </Window>
  );
}

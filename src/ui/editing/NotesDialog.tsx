import { useState, type FormEvent } from 'react';
import type { ArrowEnd, Note, Position } from '../../model';
import { lookup } from '../../workspace';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';

/** One note to be written or changed. */
export function NoteForm({ id, at }: { id: string | undefined; at: Position | undefined }) {
  const note = useShown((s) => (id === undefined ? undefined : s.notes.get(id)));
  const [text, setText] = useState(note?.text ?? '');
  const run = useRun();
  const close = () => void run('stopEditing');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void run('putNote', { text: text.trim(), ...(id === undefined ? { place: at ?? { x: 0, y: 0 } } : { id }) });
    close();
  };
  const drop = () => {
    if (id !== undefined) void run('deleteNote', id);
    close();
  };
  const foot = (
    <>
      {note && <button type="button" className="button" onClick={drop}>Delete</button>}
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="submit" form="note-form" className="button primary" disabled={text.trim() === ''}>Save</button>
    </>
  );
  return (
    <Window title={note ? 'Edit this note' : 'Write a note'} onClose={close} foot={foot}>
      <form id="note-form" className="edit-form" onSubmit={save}>
        <label className="edit-wide">
          Note, yours and no evidence
          <textarea autoFocus rows={4} value={text} onChange={(e) => setText(e.target.value)} />
        </label>
      </form>
    </Window>
  );
}

/** All notes, wherever they stand, to be looked at and changed by the keyboard as well. */
export function NotesDialog() {
  const notes = useShown((s) => s.notes);
  const arrows = useShown((s) => s.chart.arrows);
  const find = useShown(lookup);
  const run = useRun();
  const where = ({ entity, relationship }: Note) => {
    const tie = relationship === undefined ? undefined : find.relationship(relationship);
    return entity !== undefined ? find.name(entity) : tie ? `${find.name(tie.from)} – ${find.name(tie.to)}` : 'on the chart';
  };
  const close = () => void run('closeDialog');
  const edit = (id?: string) => {
    close();
    void run('writeNote', id === undefined ? {} : { id });
  };
  const end = (at: ArrowEnd) => ('entity' in at ? find.name(at.entity) : 'a place');
  const editArrow = (id: string) => {
    close();
    void run('editArrow', id);
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>Close</button>
      <button type="button" className="button primary" onClick={() => edit()}>Write a note</button>
    </>
  );
  return (
    <Window title="Notes" onClose={close} foot={foot}>
      {notes.size === 0 && !arrows && <p className="quiet">No note was written yet.</p>}
      <ul className="replacements" aria-label="Notes">
        {[...notes.values()].map((note) => (
          <li key={note.id}>
            <p className="quiet small-text">{where(note)}</p>
            <p className="note-text">{note.text}</p>
            <button type="button" className="text-button" onClick={() => edit(note.id)}>Edit note</button>
          </li>
        ))}
        {arrows?.map(({ id, from, to, text }) => (
          <li key={id}>
            <p className="quiet small-text">arrow from {end(from)} to {end(to)}</p>
            <p className="note-text">{text ?? 'without a text'}</p>
            <button type="button" className="text-button" onClick={() => editArrow(id)}>Edit arrow</button>
          </li>
        ))}
      </ul>
    </Window>
  );
}

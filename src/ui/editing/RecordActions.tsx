import { useState } from 'react';
import { notesAt, type ClaimRef, type RecordRef } from '../../workspace';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import '../entry/entry.css';

/** What can be done to the data of a record from the inspector. */
export function RecordActions({ list, id }: RecordRef) {
  const run = useRun();
  return (
    <div className="inspector-actions">
      {list === 'relationships' && (
        <>
          <button type="button" className="chip" onClick={() => run('corroborate', id)}>Corroborate</button>
          <button type="button" className="chip" onClick={() => run('deny', id)}>Deny</button>
          <button type="button" className="chip" onClick={() => run('question', id)}>Question</button>
        </>
      )}
      {list === 'entities' && (
        <>
          <button type="button" className="chip" onClick={() => run('sayTheSame', id)}>Same as…</button>
          <button type="button" className="chip" onClick={() => run('askToSplit', id)}>Split…</button>
        </>
      )}
      <button type="button" className="chip" onClick={() => run('editRecord', { list, id })}>Edit</button>
      <button type="button" className="chip" onClick={() => run('askToDelete', { list, id })}>Delete…</button>
    </div>
  );
}

/** What can be done to a claim, and to the source that it cites. */
export function ClaimActions({ source, ...claim }: ClaimRef & { source: string }) {
  const run = useRun();
  return (
    <div className="claim-actions small-text">
      <button type="button" className="text-button" onClick={() => run('editClaim', claim)}>Edit claim</button>
      <button type="button" className="text-button" onClick={() => run('deleteClaim', claim)}>Delete claim</button>
      <button type="button" className="text-button" onClick={() => run('editRecord', { list: 'sources', id: source })}>Edit source</button>
      <button type="button" className="text-button" onClick={() => run('askToDelete', { list: 'sources', id: source })}>
        Delete source…
      </button>
    </div>
  );
}

/** The notes at a record, to be written, changed and deleted. They are no evidence, and say so. */
export function Notes({ at }: { at: { entity: string } | { relationship: string } }) {
  const run = useRun();
  const all = useShown((s) => s.notes);
  const notes = notesAt({ notes: all }, at);
  const [draft, setDraft] = useState<{ id?: string; text: string }>();
  const save = () => {
    if (draft && draft.text.trim() !== '') void run('putNote', { ...draft, text: draft.text.trim(), ...at });
    setDraft(undefined);
  };
  return (
    <Section title="Notes" aside={<span className="quiet small-text">yours; no evidence</span>}>
      {notes.map((note) => (
        <div key={note.id} className="claim">
          <p className="note-text">{note.text}</p>
          <div className="claim-actions small-text">
            <button type="button" className="text-button" onClick={() => setDraft({ id: note.id, text: note.text })}>Edit note</button>
            <button type="button" className="text-button" onClick={() => run('deleteNote', note.id)}>Delete note</button>
          </div>
        </div>
      ))}
      {draft ? (
        <div className="note-form">
          <textarea autoFocus aria-label="Note" value={draft.text} onChange={(e) => setDraft({ ...draft, text: e.target.value })} />
          <div className="chips">
            <button type="button" className="chip" onClick={save}>Save the note</button>
            <button type="button" className="chip" onClick={() => setDraft(undefined)}>Cancel</button>
          </div>
        </div>
      ) : <button type="button" className="chip" onClick={() => setDraft({ text: '' })}>Write a note</button>}
    </Section>
  );
}

import {
  put, type Claim, type Edit, type Entity, type Note, type Position, type Relationship, type Replacement, type Replacing, type Source,
} from '../../model';
import type { MarkedCells } from '../editing/fillDown';
import type { NewEntity } from '../editing/addEntity';
import { edit, placeBeside, withClaims } from '../editing';
import { today } from '../entering/typeSource';
import { lookup } from '../selectors/lookup';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';

type EditedList = 'sources' | 'entities' | 'relationships';

/** A record by which it is edited. */
export interface RecordRef {
  readonly list: EditedList;
  readonly id: string;
}

/** A claim of a record, by its number from 0. */
export interface ClaimRef {
  readonly list: 'entities' | 'relationships';
  readonly id: string;
  readonly claim: number;
}

function recordOf(state: WorkspaceState, { list, id }: RecordRef): Source | Entity | Relationship | undefined {
  const records = lookup(state);
  return list === 'sources' ? records.source(id) : list === 'entities' ? records.entity(id) : records.relationship(id);
}

function nameOf(state: WorkspaceState, ref: RecordRef): string {
  const record = recordOf(state, ref);
  if (!record) return ref.id;
  if ('title' in record) return record.title;
  return 'name' in record ? record.name : `${lookup(state).name(record.from)} – ${lookup(state).name(record.to)}`;
}

/** Changes a record for one that was corrected; what a tie or entity is tied to follows by its id. */
function putRecord(session: Session, given: Edit): void {
  const { list, record } = given;
  if (record === null || list === 'notes') return;
  edit(session, `Edit ${nameOf(session.get(), { list, id: given.id })}`, [given]);
  session.set({ editing: undefined });
}

/** What says what depends on a record is loaded with the first that is deleted. */
const dependants = () => import('../editing/dependants');

/** Says what depends on a record before it is taken away; with nothing that does, it goes at once. */
async function askToDelete(session: Session, ref: RecordRef): Promise<void> {
  const { says, edits } = await (await dependants()).removalOf(session, ref.list, ref.id);
  if (says.length > 0) return session.set({ editing: { kind: 'delete', ...ref, says } });
  edit(session, `Delete ${nameOf(session.get(), ref)}`, edits);
}

async function deleteRecord(session: Session, ref: RecordRef): Promise<void> {
  const { edits } = await (await dependants()).removalOf(session, ref.list, ref.id);
  const { source } = session.get().entry;
  edit(session, `Delete ${nameOf(session.get(), ref)}`, edits);
  session.set({
    editing: undefined,
    ...(ref.list === 'sources' && source?.id === ref.id ? { entry: { ...session.get().entry, source: undefined } } : {}),
  });
}

function claimsOf(session: Session, { list, id }: Pick<ClaimRef, 'list' | 'id'>): readonly Claim[] {
  const record = recordOf(session.get(), { list, id }) as Entity | Relationship | undefined;
  return record?.claims ?? [];
}

function putClaims(session: Session, label: string, { list, id }: Pick<ClaimRef, 'list' | 'id'>, claims: readonly Claim[]): void {
  const record = recordOf(session.get(), { list, id });
  if (!record) return;
  const next =
    list === 'entities'
      ? put('entities', withClaims(record as Entity, claims))
      : put('relationships', { ...(record as Relationship), claims: [...claims] });
  edit(session, `${label} ${nameOf(session.get(), { list, id })}`, [next]);
  session.set({ editing: undefined });
}

/** A free place for a note, as near to the middle of what is drawn as there is one. */
function notePlace(session: Session): Position {
  const { chart, notes } = session.get();
  const boxes = [...chart.positions.values()];
  const middle = (axis: 'x' | 'y') => (Math.min(...boxes.map((at) => at[axis])) + Math.max(...boxes.map((at) => at[axis]))) / 2;
  const anchor = boxes.length === 0 ? undefined : { x: middle('x'), y: middle('y') };
  return placeBeside([...boxes, ...[...notes.values()].flatMap((n) => n.place ?? [])], anchor, ['note']).get('note')!;
}

/** What is written as a note, and where it stands. */
interface NoteWritten extends Partial<Pick<Note, 'entity' | 'relationship' | 'place'>> {
  readonly id?: string;
  readonly text: string;
}

function putNote(session: Session, { id, text, ...at }: NoteWritten): void {
  const taken = session.get().notes;
  const fresh = () => {
    let n = taken.size + 1;
    while (taken.has(`note-${n}`) || session.get().edits.has(`notes/note-${n}`)) n += 1;
    return `note-${n}`;
  };
  const note: Note = { ...(id !== undefined && taken.get(id) ? taken.get(id)! : { id: id ?? fresh(), made: today(session) }), text, ...at };
  edit(session, id === undefined ? 'Add a note' : 'Edit a note', [put('notes', note)]);
}

export const editCommands = {
  editRecord: command<RecordRef>({
    label: 'Edit a record', group: 'entry', run: (session, ref) => session.set({ editing: { kind: 'form', ...ref } }),
  }),
  rename: command({
    label: 'Rename the entity', group: 'entry', shortcut: ['Enter', 'F2'], scope: 'chart', listed: true,
    enabled: (s) => s.selection?.kind === 'entity',
    run: (session) => {
      const { selection } = session.get();
      if (selection) session.set({ editing: { kind: 'form', list: 'entities', id: selection.id, only: 'name' } });
    },
  }),
  addEntityAt: command<Position | undefined>({
    label: 'Add an entity', group: 'entry', listed: true, enabled: (s) => s.dataset !== undefined,
    run: (session, at) => session.set({ editing: { kind: 'add', id: 'new', ...(at ? { at } : {}) } }),
  }),
  markCells: command<MarkedCells | undefined>({
    label: 'Mark cells of a column', group: 'entry',
    run: (session, cells) => {
      session.set({ cells });
      if (cells) session.events.emit('announce', { text: `${cells.label} of ${cells.ids.length} rows is marked. Ctrl D fills it down.` });
    },
  }),
  fillDown: command({
    label: 'Fill down: give marked cells what the first of them says', group: 'entry', shortcut: ['Mod+D'], listed: true,
    enabled: (s) => s.cells !== undefined && s.view.mode === 'table' && s.view.table === s.cells.list,
    run: (session) => session.setView({ dialog: 'fillDown' }),
  }),
  fillCells: undoable({
    label: 'Fill down', group: 'entry', run: async (session) => (await import('../editing/fillDown')).fillDown(session),
  }),
  showReplace: command({
    label: 'Find and replace', group: 'entry', listed: true, enabled: (s) => s.dataset !== undefined,
    run: (session) => session.setView({ dialog: 'replace' }),
  }),
  lookFor: command<Replacing>({
    label: 'Look for a text', group: 'entry', run: async (session, asked) => (await import('../editing/replacing')).lookFor(session, asked),
  }),
  makeReplacements: undoable<readonly Replacement[]>({
    label: 'Replace a text', group: 'entry',
    run: async (session, chosen) => (await import('../editing/replacing')).makeReplacements(session, chosen),
  }),
  addEntity: undoable<NewEntity>({
    label: 'Add a new entity', group: 'entry',
    run: async (session, entity) => (await import('../editing/addEntity')).addEntity(session, entity),
  }),
  editClaim: command<ClaimRef>({
    label: 'Edit a claim', group: 'entry', run: (session, ref) => session.set({ editing: { kind: 'claim', ...ref } }),
  }),
  putRecord: undoable<Edit>({ label: 'Change a record', group: 'entry', run: putRecord }),
  putClaim: undoable<ClaimRef & { value: Claim }>({
    label: 'Change a claim', group: 'entry',
    run: (session, { value, ...ref }) =>
      putClaims(
        session, 'Edit a claim about', ref, claimsOf(session, ref).map((c, i) => (i === ref.claim ? value : c)),
      ),
  }),
  deleteClaim: undoable<ClaimRef>({
    label: 'Delete a claim', group: 'entry',
    run: (session, ref) =>
      putClaims(
        session, 'Delete a claim about', ref, claimsOf(session, ref).filter((_, i) => i !== ref.claim),
      ),
  }),
  askToDelete: undoable<RecordRef>({ label: 'Delete a record', group: 'entry', run: askToDelete }),
  deleteRecord: undoable<RecordRef>({ label: 'Delete a record with what depends on it', group: 'entry', run: deleteRecord }),
  deleteSelected: undoable({
    label: 'Delete what is selected from the data',
    group: 'entry',
    listed: true,
    enabled: (s) => s.selection !== undefined,
    run: async (session) => {
      const { selection } = session.get();
      if (selection) await askToDelete(session, { list: selection.kind === 'entity' ? 'entities' : 'relationships', id: selection.id });
    },
  }),
  writeNote: command<{ id?: string; at?: Position } | undefined>({
    label: 'Write a note on the chart', group: 'entry', listed: true, enabled: (s) => s.dataset !== undefined,
    run: (session, { id = '', at = notePlace(session) } = {}) => session.set({ editing: { kind: 'note', id, at } }),
  }),
  showNotes: command({
    label: 'Show the notes', group: 'entry', listed: true, enabled: (s) => s.dataset !== undefined,
    run: (session) => session.setView({ dialog: 'notes' }),
  }),
  putNote: undoable<NoteWritten>({
    label: 'Write a note', group: 'entry', run: putNote,
  }),
  deleteNote: undoable<string>({
    label: 'Delete a note', group: 'entry', run: (session, id) => edit(session, 'Delete a note', [{ list: 'notes', id, record: null }]),
  }),
  stopEditing: command({ label: 'Leave the form', group: 'entry', run: (session) => session.set({ editing: undefined }) }),
};

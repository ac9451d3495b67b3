import { relationshipType, type Relationship, type Stance } from '../../model';
import { openNew } from '../loading';
import { enterLine } from '../entering/freeLine';
import { stopReading, typeLine } from '../entering/typeLine';
import type { SourceFields } from '../entering/nameSource';
import { typeSource } from '../entering/typeSource';
import { lookup } from '../selectors/lookup';
import { IDLE_ENTRY } from '../initialState';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';

const isOpen = (state: WorkspaceState) => state.dataset !== undefined;

/** Opens the line, filled in as far as is known; what was typed into it before stays where nothing is filled in. */
export async function openLine(session: Session, filled?: string, caret = filled?.length): Promise<void> {
  const { entry } = session.get();
  const text = filled ?? (entry.open === 'claim' ? entry.text : '');
  session.set({ entry: { ...entry, open: 'claim', text, completions: [], chosen: 0, confirm: false } });
  session.events.emit('focusEntry', { caret: caret ?? text.length });
  await typeLine(session, text, caret ?? text.length);
}

function openSourceField(session: Session): void {
  stopReading(session);
  session.set({
    entry: {
      ...session.get().entry, open: 'source', text: '', read: undefined, line: undefined, preview: undefined, completions: [],
      confirm: false,
    },
  });
  session.events.emit('focusEntry', {});
}

/** Leaves the line; the source stays. */
function leave(session: Session): void {
  stopReading(session);
  const { source } = session.get().entry;
  session.set({ entry: { ...IDLE_ENTRY, ...(source ? { source } : {}) } });
  session.events.emit('focusChart');
}

async function about(session: Session, relationship: string | undefined, stance: Stance): Promise<void> {
  const { selection } = session.get();
  const id = relationship ?? (selection?.kind === 'relationship' ? selection.id : undefined);
  const tie = id === undefined ? undefined : lookup(session.get()).relationship(id);
  if (!tie) return;
  const { writtenClaim } = await import('../../entry');
  const name = (end: string) => lookup(session.get()).entity(end)?.name ?? end;
  await openLine(session, writtenClaim({ subject: name(tie.from), type: tie.type, object: name(tie.to), stance }) + repeated(tie));
}

/** What tells a tie apart from another between the same two, so that the claim finds it. */
function repeated({ type, share, start, role }: Relationship): string {
  const stake = relationshipType(type).family === 'ownership' || relationshipType(type).family === 'venture';
  const parts = [stake && typeof share === 'number' ? `${share} %` : '', start ?? '', role === undefined ? '' : `as ${role}`].filter(
    (part) => part !== '',
  );
  return parts.length > 0 ? `${parts.join(' ')} ` : '';
}

async function between(session: Session, { from, to }: { from: string; to: string }): Promise<void> {
  const { writtenName } = await import('../../entry');
  const name = (id: string) => writtenName(lookup(session.get()).entity(id)?.name ?? id);
  // The caret stands between the two, where the verb comes.
  await openLine(session, `${name(from)}  ${name(to)} `, name(from).length + 1);
}

const isTie = (state: WorkspaceState) => state.selection?.kind === 'relationship';
const takes = (stance: Stance, label: string) =>
  command<string | undefined>({ label, group: 'entry', listed: true, enabled: isTie, run: (session, id) => about(session, id, stance) });

/** Looks at a block of cells that was pasted, to be entered under the active source. */
async function pasteRows(session: Session, text: string | undefined): Promise<void> {
  if (text === undefined) return session.setView({ dialog: 'paste' });
  session.setView({ dialog: undefined });
  if (!session.get().entry.source) {
    openSourceField(session);
    return session.notify('info', 'Name the source of the rows first, then paste them again: each of them cites it.');
  }
  const { importFile } = await import('../mapping');
  await importFile(session, { kind: 'file', name: 'Pasted rows', blob: new Blob([text], { type: 'text/tab-separated-values' }) }, 'rows');
}

export const entryCommands = {
  pasteRows: undoable<string | undefined>({
    label: 'Paste rows: a block of cells from a spreadsheet', group: 'entry', listed: true, enabled: isOpen, run: pasteRows,
  }),
  newCase: command<string | undefined>({
    label: 'New case', group: 'entry', listed: true, step: 'push',
    run: async (session, title) => {
      await openNew(session, title?.trim() || 'Untitled case');
      openSourceField(session);
    },
  }),
  addSource: command({
    label: 'Name the source of the next claims', group: 'entry', shortcut: ['N'], listed: true, enabled: isOpen, run: openSourceField,
  }),
  addClaim: command<string | undefined>({
    label: 'Add a claim', group: 'entry', shortcut: ['A'], listed: true, enabled: isOpen, run: (session, text) => openLine(session, text),
  }),
  claimAbout: command<{ from: string; to: string }>({ label: 'Add a claim about two entities', group: 'entry', run: between }),
  corroborate: takes('asserts', 'Corroborate this tie'),
  deny: takes('denies', 'Deny this tie'),
  question: takes('questions', 'Question this tie'),
  typeLine: command<{ text: string; caret: number }>({
    label: 'Type a claim', group: 'entry', run: (session, { text, caret }) => typeLine(session, text, caret),
  }),
  typeSource: command<string>({ label: 'Type a source', group: 'entry', run: typeSource }),
  chooseCompletion: command<number>({
    label: 'Choose a completion', group: 'entry', run: (session, chosen) => session.set({ entry: { ...session.get().entry, chosen } }),
  }),
  closeCompletions: command({
    label: 'Close the completions', group: 'entry', run: (session) => session.set({ entry: { ...session.get().entry, completions: [] } }),
  }),
  enterClaim: undoable<string>({
    label: 'Enter the claim', group: 'entry',
    run: enterLine,
  }),
  enterSource: command<{ text: string; fields?: SourceFields }>({
    label: 'Enter the source', group: 'entry',
    run: async (session, named) => (await import('../entering/nameSource')).nameSource(session, named),
  }),
  dropSource: command({
    label: 'Cite no source', group: 'entry', run: (session) => session.set({ entry: { ...session.get().entry, source: undefined } }),
  }),
  leaveEntry: command({ label: 'Leave the line', group: 'entry', run: leave }),
};

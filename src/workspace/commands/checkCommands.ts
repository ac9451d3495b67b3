import type { RecordList } from '../../model';
import type { Ticking } from '../checking/tickClaim';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { addToChart } from './chartCommands';
import { command, undoable } from './command';
import { select } from './selectCommands';

const isOpen = (state: WorkspaceState) => state.dataset !== undefined;

/** A record by its list, notes included. */
interface AnyRecordRef {
  readonly list: RecordList;
  readonly id: string;
}

/** Shows a record: on the chart, of a tie with both its ends, or, beside the tables, in the inspector alone; a source in its form. */
async function showRecord(session: Session, { list, id }: AnyRecordRef): Promise<void> {
  if (list === 'sources') {
    session.addRecords({ sources: await session.opened().sources({ ids: [id] }) });
    return session.set({ editing: { kind: 'form', list, id } });
  }
  const note = list === 'notes' ? session.get().notes.get(id) : undefined;
  const relationship = list === 'relationships' ? id : note?.relationship;
  const entity = list === 'entities' ? id : note?.entity;
  const [tie] = relationship === undefined ? [] : await session.opened().relationships({ ids: [relationship] });
  const ends = tie ? [tie.from, tie.to] : entity === undefined ? [] : [entity];
  if (ends.length === 0) return;
  const kind = tie ? 'relationship' : 'entity';
  if (session.get().view.mode === 'chart') await addToChart(session, ends);
  else session.addRecords(await session.opened().part({ ids: ends }));
  const selecting = select(session, { kind, id: tie?.id ?? entity! });
  session.events.emit('center', { kind, id: tie?.id ?? entity! });
  await selecting;
}

/** What is left to check, and who has checked what. */
export const checkCommands = {
  showCheckSheet: command({
    label: 'Show the check sheet: every claim with its source', group: 'entry', step: 'push', listed: true, enabled: isOpen,
    run: (session) => session.setView({ mode: 'table', table: 'claims' }),
  }),
  showRecord: undoable<AnyRecordRef>({ label: 'Show a record', group: 'entry', step: 'push', run: showRecord }),
  setEditor: command<string>({
    label: 'Say who is working', group: 'entry', run: (session, name) => session.setView({ editor: name.trim() || undefined }),
  }),
  tickClaim: undoable<Ticking>({
    label: 'Check a claim', group: 'entry',
    run: async (session, ticking) => (await import('../checking/tickClaim')).tickClaim(session, ticking),
  }),
  saveCheckSheet: command({
    label: 'Save the check sheet as a workbook', group: 'entry', listed: true, enabled: isOpen,
    run: async (session) => (await import('../checking/saveSheet')).saveSheet(session),
  }),
};

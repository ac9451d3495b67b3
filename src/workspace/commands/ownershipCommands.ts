import type { Period } from '../../model';
import { IDLE_OWNERSHIP } from '../initialState';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { command } from './command';
import { panelQueries } from './parts';
import { selectedEntity } from '../selectors/selectedEntity';

async function setListed(session: Session, listed: readonly string[]): Promise<void> {
  session.setOwnership({ listed: [...new Set(listed)] });
  await panelQueries((its) => its.askOwners(session));
}

function drawProof(session: Session, draw: boolean | undefined): void {
  const { ownership } = session.get();
  const drawn = draw ?? !ownership.drawn;
  if (drawn && !ownership.answer) return;
  session.setOwnership({ drawn });
  if (drawn) session.setView({ mode: 'chart' });
  session.events.emit('fit', {});
  session.events.emit('announce', { text: drawn ? 'The proof is drawn, owners above.' : 'The chart is drawn again.' });
}

const isAnswered = (s: WorkspaceState) => s.ownership.answer !== undefined;

export const ownershipCommands = {
  ownersAsOf: command<Period | undefined>({
    label: 'Ask for owners at a date', group: 'ownership',
    run: async (session, asOf) => {
      session.setOwnership({ asOf });
      await panelQueries((its) => its.askOwners(session));
    },
  }),
  setListed: command<readonly string[]>({ label: 'Set the sanctioned parties', group: 'ownership', run: setListed }),
  listSelected: command({
    label: 'Add the selected entity to the sanctioned parties, or remove it',
    group: 'ownership',
    listed: true,
    enabled: (s) => isAnswered(s) && selectedEntity(s) !== undefined,
    run: (session) => {
      const id = selectedEntity(session.get())!;
      const { listed } = session.get().ownership;
      return setListed(session, listed.includes(id) ? listed.filter((l) => l !== id) : [...listed, id]);
    },
  }),
  drawProof: command<boolean | undefined>({
    label: 'Draw the owners, or the chart again', group: 'ownership', shortcut: ['Shift+P'], step: 'push', listed: true,
    enabled: isAnswered, run: drawProof,
  }),
  clearOwners: command({
    label: 'Clear the owners question',
    group: 'ownership',
    listed: true,
    enabled: (s) => s.ownership.entity !== undefined,
    run: (session) => {
      session.cancel('owners');
      session.set({ ownership: IDLE_OWNERSHIP });
      session.events.emit('fit', {});
    },
  }),
};

import type { Acceptance, Consent } from '../registers';
import { selectedEntities } from '../selectors/selectedEntities';
import type { RegisterState, WorkspaceState } from '../state';
import { command, undoable } from './command';
import { part } from './part';

const registers = part(() => import('../registers'));
const isOpen = (state: WorkspaceState) => state.dataset !== undefined && selectedEntities(state).size > 0;

/** Asking a register of others who somebody is. Nothing leaves before `sendToRegister`. */
export const registerCommands = {
  askRegister: command<readonly string[] | undefined>({
    label: 'Ask a register who the selected are…', group: 'select', shortcut: ['Shift+A'], listed: true, enabled: isOpen,
    run: (session, entities = [...selectedEntities(session.get())]) => registers((its) => its.openRegister(session, entities)),
  }),
  chooseRegister: command<Partial<Pick<RegisterState, 'service' | 'fields'>>>({
    label: 'Choose what is asked of a register', group: 'select', run: (session, choice) => registers((its) => its.choose(session, choice)),
  }),
  sendToRegister: command<Consent>({
    label: 'Send to a register what was shown', group: 'select',
    run: (session, consent) => registers((its) => its.sendToRegister(session, consent)),
  }),
  stopAskingRegister: command({ label: 'Stop asking a register', group: 'select', run: (session) => session.cancel('register') }),
  acceptCandidate: undoable<Acceptance>({
    label: 'Accept who a register says it is', group: 'select',
    run: (session, acceptance) => registers((its) => its.acceptCandidate(session, acceptance)),
  }),
  closeRegister: command({
    label: 'Close the question to a register', group: 'select',
    run: (session) => {
      session.cancel('register');
      session.set({ register: undefined });
    },
  }),
};

import type { Acceptance, Consent } from '../registers';
import { selectedEntities } from '../selectors/selectedEntities';
import type { RegisterState, WorkspaceState } from '../state';
import { command, undoable } from './command';

const load = () => import('../registers');
const isOpen = (state: WorkspaceState) => state.dataset !== undefined && selectedEntities(state).size > 0;

/** Asking a register of others who somebody is. Nothing leaves before `sendToRegister`. */
export const registerCommands = {
  askRegister: command<readonly string[] | undefined>({
    label: 'Ask a register who the selected are…', group: 'select', shortcut: ['Shift+A'], listed: true, enabled: isOpen,
    run: async (session, entities = [...selectedEntities(session.get())]) => (await load()).openRegister(session, entities),
  }),
  chooseRegister: command<Partial<Pick<RegisterState, 'service' | 'fields'>>>({
    label: 'Choose what is asked of a register', group: 'select', run: async (session, choice) => (await load()).choose(session, choice),
  }),
  sendToRegister: command<Consent>({
    label: 'Send to a register what was shown', group: 'select',
    run: async (session, consent) => (await load()).sendToRegister(session, consent),
  }),
  stopAskingRegister: command({ label: 'Stop asking a register', group: 'select', run: (session) => session.cancel('register') }),
  acceptCandidate: undoable<Acceptance>({
    label: 'Accept who a register says it is', group: 'select',
    run: async (session, acceptance) => (await load()).acceptCandidate(session, acceptance),
  }),
  closeRegister: command({
    label: 'Close the question to a register', group: 'select',
    run: (session) => {
      session.cancel('register');
      session.set({ register: undefined });
    },
  }),
};

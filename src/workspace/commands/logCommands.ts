import { command, undoable } from './command';
import { select } from './selectCommands';

const back = () => import('../editing/backTo');

/** The history of what was entered: every step in words, to be looked at, taken back alone, gone back to and named. */
export const logCommands = {
  undoAlone: undoable<number>({
    label: 'Undo a step alone', group: 'history', run: async (session, step) => (await back()).undoAlone(session, step),
  }),
  goBackTo: undoable<number>({
    label: 'Go back to a step', group: 'history', run: async (session, step) => (await back()).goBackTo(session, step),
  }),
  nameVersion: undoable<string>({
    label: 'Name a version', group: 'history', run: async (session, name) => (await back()).nameVersion(session, name),
  }),
  lookAtStep: command<number>({
    label: 'Look at what a step was about', group: 'history',
    run: async (session, step) => {
      const selection = (await back()).recordOfStep(session.get(), step);
      if (!selection) return;
      const selecting = select(session, selection);
      session.events.emit('center', selection);
      await selecting;
    },
  }),
};

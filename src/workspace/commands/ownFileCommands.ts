import type { Preference } from '../ownFile';
import type { Session } from '../session';
import { command } from './command';

/** What saves in files of the user's is loaded when somebody does. */
const ownFile = () => import('../ownFile');

/** The user picks a case, which is opened and saved in its file from then on. */
async function openOwnFile(session: Session): Promise<void> {
  const file = await session.deps.ownFiles?.pick();
  if (!file) return;
  const { importFile } = await import('../mapping');
  await importFile(session, { kind: 'file', name: file.name, blob: await file.read() }, 'instead', file.handle);
}

/** The case as a file of the user's: written where it lies, where the browser allows it. */
export const ownFileCommands = {
  saveCase: command({
    label: 'Save the case as a file', group: 'file', shortcut: ['Mod+S'], listed: true, enabled: (s) => s.dataset !== undefined,
    run: async (session) => (await ownFile()).saveInOwnFile(session),
  }),
  saveCaseAs: command({
    label: 'Save the case as another file', group: 'file', shortcut: ['Mod+Shift+S'], listed: true, enabled: (s) => s.dataset !== undefined,
    run: async (session) => (await ownFile()).saveInAnother(session),
  }),
  saveCaseWithFiles: command({
    label: 'Save the case with its files', group: 'file', listed: true, enabled: (s) => s.dataset !== undefined,
    run: async (session) => (await ownFile()).saveInAnother(session, true),
  }),
  openOwnFile: command({ label: 'Open a case and work in its file', group: 'file', step: 'push', listed: true, run: openOwnFile }),
  workHere: command({
    label: 'Work here on what another tab has', group: 'file', listed: true, enabled: (s) => s.elsewhere === true,
    run: async (session) => (await import('../handover/handOver')).workHere(session),
  }),
  showOwnFile: command({
    label: 'Look at what was changed in the file', group: 'file', enabled: (s) => s.ownFile?.phase === 'changed',
    run: (session) => session.setView({ dialog: 'ownFile' }),
  }),
  decideOwnFile: command<Preference>({
    label: 'Decide whose values stay', group: 'file',
    run: async (session, prefer) => {
      session.setView({ dialog: undefined });
      await (await ownFile()).saveInOwnFile(session, prefer);
    },
  }),
};

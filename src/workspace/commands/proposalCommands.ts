import type { OutputFile } from '../platform';
import { command, undoable } from './command';

const load = () => import('../proposals');

/** What programs propose, for a person to accept or refuse. */
export const proposalCommands = {
  openTray: command<OutputFile>({
    label: 'Open a review tray', group: 'entry', run: async (session, file) => (await load()).openTray(session, file),
  }),
  lookAtProposals: command({
    label: 'Look at the proposals again', group: 'entry', run: async (session) => (await load()).lookAtProposals(session),
  }),
  acceptProposal: undoable<string>({
    label: 'Accept a proposal', group: 'entry', run: async (session, id) => (await load()).acceptProposal(session, id),
  }),
  refuseProposal: command<{ id: string; refused: boolean }>({
    label: 'Refuse a proposal', group: 'entry', run: async (session, refusal) => (await load()).refuseProposal(session, refusal),
  }),
  saveTray: command({
    label: 'Save the review tray with what was decided', group: 'entry', listed: true, enabled: (s) => s.proposals !== undefined,
    run: async (session) => (await load()).saveTray(session),
  }),
};

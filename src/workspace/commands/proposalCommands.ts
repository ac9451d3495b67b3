import type { OutputFile } from '../platform';
import { command, undoable } from './command';
import { part } from './part';

const proposals = part(() => import('../proposals'));

/** What programs propose, for a person to accept or refuse. */
export const proposalCommands = {
  openTray: command<OutputFile>({
    label: 'Open a review tray', group: 'entry', run: (session, file) => proposals((its) => its.openTray(session, file)),
  }),
  lookAtProposals: command({
    label: 'Look at the proposals again', group: 'entry', run: (session) => proposals((its) => its.lookAtProposals(session)),
  }),
  acceptProposal: undoable<string>({
    label: 'Accept a proposal', group: 'entry', run: (session, id) => proposals((its) => its.acceptProposal(session, id)),
  }),
  refuseProposal: command<{ id: string; refused: boolean }>({
    label: 'Refuse a proposal', group: 'entry', run: (session, refusal) => proposals((its) => its.refuseProposal(session, refusal)),
  }),
  saveTray: command({
    label: 'Save the review tray with what was decided', group: 'entry', listed: true, enabled: (s) => s.proposals !== undefined,
    run: (session) => proposals((its) => its.saveTray(session)),
  }),
};

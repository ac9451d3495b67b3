import type { LeadRule, ListedName } from '../../model';
import type { OutputFile } from '../platform';
import { askLeads, askTies, decideName, matchNames } from '../queries';
import { command } from './command';

/** A list of names against the data, and what deserves a second look. */
export const crosscheckCommands = {
  showCrosscheck: command({
    label: 'Cross-check a list of names',
    group: 'trace',
    shortcut: ['Shift+X'],
    step: 'push',
    listed: true,
    enabled: (s) => s.dataset !== undefined,
    run: (session) => session.setView({ left: true, asking: 'crosscheck' }),
  }),
  checkNames: command<readonly ListedName[]>({ label: 'Check names against the data', group: 'trace', run: matchNames }),
  decideName: command<{ place: number; entity: string | null }>({
    label: 'Take or refuse a match of a name',
    group: 'trace',
    run: decideName,
  }),
  tiesWithin: command<number>({
    label: 'Set how far apart two of the list may be',
    group: 'trace',
    run: (session, maxHops) => askTies(session, { maxHops }),
  }),
  askLeads: command<readonly LeadRule[] | undefined>({
    label: 'Leads: what deserves a second look?', group: 'trace', shortcut: ['Shift+L'], step: 'push', listed: true,
    enabled: (s) => s.dataset !== undefined,
    run: (session, rules) => {
      session.setView({ left: true, asking: 'leads' });
      return askLeads(session, rules);
    },
  }),
  saveAnswer: command<OutputFile>({
    label: 'Save an answer as a file',
    group: 'file',
    run: (session, file) => {
      session.deps.page.save(file);
      session.notify('info', `Saved ${file.name}.`);
    },
  }),
};

import type { LeadRule, ListedName } from '../../model';
import type { OutputFile } from '../platform';
import type { TimelineSet } from '../timelineState';
import type { TimelineSaving } from '../queries/askTimeline';
import { command } from './command';

const queries = () => import('../queries/panelQueries');

/** A list of names against the data, and what deserves a second look. */
export const crosscheckCommands = {
  checkNames: command<readonly ListedName[]>({
    label: 'Check names against the data', group: 'trace',
    run: async (session, names) => (await queries()).matchNames(session, names),
  }),
  decideName: command<{ place: number; entity: string | null }>({
    label: 'Take or refuse a match of a name',
    group: 'trace',
    run: async (session, decision) => (await queries()).decideName(session, decision),
  }),
  tiesWithin: command<number>({
    label: 'Set how far apart two of the list may be',
    group: 'trace',
    run: async (session, maxHops) => (await queries()).askTies(session, { maxHops }),
  }),
  askLeads: command<readonly LeadRule[] | undefined>({
    label: 'Look for leads again', group: 'trace', run: async (session, rules) => (await queries()).askLeads(session, rules),
  }),
  timelineOf: command<TimelineSet>({
    label: 'Choose whose timeline it is', group: 'trace', run: async (session, of) => (await queries()).askTimeline(session, of),
  }),
  closeTimeline: command({
    label: 'Close the timeline', group: 'trace', listed: true, enabled: (s) => s.view.below !== undefined,
    run: (session) => session.setView({ below: undefined }),
  }),
  saveTimeline: command<TimelineSaving>({
    label: 'Save the timeline', group: 'file', run: async (session, saving) => (await queries()).saveTimeline(session, saving),
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

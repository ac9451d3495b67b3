import type { LeadRule, ListedName } from '../../model';
import type { OutputFile } from '../platform';
import type { TimelineSet } from '../timelineState';
import type { TimelineSaving } from '../queries/askTimeline';
import { command } from './command';
import { panelQueries } from './parts';

/** A list of names against the data, and what deserves a second look. */
export const crosscheckCommands = {
  checkNames: command<readonly ListedName[]>({
    label: 'Check names against the data', group: 'trace',
    run: (session, names) => panelQueries((its) => its.matchNames(session, names)),
  }),
  decideName: command<{ place: number; entity: string | null }>({
    label: 'Take or refuse a match of a name',
    group: 'trace',
    run: (session, decision) => panelQueries((its) => its.decideName(session, decision)),
  }),
  tiesWithin: command<number>({
    label: 'Set how far apart two of the list may be',
    group: 'trace',
    run: (session, maxHops) => panelQueries((its) => its.askTies(session, { maxHops })),
  }),
  askLeads: command<readonly LeadRule[] | undefined>({
    label: 'Look for leads again', group: 'trace', run: (session, rules) => panelQueries((its) => its.askLeads(session, rules)),
  }),
  timelineOf: command<TimelineSet>({
    label: 'Choose whose timeline it is', group: 'trace', run: (session, of) => panelQueries((its) => its.askTimeline(session, of)),
  }),
  closeTimeline: command({
    label: 'Close the timeline', group: 'trace', listed: true, enabled: (s) => s.view.below !== undefined,
    run: (session) => session.setView({ below: undefined }),
  }),
  saveTimeline: command<TimelineSaving>({
    label: 'Save the timeline', group: 'file', run: (session, saving) => panelQueries((its) => its.saveTimeline(session, saving)),
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

import type { ComparisonKind } from '../../publish';
import { sourceOfFile, type OpenableFile } from '../loading';
import type { ComparisonState, WorkspaceState } from '../state';
import { command } from './command';
import { part } from './part';

const comparing = part(() => import('../comparison/compare'));
const isCompared = (state: WorkspaceState) => (state.comparison?.changes.length ?? 0) > 0;

/** What is open held against another state of it: an earlier version, a colleague's, a snapshot. Nothing of it is an edit. */
export const comparisonCommands = {
  compareWith: command<OpenableFile>({
    label: 'Compare with a file', group: 'history', step: 'push',
    run: async (session, file) => {
      session.setView({ left: true, mode: 'chart', asking: 'comparison' });
      await comparing((its) => its.compareWith(session, sourceOfFile(file)));
    },
  }),
  compareAs: command<ComparisonState['fileIs']>({
    label: 'Say which of the two is the earlier', group: 'history',
    run: (session, fileIs) => comparing((its) => its.compareAgain(session, fileIs)),
  }),
  showChange: command<number>({
    label: 'Look at a change', group: 'history', run: (session, at) => comparing((its) => its.showChange(session, at)),
  }),
  nextChange: command({
    label: 'Next change', group: 'history', shortcut: [']'], listed: true, enabled: isCompared,
    run: (session) => comparing((its) => its.stepChange(session, 1)),
  }),
  previousChange: command({
    label: 'Previous change', group: 'history', shortcut: ['['], listed: true, enabled: isCompared,
    run: (session) => comparing((its) => its.stepChange(session, -1)),
  }),
  saveComparison: command<ComparisonKind>({
    label: 'Save the comparison', group: 'file', enabled: (s) => s.comparison?.phase === 'answered',
    run: async (session, kind) => (await import('../comparison/saveComparison')).saveComparison(session, kind),
  }),
  leaveComparison: command({
    label: 'Leave the comparison', group: 'history', listed: true, enabled: (s) => s.comparison !== undefined,
    run: (session) => comparing((its) => its.leaveComparison(session)),
  }),
};

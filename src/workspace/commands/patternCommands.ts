import type { PatternState } from '../state';
import { command } from './command';

/** Which routes follow a pattern. */
export const patternCommands = {
  setPattern: command<Partial<Pick<PatternState, 'from' | 'to' | 'pattern'>>>({
    label: 'Set ends and pattern',
    group: 'trace',
    run: async (session, change) => (await import('../queries/panelQueries')).askPattern(session, change),
  }),
};

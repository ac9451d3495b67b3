import type { PatternState } from '../state';
import { command } from './command';
import { panelQueries } from './parts';

/** Which routes follow a pattern. */
export const patternCommands = {
  setPattern: command<Partial<Pick<PatternState, 'from' | 'to' | 'pattern'>>>({
    label: 'Set ends and pattern',
    group: 'trace',
    run: (session, change) => panelQueries((its) => its.askPattern(session, change)),
  }),
};

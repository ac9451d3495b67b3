import { askPattern } from '../queries';
import { selectedEntities } from '../selectors/selectedEntities';
import type { PatternState } from '../state';
import { command } from './command';

/** Which routes follow a pattern. */
export const patternCommands = {
  askPattern: command({
    label: 'Routes that follow a pattern',
    group: 'trace',
    shortcut: ['Shift+R'],
    step: 'push',
    listed: true,
    enabled: (s) => s.dataset !== undefined,
    run: async (session) => {
      const [from, to] = [...selectedEntities(session.get())];
      session.setView({ left: true, asking: 'pattern' });
      await askPattern(session, {
        ...(from === undefined ? {} : { from: { ids: [from] } }),
        ...(to === undefined ? {} : { to: { ids: [to] } }),
      });
    },
  }),
  setPattern: command<Partial<Pick<PatternState, 'from' | 'to' | 'pattern'>>>({
    label: 'Set ends and pattern',
    group: 'trace',
    run: askPattern,
  }),
};

import { ALL_PANELS, canShow, type PanelId } from '../panels';
import { command, type Command } from './command';

/** "showLeads": the command that brings a panel to the front. */
type PanelCommandId = `show${Capitalize<PanelId>}`;

/** One command for each panel of the table. */
export const panelCommands = Object.fromEntries(
  ALL_PANELS.map(([id, panel]) => {
    const { run, ...said } = panel.command;
    return [
      `show${id[0]!.toUpperCase()}${id.slice(1)}`,
      command<string | undefined>({
        step: 'push', ...said, listed: true, enabled: (state) => canShow(panel, state),
        run: (session, about) => {
          session.setView(panel.place === 'below' ? { below: id } : { left: true, asking: id });
          return run?.(session, about);
        },
      }),
    ];
  }),
) as Readonly<Record<PanelCommandId, Command<string | undefined>>>;

import type { Session } from '../session';
import type { WorkspaceState } from '../state';

export type CommandGroup = 'file' | 'entry' | 'select' | 'chart' | 'trace' | 'ventures' | 'ownership' | 'filter' | 'view' | 'history';

/**
 * An action with a name. `Arg` is what it takes; a command whose argument may be left out works on the selection.
 * `run` changes the state through the session alone, and rejects for what the user should be told.
 */
export interface Command<Arg = void> {
  /** An imperative, as menus and the palette show it. */
  readonly label: string;
  readonly group: CommandGroup;
  /** Other words by which the palette finds it. */
  readonly words?: string;
  /** `Mod+Shift+Z`, `/`, `[`: Mod is ⌘ on a Mac, Ctrl elsewhere. The first is the one that is shown. */
  readonly shortcut?: readonly string[];
  /** `chart`: its shortcut counts only while the chart has the focus. */
  readonly scope?: 'chart';
  /** Undo takes it back. */
  readonly undoable: boolean;
  /** It makes sense without an argument, so that the palette lists it. */
  readonly listed: boolean;
  /** Whether the view it leads to is a new step for the browser's Back, or takes the place of the last (`replace`). */
  readonly step: 'push' | 'replace';
  enabled(state: WorkspaceState): boolean;
  run(session: Session, arg: Arg): void | Promise<void>;
}

type Spec<Arg> = Pick<Command<Arg>, 'label' | 'group' | 'run'> & Partial<Command<Arg>>;

/** A command with what is usual left out: always enabled, not undoable, not listed, Back skips it. */
export function command<Arg = void>(spec: Spec<Arg>): Command<Arg> {
  return { undoable: false, listed: false, step: 'replace', enabled: () => true, ...spec };
}

/** The same for what undo takes back. */
export function undoable<Arg = void>(spec: Spec<Arg>): Command<Arg> {
  return command({ undoable: true, ...spec });
}

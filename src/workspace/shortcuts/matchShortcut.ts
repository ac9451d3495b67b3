import { commands, type CommandId } from '../commands';
import { aboutAFile } from '../selectors/aboutAFile';
import type { WorkspaceState } from '../state';

/** What of a keyboard event counts. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
  readonly target?: unknown;
}

export interface Where {
  /** The chart has the focus, so that arrows and Tab walk along it. */
  readonly inChart: boolean;
}

/** While a dialog is open or one types into a field, these work all the same. */
const EVERYWHERE: ReadonlySet<string> = new Set(['openPalette', 'clearSelection']);
/** So do these in a field of the page, where they mean nothing to the text. */
const IN_FIELDS: ReadonlySet<string> = new Set([...EVERYWHERE, 'saveCase', 'saveCaseAs']);

/**
 * The command that a key press means, if its command is enabled. In a field keys are text, except Escape, the
 * palette's and those that save; while a dialog is open only the first two work, and none while there is something to say or ask about a
 * file. Shift counts with letters and named keys; a sign that needs it on some keyboards (`?`) is matched by itself.
 */
export function matchShortcut(press: KeyPress, state: WorkspaceState, { inChart }: Where): CommandId | undefined {
  if (press.isComposing || aboutAFile(state)) return undefined;
  const inDialog =
    state.view.dialog !== undefined || state.expanding !== undefined || state.editing !== undefined || state.register !== undefined;
  const allowed = inDialog ? EVERYWHERE : isField(press.target) ? IN_FIELDS : undefined;
  return (Object.keys(commands) as CommandId[]).find((id) => {
    const { shortcut, scope, enabled } = commands[id];
    if (!shortcut?.some((keys) => fits(keys, press))) return false;
    if (allowed && !allowed.has(id)) return false;
    return (scope !== 'chart' || inChart) && enabled(state);
  });
}

function fits(shortcut: string, { key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): boolean {
  const parts = shortcut.split(/\+(?=.)/);
  const wanted = parts.at(-1)!;
  const mods = new Set(parts.slice(0, -1));
  if (altKey !== mods.has('Alt') || (ctrlKey || metaKey) !== mods.has('Mod')) return false;
  const signed = wanted.length === 1 && !/[a-z0-9]/i.test(wanted);
  return key.toLowerCase() === wanted.toLowerCase() && (signed || shiftKey === mods.has('Shift'));
}

const TEXTLESS = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Whether keys typed there are text. */
function isField(target: unknown): boolean {
  const { tagName, type, isContentEditable } = (target ?? {}) as { tagName?: string; type?: string; isContentEditable?: boolean };
  if (isContentEditable) return true;
  if (tagName === 'INPUT') return !TEXTLESS.test(type ?? 'text');
  return tagName === 'TEXTAREA' || tagName === 'SELECT';
}

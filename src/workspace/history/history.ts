import { applyChange, changeBetween, invertChange, type Change, type Undoable } from './undoable';

/** How many steps can be taken back. */
const HISTORY_LIMIT = 200;

/** A step that was taken. Steps with the same `merge` that follow one another are one: a drag, a brush. */
interface Step {
  readonly label: string;
  readonly change: Change;
  readonly merge?: string;
}

/** Steps taken, the last one last, and steps taken back, the next to take again last. */
export interface History {
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export const NO_HISTORY: History = { undo: [], redo: [] };

/** The history after a step from one state to another; what was taken back before it cannot be taken again. */
export function remember(history: History, step: Step, before: Undoable, after: Undoable): History {
  const last = history.undo.at(-1);
  const merges = last !== undefined && step.merge !== undefined && last.merge === step.merge && history.redo.length === 0;
  if (!merges) return { undo: [...history.undo, step].slice(-HISTORY_LIMIT), redo: [] };
  const start = applyChange(before, invertChange(last.change));
  return { undo: [...history.undo.slice(0, -1), { ...step, change: changeBetween(start, after) }], redo: [] };
}

/** What menus and the palette say of undo and redo; the step that comes first is last. */
export function labelsOf({ undo, redo }: History): { undo: string[]; redo: string[] } {
  return { undo: undo.map((s) => s.label), redo: redo.map((s) => s.label) };
}

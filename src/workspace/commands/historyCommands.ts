import { applyChange, invertChange, labelsOf, undoableOf, type Change, type History } from '../history';
import { askHistogram, keepStructure, lookAtTies } from '../queries';
import type { Session } from '../session';
import type { TraceState } from '../state';
import { command } from './command';
import { followTime } from './filterCommands';

/** Applies a change of the history. Work under way whose answer would land on another chart is cancelled. */
async function travel(session: Session, change: Change, history: History): Promise<void> {
  const state = session.get();
  const next = applyChange({ ...undoableOf(state), ...(change.beside.has('trace') ? { trace: state.trace } : {}) }, change);
  if (change.beside.has('trace')) session.cancel('trace');
  for (const job of ['route', 'layout', 'expand', 'add', 'play']) session.cancel(job);
  const filtered = change.chart.has('filter');
  session.history = history;
  session.travelling = true;
  session.set({
    ...next, ...(next.trace ? { trace: settled(next.trace) } : {}), selection: stillThere(next) ? next.selection : undefined,
    history: labelsOf(history),
  });
  session.travelling = false;
  await Promise.all([
    lookAtTies(session), ...(filtered ? [followTime(session, state.chart.filter, { still: true }), askHistogram(session)] : []),
    ...(filtered || change.chart.has('shown') ? [keepStructure(session)] : []),
  ]);
}

/** A trace of the past in which a question was being asked: nobody asks it any more. */
function settled(trace: TraceState): TraceState {
  return trace.phase === 'asking' ? { ...trace, phase: trace.answer ? 'answered' : 'idle' } : trace;
}

function stillThere({ selection, chart }: ReturnType<typeof applyChange>): boolean {
  if (!selection) return true;
  return selection.kind === 'entity' ? chart.entities.has(selection.id) : chart.relationships.has(selection.id);
}

export const historyCommands = {
  undo: command({
    label: 'Undo', group: 'history', shortcut: ['Mod+Z'], listed: true, enabled: (s) => s.history.undo.length > 0,
    run: async (session) => {
      const { undo, redo } = session.history;
      const step = undo.at(-1);
      if (step) await travel(session, invertChange(step.change), { undo: undo.slice(0, -1), redo: [...redo, step] });
    },
  }),
  redo: command({
    label: 'Redo', group: 'history', shortcut: ['Mod+Shift+Z', 'Mod+Y'], listed: true, enabled: (s) => s.history.redo.length > 0,
    run: async (session) => {
      const { undo, redo } = session.history;
      const step = redo.at(-1);
      if (step) await travel(session, step.change, { undo: [...undo, step], redo: redo.slice(0, -1) });
    },
  }),
};

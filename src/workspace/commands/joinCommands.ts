import { inBoxOf, takenApart, withEntitiesJoined } from '../chart';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { addToChart } from './chartCommands';
import { undoable } from './command';
import { selectedEntity } from '../selectors/selectedEntity';
import { named } from './target';

/** Two entities that are said to be the same; the first one's box is the one that stays. */
type Same = readonly [head: string, other: string];

async function drawAsOne(session: Session, [head, other]: Same): Promise<void> {
  const missing = [head, other].filter((id) => !session.get().chart.entities.has(id));
  if (missing.length > 0) await addToChart(session, missing);
  const state = session.get();
  session.change(`Draw ${named(state, [head, other])} as one`, { chart: withEntitiesJoined(state.chart, head, other) });
}

function takeApart(session: Session, id: string | undefined): void {
  const state = session.get();
  const entity = id ?? selectedEntity(state);
  if (entity === undefined) return;
  session.change(`Take ${named(state, inBoxOf(state.chart, entity))} apart`, { chart: takenApart(state.chart, entity) });
}

/** The two ends of the relationship that is selected, where it says that they are the same and they are drawn apart. */
function selectedSame({ selection, chart, records }: WorkspaceState): Same | undefined {
  const r =
    selection?.kind === 'relationship' && chart.relationships.has(selection.id) ? records.relationships.get(selection.id) : undefined;
  return r?.type === 'sameAs' && r.from !== r.to && !inBoxOf(chart, r.from).includes(r.to) ? [r.from, r.to] : undefined;
}

export const joinCommands = {
  drawAsOne: undoable<Same | undefined>({
    label: 'Draw two matched entities as one', group: 'chart', listed: true, enabled: (s) => selectedSame(s) !== undefined,
    run: (session, two) => { const same = two ?? selectedSame(session.get()); return same && drawAsOne(session, same); },
  }),
  takeApart: undoable<string | undefined>({
    label: 'Draw matched entities separately', group: 'chart', listed: true,
    enabled: (s) => { const id = selectedEntity(s); return id !== undefined && inBoxOf(s.chart, id).length > 1; },
    run: takeApart,
  }),
};

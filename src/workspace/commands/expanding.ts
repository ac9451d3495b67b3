import { laidOutAsBefore, partOf, placed, recordsOf, withHidden, withoutEntities, withRecords } from '../chart';
import { neighboursOf } from '../selectors/neighbours';
import { onlyRoute } from '../selectors/visiblePart';
import type { Session } from '../session';
import type { ChartState, TraceState } from '../state';
import { named } from './target';

/** How many neighbours come at once. */
export const EXPANDS_BY = 50;

/** Draws the neighbours of an entity that the filter admits, the best tied first, and remembers which ones came. False: there were none to come. */
export async function expand(session: Session, entity: string): Promise<boolean> {
  const { filter } = session.get();
  const answer = await session.job('expand', 'Expanding', async (ask) => {
    const { more, ...part } = await session.opened().neighbours({ entity, limit: EXPANDS_BY, filter }, ask);
    const ids = part.entities.map((e) => e.id);
    const all = await session.opened().part({ ids: [...new Set([...session.get().chart.entities.keys(), entity, ...ids])] }, ask);
    const grow = await placed(session, partOf(withRecords(recordsOf(all), recordsOf(part))), ask);
    return { more, ids, grow };
  });
  return finish(session, entity, answer);
}

function finish(session: Session, entity: string, { more, ids, grow }: { more: number; ids: string[]; grow: (now: ChartState) => ChartState }): boolean {
  const state = session.get();
  const came = ids.filter((id) => id !== entity && (!state.chart.entities.has(id) || state.chart.hidden.has(id)));
  const who = named(state, [entity]);
  if (came.length === 0) return false;
  const grown = withHidden(grow(state.chart), [entity, ...ids], false);
  const chart = { ...grown, expanded: new Map(grown.expanded).set(entity, came) };
  session.change(`Expand ${who}`, freed(session, chart));
  if (more > 0) session.notify('info', `${came.length} neighbours of ${who} were added; ${more} more are left off.`);
  return true;
}

/** A chart that shows more than the only route goes back to where everything stood. */
function freed(session: Session, chart: ChartState): { chart: ChartState; trace?: TraceState } {
  if (!onlyRoute(session.get())) return { chart };
  return { chart: laidOutAsBefore(chart), trace: { ...session.get().trace, only: false } };
}

/** Takes away exactly what expanding an entity brought, save what is pinned, selected, expanded itself or on the question. */
export function collapse(session: Session, entity: string): void {
  const state = session.get();
  const { question } = state.trace;
  const stays = new Set([...state.chart.pinned, ...state.chart.expanded.keys(), state.selection?.id, question.from, question.to]);
  const going = (state.chart.expanded.get(entity) ?? []).filter((id) => !stays.has(id));
  const left = withoutEntities(state.chart, going);
  const expanded = new Map(left.expanded);
  expanded.delete(entity);
  session.change(`Collapse ${named(state, [entity])}`, { chart: { ...left, expanded } });
}

/** Expands; collapses what is expanded; and where every neighbour is drawn already, takes away those that nothing else drawn is tied to. */
export async function toggleNeighbours(session: Session, entity: string): Promise<void> {
  if (session.get().chart.expanded.has(entity)) return collapse(session, entity);
  if (await expand(session, entity)) return;
  const state = session.get();
  const { chart } = state;
  const leaves = neighboursOf(state, entity).filter((id) => !chart.pinned.has(id) && neighboursOf(state, id).every((other) => other === entity));
  if (leaves.length === 0) session.notify('info', `Every neighbour of ${named(state, [entity])} is drawn, and tied to others as well.`);
  else session.change(`Collapse ${named(state, [entity])}`, { chart: withoutEntities(chart, leaves) });
}

import { inBoxOf } from '../chart';
import { lookup } from '../selectors/lookup';
import { selectedEntities } from '../selectors/selectedEntities';
import type { WorkspaceState } from '../state';

/**
 * What a command works on: the entities given (one or several), else all that are selected, where they are on the chart;
 * with each everybody in its box.
 */
export function targets(state: WorkspaceState, given: string | readonly string[] | undefined): string[] {
  const ids = given === undefined ? [...selectedEntities(state)] : typeof given === 'string' ? [given] : given;
  return [...new Set(ids.flatMap((id) => inBoxOf(state.chart, id)))].filter((id) => state.chart.entities.has(id));
}

/** Whether an entity of the chart is selected. */
export function hasTarget(state: WorkspaceState): boolean {
  return targets(state, undefined).length > 0;
}

/** "Loxley", "Loxley and Loxpac", "3 entities": for labels of what can be undone. */
export function named(state: WorkspaceState, ids: readonly string[]): string {
  const { name } = lookup(state);
  return ids.length > 2 ? `${ids.length} entities` : ids.map(name).join(' and ');
}

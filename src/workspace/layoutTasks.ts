import { layoutAsGiven, layoutLayered, layoutOrganic, layoutRoute } from '../drawing';
import type { Position } from '../model';
import type { LayoutService } from './platform';

type OrganicTask = Parameters<LayoutService['organic']>[0];
type GivenTask = Parameters<LayoutService['asGiven']>[0];
type RouteTask = Parameters<LayoutService['route']>[0];

/** A layout to run, as it travels to a worker. */
export type LayoutTask =
  { kind: 'organic' | 'layered'; request: OrganicTask } | { kind: 'route'; request: RouteTask } | { kind: 'asGiven'; request: GivenTask };

/** Runs a layout to its end, on whatever thread it is called. */
export function runLayout(task: LayoutTask, onProgress?: (done: number) => void): Map<string, Position> {
  if (task.kind === 'route') return layoutRoute(task.request);
  if (task.kind === 'asGiven') return layoutAsGiven(task.request);
  if (task.kind === 'layered') return layoutLayered(task.request);
  return layoutOrganic({ ...task.request, ...(onProgress ? { onProgress } : {}) });
}

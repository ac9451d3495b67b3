import { layoutAsGiven, layoutLayered, layoutOrganic, layoutRoute } from '../drawing';
import type { Position } from '../model';
import type { LayoutService } from './platform';

type OrganicTask = Parameters<LayoutService['organic']>[0];
type GivenTask = Parameters<LayoutService['asGiven']>[0];
type RouteTask = Parameters<LayoutService['route']>[0];

/** A layout to run, as it travels to a worker. */
export type LayoutTask = { kind: 'organic' | 'layered'; request: OrganicTask } | { kind: 'route'; request: RouteTask } | { kind: 'asGiven'; request: GivenTask };

/** Runs a layout to its end, on whatever thread it is called. */
export function runLayout(task: LayoutTask, onProgress?: (done: number) => void): Map<string, Position> {
  if (task.kind === 'route') return layoutRoute(task.request);
  if (task.kind === 'asGiven') return layoutAsGiven(task.request);
  if (task.kind === 'layered') return layoutLayered(task.request);
  return layoutOrganic({ ...task.request, ...(onProgress ? { onProgress } : {}) });
}

/** Runs layouts on the page's own thread: for tests, and where there are no workers. */
export const directLayout: LayoutService = {
  organic: async (request, ask) => directly({ kind: 'organic', request }, ask),
  route: async (request, ask) => directly({ kind: 'route', request }, ask),
  layered: async (request, ask) => directly({ kind: 'layered', request }, ask),
  asGiven: async (request, ask) => directly({ kind: 'asGiven', request }, ask),
  dispose: () => undefined,
};

function directly(task: LayoutTask, ask: Parameters<LayoutService['route']>[1]): Map<string, Position> {
  ask?.signal?.throwIfAborted();
  return runLayout(task, ask?.onProgress);
}

import { boxOf, detailFor, layoutOrganic } from '../drawing';
import type { Position } from '../model';
import type { LayoutService, RouteLayoutRequest } from './platform';

type OrganicTask = Parameters<LayoutService['organic']>[0];

/** A layout to run, as it travels to a worker. */
export type LayoutTask = { kind: 'organic'; request: OrganicTask } | { kind: 'route'; request: RouteLayoutRequest };

/** Runs a layout to its end, on whatever thread it is called. */
export function runLayout(task: LayoutTask, onProgress?: (done: number) => void): Map<string, Position> {
  if (task.kind === 'route') return routeInColumns(task.request);
  return layoutOrganic({ ...task.request, ...(onProgress ? { onProgress } : {}) });
}

/** Between two columns, in chart units: room for an arrow and its label. */
const COLUMN_GAP = 140;

/** One route from left to right, an entity a column. */
function routeInColumns({ part, routes: [route] }: RouteLayoutRequest): Map<string, Position> {
  const entities = new Map(part.entities.map((e) => [e.id, e]));
  const positions = new Map<string, Position>();
  let left = 0;
  for (const id of route?.entities ?? []) {
    const entity = entities.get(id);
    const width = entity ? boxOf(entity, detailFor(route!.entities.length)).width : 0;
    positions.set(id, { x: Math.round(left + width / 2), y: 0 });
    left += width + COLUMN_GAP;
  }
  return positions;
}

/** Runs layouts on the page's own thread: for tests, and where there are no workers. */
export const directLayout: LayoutService = {
  organic: async (request, ask) => directly({ kind: 'organic', request }, ask),
  route: async (request, ask) => directly({ kind: 'route', request }, ask),
  dispose: () => undefined,
};

function directly(task: LayoutTask, ask: Parameters<LayoutService['route']>[1]): Map<string, Position> {
  ask?.signal?.throwIfAborted();
  return runLayout(task, ask?.onProgress);
}

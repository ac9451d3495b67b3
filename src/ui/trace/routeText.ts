import type { Route, RouteAnswer } from '../../model';

/** "7 routes", "1 route", "the first 10 routes". */
export function countText({ routes, complete }: RouteAnswer): string {
  if (routes.length === 1 && complete) return '1 route';
  return complete ? `${routes.length} routes` : `the first ${routes.length} routes`;
}

/** The entities between the ends of routes, those on most routes first, then by id. */
export function inBetween(routes: readonly Route[]): { id: string; routes: number }[] {
  const counts = new Map<string, number>();
  for (const route of routes) for (const id of route.entities.slice(1, -1)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, n]) => ({ id, routes: n })).sort((a, b) => b.routes - a.routes || (a.id < b.id ? -1 : 1));
}

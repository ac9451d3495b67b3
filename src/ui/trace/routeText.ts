import type { RouteAnswer } from '../../model';

/** "7 routes", "1 route"; "10+ routes" where there may be more. */
export function countText({ routes, complete }: RouteAnswer): string {
  if (routes.length === 1 && complete) return '1 route';
  return complete ? `${routes.length} routes` : `${routes.length}+ routes`;
}

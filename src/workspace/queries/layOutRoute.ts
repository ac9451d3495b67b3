import { routeRelationships, type DatasetPart, type Route, type Records } from '../../model';
import { detailFor } from '../../drawing';
import type { CallOptions } from '../../store';
import { laidOutForRoute } from '../chart';
import type { Session } from '../session';
import type { ChartState } from '../state';

/** In a room of this shape or narrower a route runs downwards. Width over height. */
const UPRIGHT = 1.15;
/**
 * Boxes are about three times as wide as high: what stood so far apart across stands this much nearer downwards, and the other way round.
 */
const TURNED = { x: 2.2, y: 0.45 };

/** The change that lays the chart out for one route: left to right, or downwards where the chart is higher than wide. */
export async function routeLaidOut(session: Session, route: Route, ask: CallOptions): Promise<(now: ChartState) => ChartState> {
  const part = routePart(route, session.get().records);
  const positions = await session.deps.layout.route(
    { part, detail: detailFor(part.entities.length), routes: [route.entities], aspect: session.aspect }, ask,
  );
  const places =
    session.aspect > UPRIGHT
      ? positions
      : new Map([...positions].map(([id, { x, y }]) => [id, { x: Math.round(y * TURNED.x), y: Math.round(x * TURNED.y) }]));
  return (now) => laidOutForRoute(now, places);
}

function routePart(route: Route, { entities, relationships, sources }: Records): DatasetPart {
  return {
    entities: route.entities.flatMap((id) => entities.get(id) ?? []),
    relationships: routeRelationships(route).flatMap((id) => relationships.get(id) ?? []),
    sources: [...sources.values()],
  };
}

import { routeRelationships, type DatasetPart, type Route } from '../../model';
import { detailFor } from '../../drawing';
import type { CallOptions } from '../../store';
import { laidOutForRoute } from '../chart';
import type { Session } from '../session';
import type { ChartState, Records } from '../state';

/** The change that lays the chart out for one route, left to right. */
export async function routeLaidOut(session: Session, route: Route, records: Records, ask: CallOptions): Promise<(now: ChartState) => ChartState> {
  const part = routePart(route, records);
  const positions = await session.deps.layout.route({ part, detail: detailFor(part.entities.length), routes: [route.entities], aspect: session.aspect }, ask);
  return (now) => laidOutForRoute(now, positions);
}

function routePart(route: Route, { entities, relationships, sources }: Records): DatasetPart {
  return {
    entities: route.entities.flatMap((id) => entities.get(id) ?? []),
    relationships: routeRelationships(route).flatMap((id) => relationships.get(id) ?? []),
    sources: [...sources.values()],
  };
}

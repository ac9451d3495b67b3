import {
  routeRelationships, admissionBy, type Route, type RouteAnswer, type RouteQuestion, type SetAside, type Admission, type Records,
} from '../../model';

/**
 * What became of the routes that there were with nothing set aside, under a question that sets entities or sources aside: a route falls
 * where it passes such an entity, or where a hop of it is left without an admitted relationship. `records` holds the relationships of these
 * routes and their sources. Cost O(routes × relationships on them).
 */
export function lostRoutes(before: RouteAnswer, question: RouteQuestion, records: Records): SetAside {
  const judge = admissionBy(question.filter, (id) => records.sources.get(id), (id) => records.entities.get(id));
  const judged = new Map<string, Admission>();
  for (const id of relationshipsOn(before.routes)) {
    const record = records.relationships.get(id);
    if (record) judged.set(id, judge(record));
  }
  const out = new Set(question.avoid.filter((id) => id !== question.from && id !== question.to));
  const stands = (route: Route) =>
    !route.entities.some((id) => out.has(id))
    && route.hops.every((hop) => hop.relationships.some((r) => judged.get(r.id)?.out === undefined));
  const remain = before.routes.filter(stands);
  return {
    before: before.routes.length,
    remain: remain.length,
    fell: before.routes.filter((route) => !remain.includes(route)).map((route) => route.entities),
    changed: changes(before.routes, judged),
  };
}

function relationshipsOn(routes: readonly Route[]): Set<string> {
  return new Set(routes.flatMap(routeRelationships));
}

function changes(routes: readonly Route[], judged: ReadonlyMap<string, Admission>): SetAside['changed'] {
  const before = new Map(routes.flatMap((route) => route.hops.flatMap((hop) => hop.relationships.map((r) => [r.id, r.status] as const))));
  return [...before].flatMap(([relationship, status]) => {
    const now = judged.get(relationship);
    if (!now) return [];
    if (now.out === 'source') return [{ relationship, before: status }];
    return now.status === status ? [] : [{ relationship, before: status, after: now.status }];
  });
}

import {
  heldIn, relationshipType, STATUSES_BY_DEFAULT, statusOf, weakness,
  type DatasetPart, type Entity, type Filter, type Relationship, type RouteQuestion, type Status,
} from '../../model';

/** For tests: the order of routes and what a filter admits, written on records in the plainest way, by looking at everything. */
interface NaiveRoute {
  entities: string[];
  hops: { ids: string[]; status: Status }[];
}

type Compared = Pick<NaiveRoute, 'entities'> & { hops: readonly { status: Status }[] };

type Verdict = { status: Status } | { out: 'status' | 'period' | 'type' | 'source' };

/** What the words of `Filter` say of one relationship, entity types aside. */
export function naiveVerdict(part: DatasetPart, filter: Filter, r: Relationship): Verdict {
  const left = r.claims.filter((c) => !filter.withoutSources?.includes(c.source));
  const claimless = left.length === 0 && r.claims.length > 0;
  const status = statusOf(left, (id) => part.sources.find((s) => s.id === id));
  if (!claimless && !(filter.statuses ?? STATUSES_BY_DEFAULT).includes(status)) return { out: 'status' };
  const lives = part.entities.filter((e) => e.id === r.from || e.id === r.to);
  const existed = !filter.period || lives.every((e) => heldIn(e, filter.period!) !== 'no');
  const held = !filter.period ? 'yes' : existed ? heldIn(r, filter.period) : 'no';
  if (held === 'no' || (filter.certainly === true && held === 'possibly')) return { out: 'period' };
  if (filter.relationshipTypes && !filter.relationshipTypes.includes(r.type)) return { out: 'type' };
  if (filter.families && !filter.families.includes(relationshipType(r.type).family)) return { out: 'type' };
  const affirmed = left.some((c) => (c.stance === 'asserts' || c.stance === 'alleges') && filter.sources?.includes(c.source));
  return claimless || (filter.sources && !affirmed) ? { out: 'source' } : { status };
}

interface Tie {
  id: string;
  to: string;
  status: Status;
}

/** Every route of a question, best first, whatever its `k`. */
export function naiveRoutes(part: DatasetPart, question: RouteQuestion): NaiveRoute[] {
  const ties = tiesByEntity(part, question);
  const stone = steppingStones(part, question);
  const found: NaiveRoute[] = [];
  const walk = (entities: string[]) => {
    const here = entities.at(-1)!;
    if (here === question.to) {
      if (question.via === undefined || entities.includes(question.via)) found.push(routeThrough(entities, ties));
      return;
    }
    if (entities.length > question.maxHops || (entities.length > 1 && !stone(here))) return;
    for (const next of new Set(ties.get(here)!.map((t) => t.to))) if (!entities.includes(next)) walk([...entities, next]);
  };
  walk([question.from]);
  return found.sort(compareRoutes);
}

function tiesByEntity(part: DatasetPart, question: RouteQuestion): Map<string, Tie[]> {
  const ties = new Map(part.entities.map((e) => [e.id, [] as Tie[]]));
  for (const r of part.relationships) {
    const verdict = naiveVerdict(part, question.filter, r);
    if ('out' in verdict) continue;
    ties.get(r.from)!.push({ id: r.id, to: r.to, status: verdict.status });
    if (question.direction === 'any' || !relationshipType(r.type).directed)
      ties.get(r.to)!.push({ id: r.id, to: r.from, status: verdict.status });
  }
  return ties;
}

function steppingStones(part: DatasetPart, question: RouteQuestion): (id: string) => boolean {
  const byId = new Map(part.entities.map((e) => [e.id, e]));
  const degree = (id: string) =>
    part.relationships.filter((r) => (r.from === id || r.to === id) && !('out' in naiveVerdict(part, question.filter, r))).length;
  const unfit = ({ id, type }: Entity) => (type === 'place' && !question.places)
    || (question.filter.entityTypes !== undefined && !question.filter.entityTypes.includes(type))
    || (question.hub !== undefined && degree(id) > question.hub);
  const allowed = new Set(part.entities.filter((e) => e.id === question.via || !unfit(e)).map((e) => e.id));
  return (id) => allowed.has(byId.get(id)!.id) && !question.avoid.includes(id);
}

function routeThrough(entities: string[], ties: Map<string, Tie[]>): NaiveRoute {
  const hops = entities.slice(1).map((to, i) => {
    const between = ties.get(entities[i]!)!.filter((t) => t.to === to);
    between.sort((a, b) => weakness(a.status) - weakness(b.status) || (a.id < b.id ? -1 : 1));
    return { ids: [...new Set(between.map((t) => t.id))], status: between[0]!.status };
  });
  return { entities, hops };
}

/** The order of routes. */
export function compareRoutes(a: Compared, b: Compared): number {
  if (a.hops.length !== b.hops.length) return a.hops.length - b.hops.length;
  for (const status of ['denied', 'reading', 'disputed', 'alleged', 'reported']) {
    const difference = a.hops.filter((h) => h.status === status).length - b.hops.filter((h) => h.status === status).length;
    if (difference !== 0) return difference;
  }
  const i = a.entities.findIndex((id, at) => id !== b.entities[at]);
  return i === -1 ? 0 : a.entities[i]! < b.entities[i]! ? -1 : 1;
}

import {
  heldIn,
  readPattern,
  relationshipType,
  shareBounds,
  shareFits,
  weakness,
  type DatasetPart,
  type Entity,
  type Pattern,
  type PatternQuestion,
  type PatternStep,
  type Relationship,
  type Status,
} from '../../model';
import { compareRoutes, naiveVerdict } from './naiveRoutes';

interface NaiveTie {
  r: Relationship;
  status: Status;
}

export interface NaivePatternRoute {
  entities: string[];
  /** What the strongest way to follow the pattern comes to, hop by hop, and every relationship that is in some way. */
  hops: { status: Status; ids: string[] }[];
}

/** For tests: every route that follows a pattern, by trying each way along each chain of distinct entities, best first. */
export function naivePatternRoutes(
  part: DatasetPart,
  question: PatternQuestion,
  from: readonly string[],
  to: readonly string[],
): NaivePatternRoute[] {
  const pattern = readPattern(question.pattern);
  const ties: NaiveTie[] = part.relationships.flatMap((r) => {
    const verdict = naiveVerdict(part, question.filter, r);
    return 'out' in verdict ? [] : [{ r, status: verdict.status }];
  });
  const byId = new Map(part.entities.map((e) => [e.id, e]));
  const between = (a: string, b: string) => ties.filter(({ r }) => (r.from === a && r.to === b) || (r.from === b && r.to === a));
  const degree = (id: string) => ties.filter(({ r }) => r.from === id || r.to === id).length;
  const isStone = ({ id, type }: Entity) =>
    !question.avoid.includes(id)
    && (question.filter.entityTypes === undefined || question.filter.entityTypes.includes(type))
    && (question.hub === undefined || degree(id) <= question.hub);
  const found: NaivePatternRoute[] = [];
  const walk = (entities: string[]) => {
    const here = entities.at(-1)!;
    if (entities.length > 1 && to.includes(here)) {
      const ways = waysAlong(entities, between).filter((way) => fits(pattern, way, 0, { byId, question, entities }).includes(way.length));
      if (ways.length > 0) found.push(routeOf(entities, ways));
    }
    if (entities.length > question.maxHops || (entities.length > 1 && !isStone(byId.get(here)!))) return;
    for (const { id } of part.entities) if (!entities.includes(id) && between(here, id).length > 0) walk([...entities, id]);
  };
  for (const id of from) walk([id]);
  return found.sort((a, b) => compareRoutes(a, b));
}

function waysAlong(entities: readonly string[], between: (a: string, b: string) => NaiveTie[]): NaiveTie[][] {
  return entities
    .slice(1)
    .reduce<NaiveTie[][]>((ways, to, i) => ways.flatMap((way) => between(entities[i]!, to).map((tie) => [...way, tie])), [[]]);
}

interface Along {
  byId: ReadonlyMap<string, Entity>;
  question: PatternQuestion;
  entities: readonly string[];
}

/** Where a pattern that begins at a hop of a way may end. */
function fits(pattern: Pattern, way: readonly NaiveTie[], at: number, along: Along): number[] {
  if (pattern.kind === 'step') return at < way.length && fitsStep(pattern, way[at]!, at, along) ? [at + 1] : [];
  if (pattern.kind === 'choice') return [...new Set(pattern.parts.flatMap((part) => fits(part, way, at, along)))];
  if (pattern.kind === 'sequence')
    return pattern.parts.reduce((ends, part) => [...new Set(ends.flatMap((end) => fits(part, way, end, along)))], [at]);
  const ends = new Set<number>(pattern.least === 0 ? [at] : []);
  let now = [at];
  for (let times = 1; times <= (pattern.most ?? Math.max(pattern.least, 1) + way.length); times++) {
    now = [...new Set(now.flatMap((end) => fits(pattern.part, way, end, along)))];
    if (times >= pattern.least) for (const end of now) ends.add(end);
  }
  return [...ends];
}

function fitsStep(
  { of, direction, where }: PatternStep,
  { r, status }: NaiveTie,
  at: number,
  { byId, question, entities }: Along,
): boolean {
  const type = relationshipType(r.type);
  const ways: string[] = r.from === entities[at] ? ['forward', 'either'] : ['backward', 'either'];
  const there = byId.get(entities[at + 1]!)!;
  const passed = at + 2 < entities.length;
  const held = where.held && heldIn(r, where.held, question.filter.undated);
  return (
    (of === 'any' || of === r.type || of === type.family)
    && (!type.directed || ways.includes(direction))
    && (where.to?.includes(there.type) ?? true)
    && (!passed || there.type !== 'place' || question.places || where.to !== undefined)
    && (where.statuses?.includes(status) ?? true)
    && (held === undefined || (where.certainly ? held === 'yes' : held !== 'no'))
    && (where.share === undefined || (r.share !== undefined && shareFits(shareBounds(r.share), where.share.is, where.share.percent)))
  );
}

function routeOf(entities: string[], ways: readonly NaiveTie[][]): NaivePatternRoute {
  const counts = (way: readonly NaiveTie[]) =>
    ['denied', 'reading', 'disputed', 'alleged', 'reported'].map((s) => way.filter((t) => t.status === s).length);
  const idsOf = (way: readonly NaiveTie[]) => way.map((t) => t.r.id);
  const [best] = [...ways].sort((a, b) => compareLists(counts(a), counts(b)) || compareLists(idsOf(a), idsOf(b)));
  const hops = best!.map((tie, i) => {
    const others = [...new Set(ways.map((way) => way[i]!))].filter((t) => t !== tie);
    others.sort((a, b) => weakness(a.status) - weakness(b.status) || (a.r.id < b.r.id ? -1 : 1));
    return { status: tie.status, ids: [tie, ...others].map((t) => t.r.id) };
  });
  return { entities, hops };
}

function compareLists<T extends string | number>(a: readonly T[], b: readonly T[]): number {
  const at = a.findIndex((x, i) => x !== b[i]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

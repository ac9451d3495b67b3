import { compileFilter, type CompiledFilter, type GraphIndex } from '../../graph';
import {
  affirms, atOnce, compareText, eachNumber, originsOf, relationshipTypeIds, STATUSES_BY_DEFAULT,
  type Filter, type GroupAnswer, type GroupWithout, type Steps,
} from '../../model';

interface GroupOptions {
  readonly filter: Filter;
  /** How many members, types and sources are told of at most. */
  readonly limit: number;
}

/**
 * "What holds these together, and who ties them to the rest?" Pieces are counted by union and find (Tarjan 1975) without the ties of each
 * type, and without those that fall with each source; of sources only those are tried that may still be told, since without n ties a
 * group falls into n more pieces at most. Cost O(ties at members + ties inside · types and sources tried), and compiling the filter.
 */
export function explainGroup(index: GraphIndex, members: readonly number[], options: GroupOptions): GroupAnswer {
  return atOnce(explainGroupSteps(index, members, options));
}

/** The same in steps. */
export function* explainGroupSteps(index: GraphIndex, members: readonly number[], { filter, limit }: GroupOptions): Steps<GroupAnswer> {
  yield 0;
  const compiled = compileFilter(index, filter);
  yield 0.2;
  const group = yield* groupOf(index, compiled, members);
  const whole = piecesWithout(group, new Set());
  const byType = new Map<number, number[]>();
  yield* eachNumber(group.ties.length, (i) => add(byType, index.parts.relationshipTypeCodes[group.ties[i]!]!, i));
  const types: GroupAnswer['types'] = [];
  for (const [code, lost] of byType) {
    types.push({ type: relationshipTypeIds[code]!, ...piecesWithout(group, new Set(lost)) });
    yield;
  }
  const bySource = yield* lostBySource(index, group, filter);
  return {
    entities: group.members.length, within: group.ties.length, pieces: whole.pieces, largest: whole.largest, outside: group.outside,
    gates: group.gates.slice(0, limit), gateCount: group.gates.length,
    types: types.sort((a, b) => compareWithout(a, b) || compareText(a.type, b.type)).slice(0, limit),
    sources: yield* worstSources(group, bySource, whole.pieces, limit),
  };
}

/** A group with the admitted ties between its members, as pairs of places among these. */
interface Group {
  readonly members: readonly number[];
  readonly ties: readonly number[];
  readonly ends: Uint32Array;
  readonly outside: GroupAnswer['outside'];
  readonly gates: GroupAnswer['gates'];
}

function* groupOf(index: GraphIndex, filter: CompiledFilter, named: readonly number[]): Steps<Group> {
  const members = [...new Set(named)].filter((entity) => filter.admitsEntity(entity));
  const placeOf = new Map(members.map((entity, place) => [entity, place]));
  const { starts, stops, neighbours, ties: slots } = index.adjacency;
  const ties: number[] = [];
  const ends: number[] = [];
  const gates: GroupAnswer['gates'] = [];
  const others = new Set<number>();
  let relationships = 0;
  yield* eachNumber(members.length, (place) => {
    const entity = members[place]!;
    const beyond = new Set<number>();
    let crossing = 0;
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      const tie = slots[slot]! >>> 1;
      if (!filter.admits(tie)) continue;
      const other = neighbours[slot]!;
      const otherPlace = placeOf.get(other);
      if (otherPlace === undefined) {
        if (index.entityTypeAt(other) === 'place' || !filter.admitsEntity(other)) continue;
        beyond.add(other);
        crossing++;
      } else if ((slots[slot]! & 1) === 1 && otherPlace !== place) {
        // The odd slot is the one at its `from`, so that each is counted once.
        ties.push(tie);
        ends.push(place, otherPlace);
      }
    }
    for (const other of beyond) others.add(other);
    relationships += crossing;
    if (crossing > 0) gates.push({ entity: index.entityIdAt(entity), entities: beyond.size, relationships: crossing });
  });
  gates.sort((a, b) => b.entities - a.entities || b.relationships - a.relationships || compareText(a.entity, b.entity));
  return { members, ties, ends: Uint32Array.from(ends), outside: { entities: others.size, relationships }, gates };
}

/** Into how many pieces a group falls without some of its ties, by their places. */
function piecesWithout({ members, ties, ends }: Group, lost: ReadonlySet<number>): GroupWithout {
  const above = Uint32Array.from(members, (_, i) => i);
  const size = new Uint32Array(members.length).fill(1);
  const top = (at: number): number => {
    let one = at;
    while (above[one] !== one) one = above[one] = above[above[one]!]!;
    return one;
  };
  let pieces = members.length;
  for (let i = 0; i < ties.length; i++) {
    if (lost.has(i)) continue;
    const [a, b] = [top(ends[2 * i]!), top(ends[2 * i + 1]!)];
    if (a === b) continue;
    const [large, small] = size[a]! >= size[b]! ? [a, b] : [b, a];
    above[small] = large;
    size[large]! += size[small]!;
    pieces--;
  }
  return { relationships: lost.size, pieces, largest: size.reduce((most, n) => Math.max(most, n), 0) };
}

function add<K>(groups: Map<K, number[]>, key: K, value: number): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** The sources that fall with an origin, itself first, and the ties of the group that the filter leaves out without them. */
interface Loss {
  readonly aside: string[];
  readonly lost: number[];
}

function* lostBySource(index: GraphIndex, { ties }: Group, filter: Filter): Steps<Map<string, Loss>> {
  const { claims } = index.parts;
  const admitted = new Set(filter.statuses ?? STATUSES_BY_DEFAULT);
  const before = new Set(filter.withoutSources);
  const affirming = filter.sources && new Set(filter.sources);
  const originOf = new Map<string, string | undefined>();
  const losses = new Map<string, Loss>();
  const ownOrigin = (source: string): string | undefined => {
    if (!originOf.has(source)) {
      const origins = originsOf(source, (id) => claims.source(id));
      const only = origins.length === 1 ? origins[0]! : undefined;
      originOf.set(source, only);
      if (only !== undefined) {
        const loss = losses.get(only) ?? { aside: [only], lost: [] };
        losses.set(only, loss);
        if (source !== only) loss.aside.push(source);
      }
    }
    return originOf.get(source);
  };
  const patterns = Array.from(ties, (tie) => claims.patternAt(tie));
  const fallsByPattern = new Map<number, string[]>();
  const fallsWith = (pattern: number): string[] => {
    const said = claims.claimsOf(pattern);
    const origins = new Set(said.flatMap(({ source }) => (before.has(source) ? [] : ownOrigin(source) ?? [])));
    return [...origins].filter((origin) => {
      const left = said.filter(({ source }) => !before.has(source) && ownOrigin(source) !== origin);
      if (left.length === 0) return true;
      return !admitted.has(claims.statusOf(left)) || (affirming !== undefined && !left.some((c) => affirming.has(c.source) && affirms(c)));
    });
  };
  yield* eachNumber(ties.length, (i) => {
    const pattern = patterns[i]!;
    const falls = fallsByPattern.get(pattern) ?? fallsWith(pattern);
    fallsByPattern.set(pattern, falls);
    for (const origin of falls) losses.get(origin)!.lost.push(i);
  });
  return losses;
}

function* worstSources(group: Group, losses: ReadonlyMap<string, Loss>, pieces: number, limit: number): Steps<GroupAnswer['sources']> {
  const mostFirst = [...losses]
    .filter(([, { lost }]) => lost.length > 0)
    .sort(([a, x], [b, y]) => y.lost.length - x.lost.length || compareText(a, b));
  let worst: GroupAnswer['sources'] = [];
  for (const [source, { aside, lost }] of mostFirst) {
    const least = worst.length < limit ? undefined : worst.at(-1)!;
    // Without n ties it falls into n more pieces at most; those that come later have fewer.
    if (least && pieces + lost.length < least.pieces) break;
    const told = { source, copies: aside.filter((id) => id !== source).sort(compareText), ...piecesWithout(group, new Set(lost)) };
    worst = [...worst, told].sort((a, b) => compareWithout(a, b) || compareText(a.source, b.source)).slice(0, limit);
    yield;
  }
  return worst;
}

function compareWithout(a: GroupWithout, b: GroupWithout): number {
  return b.pieces - a.pieces || a.largest - b.largest || b.relationships - a.relationships;
}

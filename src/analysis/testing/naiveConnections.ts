import { statusOf, weakness, type ConnectQuestion, type DatasetPart } from '../../model';
import { naiveVerdict } from './naiveRoutes';

/** What a smallest set of go-betweens comes to: how many hops, and how many of them are denied, readings, disputed, alleged, reported. */
export interface NaiveConnection {
  between: string[];
  hops: number;
  counts: number[];
}

/** For tests: every set of go-betweens that ties the parties, by looking at all of them; the cheapest tree of each set, best first. */
export function naiveConnections(part: DatasetPart, question: ConnectQuestion): NaiveConnection[] {
  const admitted = part.relationships.filter((r) => !('out' in naiveVerdict(part, question.filter, r)));
  const weaknessOf = (id: string, other: string) => {
    const ties = admitted.filter((r) => (r.from === id && r.to === other) || (r.from === other && r.to === id));
    const counted = ties.map((r) => r.claims.filter((c) => !question.filter.withoutSources?.includes(c.source)));
    const weak = counted.map((claims) => weakness(statusOf(claims, (s) => part.sources.find((x) => x.id === s))));
    return weak.length === 0 ? undefined : Math.min(...weak);
  };
  const degree = (id: string) => admitted.filter((r) => r.from === id || r.to === id).length;
  const stones = part.entities.filter((e) => !question.parties.includes(e.id) && !question.avoid.includes(e.id)
    && (e.type !== 'place' || question.places)
    && (question.filter.entityTypes === undefined || question.filter.entityTypes.includes(e.type))
    && (question.hub === undefined || degree(e.id) <= question.hub)).map((e) => e.id);
  const found: NaiveConnection[] = [];
  for (let set = 0; set < 2 ** stones.length; set++) {
    const between = stones.filter((_, i) => (set & (1 << i)) !== 0);
    const counts = cheapestTree([...question.parties, ...between], weaknessOf);
    const hops = question.parties.length + between.length - 1;
    if (counts) found.push({ between: between.sort((a, b) => (a < b ? -1 : 1)), hops, counts });
  }
  return found.sort(compare);
}

/** Below 0 where the first is the better. */
export function compare(a: Pick<NaiveConnection, 'hops' | 'counts'>, b: Pick<NaiveConnection, 'hops' | 'counts'>): number {
  const at = a.counts.findIndex((count, i) => count !== b.counts[i]);
  return a.hops - b.hops || (at === -1 ? 0 : a.counts[at]! - b.counts[at]!);
}

/** Kruskal, weakest last: how many hops are of each weakness, 5 (denied) to 1 (reported). Undefined where they hang together in no way. */
function cheapestTree(nodes: readonly string[], weaknessOf: (a: string, b: string) => number | undefined): number[] | undefined {
  const group = new Map(nodes.map((id) => [id, id]));
  const edges = nodes.flatMap((a, i) => nodes.slice(i + 1).flatMap((b) => {
    const weak = weaknessOf(a, b);
    return weak === undefined ? [] : [{ a, b, weak }];
  }));
  const counts = [0, 0, 0, 0, 0, 0];
  for (const { a, b, weak } of edges.sort((x, y) => x.weak - y.weak)) {
    const [from, to] = [group.get(a)!, group.get(b)!];
    if (from === to) continue;
    counts[weak]!++;
    for (const [id, of] of group) if (of === from) group.set(id, to);
  }
  return new Set(group.values()).size > 1 ? undefined : counts.slice(1).reverse();
}

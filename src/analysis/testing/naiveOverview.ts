import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  compareText, groupedBy, heldIn, relationshipType,
  type DatasetPart, type Entity, type EntityType, type Family, type Filter, type Relationship, type Status,
} from '../../model';
import { naiveVerdict } from './naiveRoutes';

/** For tests: a dataset in groups, counted on its records in the plainest way; communities are graphology's. */
export interface NaiveOverview {
  entities: number;
  relationships: number;
  places: number;
  groups: { ids: string[]; within: number; types: Map<EntityType, number> }[];
  ties: { groups: [number, number]; relationships: number; families: Map<Family, number>; statuses: Map<Status, number> }[];
  rest: { groups: number; entities: number; alone: number; relationships: number };
  modularity: number;
}

export function naiveOverview(part: DatasetPart, filter: Filter, by: 'communities' | 'type-country', most: number): NaiveOverview {
  const admitted = part.entities.filter(
    (e) => (filter.entityTypes?.includes(e.type) ?? true) && !(filter.period && heldIn(e, filter.period) === 'no'),
  );
  const grouped = admitted.filter((e) => e.type !== 'place').sort((a, b) => compareText(a.id, b.id));
  const ids = new Set(grouped.map((e) => e.id));
  const ties = part.relationships.flatMap((r) => {
    const verdict = naiveVerdict(part, filter, r);
    return 'out' in verdict || !ids.has(r.from) || !ids.has(r.to) ? [] : [{ r, status: verdict.status }];
  });
  const graph = simpleGraph(grouped, ties.map(({ r }) => r));
  const communities = louvain(graph, { rng: seeded(1) });
  const keyOf = (e: Entity) => (by === 'communities' ? String(communities[e.id]) : `${e.type} ${e.jurisdiction ?? ''}`);
  const all = [...groupedBy(grouped, keyOf).values()].filter((g) => g.length > 1 || graph.degree(g[0]!.id) > 0);
  const listed = all.sort((a, b) => b.length - a.length || compareText(a[0]!.id, b[0]!.id)).slice(0, most);
  const groupOf = (id: string) => listed.findIndex((g) => g.some((e) => e.id === id));
  const between = (a: number, b: number) =>
    ties.filter(({ r }) => [groupOf(r.from), groupOf(r.to)].sort((x, y) => x - y).join() === [a, b].join());
  const unlisted = grouped.filter((e) => groupOf(e.id) === -1);
  return {
    entities: grouped.length, relationships: ties.length, places: admitted.length - grouped.length,
    groups: listed.map((g, i) => ({
      ids: g.map((e) => e.id), within: between(i, i).length, types: counted(g.map((e) => e.type)),
    })),
    ties: listed.flatMap((_, a) =>
      listed.flatMap((_, b) => {
        const those = a < b ? between(a, b) : [];
        return those.length === 0 ? [] : [{
          groups: [a, b] as [number, number], relationships: those.length,
          families: counted(those.map(({ r }) => relationshipType(r.type).family)), statuses: counted(those.map((t) => t.status)),
        }];
      }),
    ),
    rest: {
      groups: all.length - listed.length, entities: unlisted.length, alone: unlisted.filter((e) => graph.degree(e.id) === 0).length,
      relationships: ties.filter(({ r }) => groupOf(r.from) === -1 || groupOf(r.to) === -1).length,
    },
    modularity: modularityByDefinition(graph, (id) => communities[id]!),
  };
}

/** The sum over all ordered pairs in one community of what their tie is beyond chance. */
function modularityByDefinition(graph: UndirectedGraph, communityOf: (id: string) => number): number {
  const ends = 2 * graph.size;
  if (ends === 0) return 0;
  let sum = 0;
  for (const a of graph.nodes())
    for (const b of graph.nodes())
      if (communityOf(a) === communityOf(b))
        sum += Number(a !== b && graph.hasEdge(a, b)) - (graph.degree(a) * graph.degree(b)) / ends;
  return sum / ends;
}

function simpleGraph(entities: readonly Entity[], relationships: readonly Relationship[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const { id } of entities) graph.addNode(id);
  const pairs = relationships.filter((r) => r.from !== r.to).map((r) => [r.from, r.to].sort(compareText) as [string, string]);
  for (const [a, b] of pairs.sort((x, y) => compareText(x[0], y[0]) || compareText(x[1], y[1]))) graph.mergeEdge(a, b);
  return graph;
}

function counted<K>(keys: readonly K[]): Map<K, number> {
  return new Map([...groupedBy(keys, (key) => key)].map(([key, those]) => [key, those.length]));
}

function seeded(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

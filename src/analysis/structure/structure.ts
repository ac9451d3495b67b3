import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Filter } from '../../model';
import { compileFilter, type GraphIndex } from '../../graph';

/** Betweenness takes O(entities × ties); above so many entities it is not reckoned. */
export const MOST_ENTITIES_FOR_BETWEENNESS = 3000;

/** Where an entity stands in the whole network. What each figure can and cannot tell: `structureNotes`. */
export interface EntityStructure {
  entity: string;
  /** How many other entities it is tied to. */
  degree: number;
  /** Numbers from 0; the largest component and community is 0, ties by the least id in it. */
  component: number;
  community: number;
  /** 0–1: the part of all shortest routes between two others that pass it. Absent in datasets above MOST_ENTITIES_FOR_BETWEENNESS. */
  betweenness?: number;
}

/** What a figure says to an investigator, and what it does not; shown beside it. */
export const structureNotes = {
  degree: 'How many others the sources tie it to. It grows with how much was written about it: a much-reported name is not thereby a powerful one.',
  component: 'Entities that some chain of relationships ties together. Two components may be one in life: the tie may be missing from the sources.',
  community: 'Groups with more ties inside than across, found by chance search from a fixed seed. A hint where to look, never a finding: other groupings fit nearly as well.',
  betweenness: 'How often it lies on the shortest routes of all pairs. It tells who could pass things on, not who does; one missing relationship can move it far.',
} as const;

/**
 * Degree, components, communities and betweenness of every entity with the relationships that a filter admits, in order of
 * id. Directions, parallel relationships and shares do not count. Communities by Louvain (Blondel et al. 2008), seeded;
 * betweenness by Brandes 2001; both graphology's. Cost O(entities × ties) with betweenness, else about O(ties).
 */
export function structureOf(index: GraphIndex, filter: Filter): EntityStructure[] {
  const graph = admittedGraph(index, filter);
  const degrees = new Map(graph.mapNodes((id) => [id, graph.degree(id)] as const));
  const components = numbered(connectedComponents(graph));
  const communities = numbered(groupsOf(louvain(graph, { rng: seededRandom(1) })));
  const between = graph.order <= MOST_ENTITIES_FOR_BETWEENNESS && graph.size > 0 ? betweennessCentrality(graph) : undefined;
  return graph.nodes().map((entity) => ({
    entity,
    degree: degrees.get(entity)!,
    component: components.get(entity)!,
    community: communities.get(entity)!,
    ...(between ? { betweenness: between[entity]! } : {}),
  }));
}

/** The admitted entities and ties as a simple graph without direction, nodes and edges in order of id, so that the order of a file changes nothing. */
function admittedGraph(index: GraphIndex, filter: Filter): UndirectedGraph {
  const { admits, admitsEntity } = compileFilter(index, filter);
  const graph = new UndirectedGraph();
  const ends = index.ends();
  const ids = Array.from({ length: index.entityCount }, (_, i) => i).filter(admitsEntity).map((i) => index.entityIdAt(i));
  for (const id of ids.sort(compare)) graph.addNode(id);
  const ties = Array.from({ length: index.relationshipCount }, (_, r) => r)
    .filter((r) => admits(r) && ends[r * 2] !== ends[r * 2 + 1])
    .map((r) => [index.entityIdAt(ends[r * 2]!), index.entityIdAt(ends[r * 2 + 1]!)].sort(compare) as [string, string]);
  for (const [a, b] of ties.sort((x, y) => compare(x[0], y[0]) || compare(x[1], y[1]))) graph.mergeEdge(a, b);
  return graph;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function groupsOf(groupOf: Record<string, number>): string[][] {
  const groups = new Map<number, string[]>();
  for (const [id, group] of Object.entries(groupOf)) groups.set(group, [...(groups.get(group) ?? []), id]);
  return [...groups.values()];
}

/** Each member's group number: the largest group is 0, ties by the least id. */
function numbered(groups: readonly string[][]): Map<string, number> {
  const sorted = groups.map((members) => [...members].sort(compare)).sort((a, b) => b.length - a.length || compare(a[0]!, b[0]!));
  return new Map(sorted.flatMap((members, number) => members.map((id) => [id, number] as const)));
}

function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

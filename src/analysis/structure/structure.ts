import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { atOnce, each, groupedBy, type Filter, type Steps } from '../../model';
import type { GraphIndex } from '../../graph';
import { betweennessSteps } from './betweenness';
import { communitySteps } from './communities';
import { componentSteps, simpleGraphSteps } from './simpleGraph';

/** Betweenness takes O(entities × ties); above so many entities it is not reckoned. */
const MOST_ENTITIES_FOR_BETWEENNESS = 3000;

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
  degree:
    'How many others the sources tie it to. '
    + 'It grows with how much was written about it: a much-reported name is not thereby a powerful one.',
  component:
    'Entities that some chain of relationships ties together. Two components may be one in life: the tie may be missing from the sources.',
  community:
    'Groups with more ties inside than across, found by chance search from a fixed seed. '
    + 'A hint where to look, never a finding: other groupings fit nearly as well.',
  betweenness:
    'How often it lies on the shortest routes of all pairs. '
    + 'It tells who could pass things on, not who does; one missing relationship can move it far.',
} as const;

/**
 * Degree, components, communities and betweenness of every entity with the relationships that a filter admits, in order of
 * id. Directions, parallel relationships and shares do not count. Communities by Louvain (Blondel et al. 2008), seeded;
 * betweenness by Brandes 2001. Cost O(entities × ties) with betweenness, else about O(ties).
 */
export function structureOf(index: GraphIndex, filter: Filter): EntityStructure[] {
  return atOnce(structureSteps(index, filter));
}

/** The same in steps. */
export function* structureSteps(index: GraphIndex, filter: Filter): Steps<EntityStructure[]> {
  const graph = yield* simpleGraphSteps(index, filter);
  const components = numbered(yield* componentSteps(graph));
  yield;
  const communities = numbered(yield* communitySteps(graph, seededRandom(1)));
  const between =
    graph.ids.length <= MOST_ENTITIES_FOR_BETWEENNESS && graph.neighbours.length > 0 ? yield* betweennessSteps(graph) : undefined;
  return yield* each(graph.ids, (entity, node) => ({
    entity,
    degree: graph.starts[node + 1]! - graph.starts[node]!,
    component: components[node]!,
    community: communities[node]!,
    ...(between ? { betweenness: between[node]! } : {}),
  }));
}

/** Each node's group number: the largest group is 0, ties by the first node. */
function numbered(groupOf: Uint32Array): number[] {
  const groups = [...groupedBy(groupOf.keys(), (node) => groupOf[node]!).values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const numbers: number[] = new Array<number>(groupOf.length);
  for (const [number, members] of groups.entries()) for (const node of members) numbers[node] = number;
  return numbers;
}

function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { atOnce, each, groupedBy, type Filter, type Steps } from '../../model';
import type { GraphIndex } from '../../graph';
import { betweennessSteps } from './betweenness';
import { communitySteps } from './communities';
import { componentSteps, simpleGraphSteps, type SimpleGraph } from './simpleGraph';

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

/** Where the entities of a network stand, as columns by node in order of ids: some tens of bytes each. */
export class Structure {
  /** The node of each entity; -1 where it is not admitted. */
  readonly #nodeOf: Int32Array;

  constructor(
    private readonly index: GraphIndex,
    private readonly graph: SimpleGraph,
    private readonly components: Uint32Array,
    private readonly communities: Uint32Array,
    private readonly betweenness: ArrayLike<number> | undefined,
  ) {
    this.#nodeOf = new Int32Array(index.entityCount).fill(-1);
    for (let node = 0; node < graph.entities.length; node++) this.#nodeOf[graph.entities[node]!] = node;
  }

  get length(): number {
    return this.graph.entities.length;
  }

  /** Of all admitted entities, in order of ids. */
  *allRows(): Steps<EntityStructure[]> {
    return yield* each(this.graph.entities, (_, node) => this.#rowAt(node));
  }

  /** Of these entities, as integers of the index, in order of ids; those that are not admitted are left out. */
  rowsOf(entities: Iterable<number>): EntityStructure[] {
    const nodes = [...new Set(entities)].map((entity) => this.#nodeOf[entity]!).filter((node) => node !== -1);
    return nodes.sort((a, b) => a - b).map((node) => this.#rowAt(node));
  }

  #rowAt(node: number): EntityStructure {
    const { starts, entities } = this.graph;
    return {
      entity: this.index.entityIdAt(entities[node]!),
      degree: starts[node + 1]! - starts[node]!,
      component: this.components[node]!,
      community: this.communities[node]!,
      ...(this.betweenness ? { betweenness: this.betweenness[node]! } : {}),
    };
  }
}

/** The rows of `structureSteps`, at once. */
export function structureOf(index: GraphIndex, filter: Filter): EntityStructure[] {
  return atOnce(atOnce(structureSteps(index, filter)).allRows());
}

/**
 * Degree, components, communities and betweenness of every entity with the relationships that a filter admits.
 * Directions, parallel relationships and shares do not count. Communities by Louvain (Blondel et al. 2008), seeded;
 * betweenness by Brandes 2001. Cost O(entities × ties) with betweenness, else about O(ties).
 */
export function* structureSteps(index: GraphIndex, filter: Filter): Steps<Structure> {
  const graph = yield* simpleGraphSteps(index, filter);
  const components = numbered(yield* componentSteps(graph));
  yield;
  const communities = numbered(yield* communitySteps(graph, seededRandom(1)));
  const between =
    graph.entities.length <= MOST_ENTITIES_FOR_BETWEENNESS && graph.neighbours.length > 0 ? yield* betweennessSteps(graph) : undefined;
  return new Structure(index, graph, components, communities, between);
}

/** Each node's group number: the largest group is 0, ties by the first node. */
function numbered(groupOf: Uint32Array): Uint32Array {
  const groups = [...groupedBy(groupOf.keys(), (node) => groupOf[node]!).values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const numbers = new Uint32Array(groupOf.length);
  for (const [number, members] of groups.entries()) for (const node of members) numbers[node] = number;
  return numbers;
}

export function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

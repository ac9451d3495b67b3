import type { Steps } from '../../model';
import { Partition } from './partition';
import type { SimpleGraph } from './simpleGraph';

/** Two gains that differ by less are alike. */
const EPSILON = 1e-10;

/**
 * A community for each node, by Louvain (Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large
 * networks", Journal of Statistical Mechanics, 2008), nodes taken from a queue. The same as graphology-communities-louvain
 * gives with the same figures of chance, but in steps. `random`: figures in [0, 1). Cost about O(ties).
 */
export function* communitySteps(graph: SimpleGraph, random: () => number): Steps<Uint32Array> {
  if (graph.neighbours.length === 0) return graph.entities.map((_, node) => node);
  const partition = yield* Partition.steps(graph);
  const tied = new TiedCommunities(partition.size);
  let looked = 0;
  for (let moved = true; moved; ) {
    moved = false;
    const queue = new NodeQueue(partition.size, Math.floor(random() * partition.size));
    for (let node = queue.next(); node !== undefined; node = queue.next()) {
      if (looked++ % 500 === 0) yield;
      const degree = tied.look(partition, node);
      const before = partition.communityOf(node);
      const community = settle(partition, tied, node, degree);
      if (community === before) continue;
      moved = true;
      const { starts, neighbours, belongings } = partition;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) if (belongings[neighbours[i]!] !== community) queue.add(neighbours[i]!);
    }
    if (moved) yield* partition.foldSteps();
  }
  return partition.communities;
}

/**
 * Puts a node where modularity gains most, and gives that community. Of two that are alike the later one wins, but not over the node's own.
 */
function settle(partition: Partition, tied: TiedCommunities, node: number, degree: number): number {
  const own = partition.communityOf(node);
  let best = own;
  let bestGain = partition.gain(node, degree, own, tied.weightOf(own));
  const { met } = tied;
  for (let i = 0; i < tied.count; i++) {
    const community = met[i]!;
    if (community === own) continue;
    const gain = partition.gain(node, degree, community, tied.weightOf(community));
    const better = Math.abs(gain - bestGain) < EPSILON ? best !== own && community > best : gain > bestGain;
    if (better) [best, bestGain] = [community, gain];
  }
  if (bestGain < 0) return partition.isolate(node, degree);
  if (best !== own) partition.move(node, degree, best);
  return best;
}

/** The communities of a node's neighbours, in the order in which they are met, with the weight of its ties to each. */
class TiedCommunities {
  private readonly weights: Float64Array;
  /** The first `count` of these. */
  readonly met: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.weights = new Float64Array(size);
    this.met = new Uint32Array(size);
  }

  /** Looks at a node; gives the weight of all its ties. */
  look(partition: Partition, node: number): number {
    for (let i = 0; i < this.count; i++) this.weights[this.met[i]!] = 0;
    this.count = 0;
    let degree = 0;
    const { starts, neighbours, weights, belongings } = partition;
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      const community = belongings[neighbours[i]!]!;
      if (this.weights[community] === 0) this.met[this.count++] = community;
      this.weights[community]! += weights[i]!;
      degree += weights[i]!;
    }
    return degree;
  }

  weightOf(community: number): number {
    return this.weights[community]!;
  }
}

/** Nodes that wait to be looked at, each at most once; at first all of them, from one on and round. */
class NodeQueue {
  private readonly nodes: Uint32Array;
  private readonly waits: Uint8Array;
  private first = 0;
  private length = 0;

  constructor(size: number, start: number) {
    this.nodes = new Uint32Array(size);
    this.waits = new Uint8Array(size);
    for (let i = 0; i < size; i++) this.add((start + i) % size);
  }

  add(node: number): void {
    if (this.waits[node] === 1) return;
    this.waits[node] = 1;
    this.nodes[(this.first + this.length++) % this.nodes.length] = node;
  }

  next(): number | undefined {
    if (this.length === 0) return undefined;
    const node = this.nodes[this.first]!;
    this.first = (this.first + 1) % this.nodes.length;
    this.length--;
    this.waits[node] = 0;
    return node;
  }
}

import type { Steps } from '../../model';
import type { SimpleGraph } from './simpleGraph';

/** Nodes in communities, and what modularity gains by a move. Folded, each community becomes one node, its inner ties a loop. */
export class Partition {
  /** The community of each node of the graph that it began with. */
  readonly communities: Uint32Array;
  /** Of all ties. */
  private readonly weight: number;
  private nodes: number;
  private starts: Uint32Array;
  private neighbours: Uint32Array;
  private weights: Float64Array;
  /** By node: twice the weight of the ties within it. */
  private loops: Float64Array;
  private belongings: Uint32Array;
  /** By community: its members, and the weight of all their ties. */
  private counts: Uint32Array;
  private totals: Float64Array;
  private unused: number[] = [];

  /** Every node alone. */
  constructor({ entities, starts, neighbours }: SimpleGraph) {
    const nodes = entities.length;
    this.nodes = nodes;
    this.weight = neighbours.length / 2;
    this.starts = starts;
    this.neighbours = Uint32Array.from(neighbours);
    // Neighbours are met from the last to the first, as in graphology: which of two equal communities is taken hangs on it.
    for (let node = 0; node < nodes; node++) this.neighbours.subarray(starts[node]!, starts[node + 1]!).reverse();
    this.weights = new Float64Array(neighbours.length).fill(1);
    this.loops = new Float64Array(nodes);
    this.belongings = Uint32Array.from({ length: nodes }, (_, node) => node);
    this.communities = this.belongings.slice();
    this.counts = new Uint32Array(nodes).fill(1);
    this.totals = Float64Array.from({ length: nodes }, (_, node) => starts[node + 1]! - starts[node]!);
  }

  get size(): number {
    return this.nodes;
  }

  communityOf(node: number): number {
    return this.belongings[node]!;
  }

  eachNeighbour(node: number, look: (neighbour: number, weight: number) => void): void {
    for (let i = this.starts[node]!; i < this.starts[node + 1]!; i++) look(this.neighbours[i]!, this.weights[i]!);
  }

  /** What modularity gains, up to a factor, where a node that has left its community joins one to which it is tied with a weight. */
  gain(node: number, degree: number, community: number, tied: number): number {
    const whole = degree + this.loops[node]!;
    const total = this.totals[community]! - (community === this.belongings[node] ? whole : 0);
    return tied - (whole * total) / (2 * this.weight);
  }

  move(node: number, degree: number, community: number): void {
    const before = this.belongings[node]!;
    const whole = degree + this.loops[node]!;
    this.totals[before]! -= whole;
    this.totals[community]! += whole;
    this.belongings[node] = community;
    if (--this.counts[before]! === 0) this.unused.push(before);
    this.counts[community]!++;
  }

  /** Puts a node into a community of its own, and gives that. */
  isolate(node: number, degree: number): number {
    const before = this.belongings[node]!;
    if (this.counts[before] === 1) return before;
    const alone = this.unused.pop()!;
    this.move(node, degree, alone);
    return alone;
  }

  /** Makes one node of each community, numbered in the order of their first members. */
  *foldSteps(): Steps<void> {
    const labels = this.relabel();
    const ties: Map<number, number>[] = Array.from({ length: labels.length }, () => new Map());
    const loops = new Float64Array(labels.length);
    for (let node = 0; node < this.nodes; node++) {
      const community = this.belongings[node]!;
      loops[community]! += this.loops[node]!;
      this.eachNeighbour(node, (neighbour, weight) => {
        const other = this.belongings[neighbour]!;
        if (other === community) loops[community]! += weight;
        else ties[community]!.set(other, (ties[community]!.get(other) ?? 0) + weight);
      });
      if (node % 500 === 0) yield;
    }
    this.totals = Float64Array.from(labels, (label) => this.totals[label]!);
    this.loops = loops;
    this.nodes = labels.length;
    this.belongings = Uint32Array.from(labels, (_, node) => node);
    this.counts = new Uint32Array(labels.length).fill(1);
    this.unused = [];
    yield* this.tieSteps(ties);
  }

  /** Numbers the communities of the nodes and gives the labels that they had. */
  private relabel(): number[] {
    const labels: number[] = [];
    const numbers = new Map<number, number>();
    for (let node = 0; node < this.nodes; node++) {
      const label = this.belongings[node]!;
      if (!numbers.has(label)) numbers.set(label, labels.push(label) - 1);
      this.belongings[node] = numbers.get(label)!;
    }
    for (let node = 0; node < this.communities.length; node++) this.communities[node] = this.belongings[this.communities[node]!]!;
    return labels;
  }

  private *tieSteps(ties: readonly Map<number, number>[]): Steps<void> {
    const size = ties.reduce((sum, of) => sum + of.size, 0);
    this.starts = new Uint32Array(ties.length + 1);
    this.neighbours = new Uint32Array(size);
    this.weights = new Float64Array(size);
    let at = 0;
    for (const [node, of] of ties.entries()) {
      for (const [neighbour, weight] of [...of].sort(([a], [b]) => a - b)) {
        this.neighbours[at] = neighbour;
        this.weights[at++] = weight;
      }
      this.starts[node + 1] = at;
      if (node % 500 === 0) yield;
    }
  }
}

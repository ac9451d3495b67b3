import { eachNumber, type Steps } from '../../model';
import type { SimpleGraph } from './simpleGraph';

/** Nodes in communities, and what modularity gains by a move. Folded, each community becomes one node, its inner ties a loop. */
export class Partition {
  /** The community of each node of the graph that it began with. */
  readonly communities: Uint32Array;
  /** Of all ties. */
  private readonly weight: number;
  private nodes: number;
  /** The ties of node n stand from `starts[n]` up to `starts[n + 1]`. */
  starts: Uint32Array;
  neighbours: Uint32Array;
  weights: Float64Array;
  /** By node: twice the weight of the ties within it. */
  private loops: Float64Array;
  /** By node: its community. */
  belongings: Uint32Array;
  /** By community: its members, and the weight of all their ties. */
  private counts: Uint32Array;
  private totals: Float64Array;
  private unused: number[] = [];

  private constructor({ entities, starts, neighbours }: SimpleGraph) {
    const nodes = entities.length;
    this.nodes = nodes;
    this.weight = neighbours.length / 2;
    this.starts = starts;
    this.neighbours = neighbours.slice();
    this.weights = new Float64Array(neighbours.length).fill(1);
    this.loops = new Float64Array(nodes);
    this.belongings = entities.map((_, node) => node);
    this.communities = this.belongings.slice();
    this.counts = new Uint32Array(nodes).fill(1);
    this.totals = new Float64Array(nodes);
  }

  /**
   * Every node alone. Neighbours are met from the last to the first, as in graphology: which of two equal communities is taken hangs on it.
   */
  static *steps(graph: SimpleGraph): Steps<Partition> {
    const partition = new Partition(graph);
    const { starts, neighbours, totals } = partition;
    yield* eachNumber(graph.entities.length, (node) => {
      totals[node] = starts[node + 1]! - starts[node]!;
      for (let i = starts[node]!, j = starts[node + 1]! - 1; i < j; i++, j--) {
        const first = neighbours[i]!;
        neighbours[i] = neighbours[j]!;
        neighbours[j] = first;
      }
    });
    return partition;
  }

  get size(): number {
    return this.nodes;
  }

  communityOf(node: number): number {
    return this.belongings[node]!;
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
    const labels = yield* this.relabelSteps();
    const members = membersOf(this.belongings.subarray(0, this.nodes), labels.length);
    const loops = new Float64Array(labels.length);
    const tied = new Float64Array(labels.length);
    const starts = new Uint32Array(labels.length + 1);
    const others = new Uint32Array(this.neighbours.length);
    const weights = new Float64Array(this.neighbours.length);
    let [at, looked] = [0, 0];
    for (let community = 0; community < labels.length; community++) {
      for (let m = members.starts[community]!; m < members.starts[community + 1]!; m++) {
        const node = members.nodes[m]!;
        loops[community]! += this.loops[node]!;
        for (let i = this.starts[node]!; i < this.starts[node + 1]!; i++) {
          const other = this.belongings[this.neighbours[i]!]!;
          if (other === community) loops[community]! += this.weights[i]!;
          else if ((tied[other]! += this.weights[i]!) === this.weights[i]!) others[at++] = other;
        }
        if (looked++ % 500 === 0) yield;
      }
      others.subarray(starts[community]!, at).sort();
      for (let i = starts[community]!; i < at; i++) {
        weights[i] = tied[others[i]!]!;
        tied[others[i]!] = 0;
      }
      starts[community + 1] = at;
    }
    this.totals = Float64Array.from(labels, (label) => this.totals[label]!);
    this.loops = loops;
    this.nodes = labels.length;
    this.belongings = labels.map((_, node) => node);
    this.counts = new Uint32Array(labels.length).fill(1);
    this.unused = [];
    this.starts = starts;
    this.neighbours = others.slice(0, at);
    this.weights = weights.slice(0, at);
  }

  /** Numbers the communities of the nodes and gives the labels that they had. */
  private *relabelSteps(): Steps<Uint32Array> {
    const labels = new Uint32Array(this.nodes);
    const numbers = new Int32Array(this.counts.length).fill(-1);
    let known = 0;
    yield* eachNumber(this.nodes, (node) => {
      const label = this.belongings[node]!;
      if (numbers[label] === -1) labels[(numbers[label] = known++)] = label;
      this.belongings[node] = numbers[label]!;
    });
    yield* eachNumber(this.communities.length, (node) => {
      this.communities[node] = this.belongings[this.communities[node]!]!;
    });
    return labels.slice(0, known);
  }
}

/** The nodes of each community, ascending, one community after another; each from `starts[c]` up to `starts[c + 1]`. */
function membersOf(communities: Uint32Array, count: number): { starts: Uint32Array; nodes: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const community of communities) starts[community + 1]!++;
  for (let c = 0; c < count; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice(0, -1);
  const nodes = new Uint32Array(communities.length);
  for (let node = 0; node < communities.length; node++) nodes[next[communities[node]!]!++] = node;
  return { starts, nodes };
}

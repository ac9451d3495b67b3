import type { GraphIndex } from '../../graph';
import { eachNumber, type Steps } from '../../model';
import type { SimpleGraph } from '../structure';

/** So many relationships can be drawn between the members of a group, with their words; whoever brings more is passed over. */
const MOST_TIES = 120;

/**
 * The best connected members of each group, as nodes: the one that is tied to most others, then of those tied to somebody
 * chosen the one that is tied to most others, and so on, so that what is chosen hangs together; where nobody is left, the best of the rest.
 * `rankOf`: the group of each node, below `groups`, or -1. Ties: the lesser node. Cost O(ties of those chosen × `most` + nodes).
 */
export function* bestMembersSteps(
  index: GraphIndex, graph: SimpleGraph, rankOf: Int32Array, groups: number, most: number,
): Steps<number[][]> {
  const best = Array.from({ length: groups }, () => new BestNodes(graph, 2 * most));
  yield* eachNumber(rankOf.length, (node) => {
    if (rankOf[node]! >= 0) best[rankOf[node]!]!.offer(node);
  });
  const members: number[][] = [];
  for (const [rank, seeds] of best.entries()) {
    members.push(yield* hangingTogether(index, graph, seeds, (node) => rankOf[node] === rank, most));
  }
  return members;
}

function* hangingTogether(
  index: GraphIndex, graph: SimpleGraph, seeds: BestNodes, isMember: (node: number) => boolean, most: number,
): Steps<number[]> {
  const chosen: number[] = [];
  const drawn = new Set<number>();
  const beside = new BestNodes(graph, 2 * most);
  const seen = new Set<number>();
  let ties = 0;
  while (chosen.length < most) {
    const node = beside.take() ?? seeds.take();
    if (node === undefined) return chosen;
    if (drawn.has(node)) continue;
    seen.add(node);
    const brought = tiesAmong(index, graph.entities[node]!, drawn, graph);
    if (ties + brought > MOST_TIES) continue;
    ties += brought;
    chosen.push(node);
    drawn.add(node);
    for (let i = graph.starts[node]!; i < graph.starts[node + 1]!; i++) {
      const other = graph.neighbours[i]!;
      if (!isMember(other) || seen.has(other)) continue;
      seen.add(other);
      beside.offer(other);
    }
    yield;
  }
  return chosen;
}

/** How many relationships an entity has with those that are drawn, those of every status. */
function tiesAmong(index: GraphIndex, entity: number, drawn: ReadonlySet<number>, { entities }: SimpleGraph): number {
  if (drawn.size === 0) return 0;
  const others = new Set([...drawn].map((node) => entities[node]!));
  const { starts, stops, neighbours } = index.adjacency;
  let count = 0;
  for (let slot = starts[entity]!; slot < stops[entity]!; slot++) if (others.has(neighbours[slot]!)) count++;
  return count;
}

/** The nodes that are tied to most others of those offered, so many at most, the best first. */
class BestNodes {
  private readonly nodes: number[] = [];

  constructor(
    private readonly graph: SimpleGraph,
    private readonly most: number,
  ) {}

  offer(node: number): void {
    const { nodes } = this;
    if (nodes.length === this.most && !this.isBefore(node, nodes.at(-1)!)) return;
    let at = nodes.length === this.most ? nodes.length - 1 : nodes.length;
    for (; at > 0 && this.isBefore(node, nodes[at - 1]!); at--) nodes[at] = nodes[at - 1]!;
    nodes[at] = node;
  }

  take(): number | undefined {
    return this.nodes.shift();
  }

  private isBefore(a: number, b: number): boolean {
    const { starts } = this.graph;
    const by = starts[a + 1]! - starts[a]! - (starts[b + 1]! - starts[b]!);
    return by === 0 ? a < b : by > 0;
  }
}

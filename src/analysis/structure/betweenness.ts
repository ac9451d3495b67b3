import type { Steps } from '../../model';
import type { SimpleGraph } from './simpleGraph';

/**
 * For each node the part of all shortest routes between two others that pass it, 0–1 (Brandes, "A faster algorithm for
 * betweenness centrality", Journal of Mathematical Sociology 25, 2001). Cost O(nodes × ties).
 */
export function* betweennessSteps(graph: SimpleGraph): Steps<Float64Array> {
  const n = graph.entities.length;
  const between = new Float64Array(n);
  const search = new ShortestRoutes(graph);
  for (let source = 0; source < n; source++) {
    search.from(source);
    search.addDependencies(between);
    yield source / n;
  }
  return n <= 2 ? between : between.map((sum) => sum / ((n - 1) * (n - 2)));
}

/** All shortest routes from one node. */
class ShortestRoutes {
  /** Nodes in the order in which they are reached. */
  private readonly reached: Uint32Array;
  private count = 0;
  private readonly distance: Int32Array;
  /** How many shortest routes lead to each node. */
  private readonly routes: Float64Array;
  private readonly dependency: Float64Array;

  constructor(private readonly graph: SimpleGraph) {
    const n = graph.entities.length;
    this.reached = new Uint32Array(n);
    this.distance = new Int32Array(n);
    this.routes = new Float64Array(n);
    this.dependency = new Float64Array(n);
  }

  from(source: number): void {
    const { starts, neighbours } = this.graph;
    const { reached, distance, routes } = this;
    distance.fill(-1);
    routes.fill(0);
    distance[source] = 0;
    routes[source] = 1;
    reached[0] = source;
    this.count = 1;
    for (let at = 0; at < this.count; at++) {
      const node = reached[at]!;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const next = neighbours[i]!;
        if (distance[next] === -1) {
          distance[next] = distance[node]! + 1;
          reached[this.count++] = next;
        }
        if (distance[next] === distance[node]! + 1) routes[next]! += routes[node]!;
      }
    }
  }

  /** Adds to each node what the routes from the source to all others depend on it. */
  addDependencies(sums: Float64Array): void {
    const { starts, neighbours } = this.graph;
    const { reached, distance, routes, dependency } = this;
    dependency.fill(0);
    for (let at = this.count - 1; at > 0; at--) {
      const node = reached[at]!;
      const share = (1 + dependency[node]!) / routes[node]!;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const before = neighbours[i]!;
        if (distance[before] === distance[node]! - 1) dependency[before]! += routes[before]! * share;
      }
      sums[node]! += dependency[node]!;
    }
  }
}

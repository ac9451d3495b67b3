import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { LayoutProblem } from './layoutProblem';
import type { Random } from './random';

/**
 * ForceAtlas2 (Jacomy and others, 2014) in graphology's implementation with Barnes and Hut's approximation, from seeded
 * places: for charts too big for distances between all pairs. Writes into `x` and `y`. O(iterations · n log n).
 */
export function forceAtlas(problem: LayoutProblem, x: Float64Array, y: Float64Array, random: Random, iterations: number): void {
  const graph = new UndirectedGraph();
  const spread = 10 * Math.sqrt(problem.ids.length);
  problem.ids.forEach((_, i) => graph.addNode(i, { x: random() * spread, y: random() * spread }));
  problem.first.forEach((a, e) => graph.addEdge(a, problem.second[e]));
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: problem.ids.length > 500 };
  const placed = forceAtlas2(graph, { iterations, settings });
  problem.ids.forEach((_, i) => {
    x[i] = placed[i]!.x!;
    y[i] = placed[i]!.y!;
  });
}

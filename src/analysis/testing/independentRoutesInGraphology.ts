import type { UndirectedGraph } from 'graphology';

/**
 * The largest number of chains between two nodes that share no node but their ends, the direct edge counted as one: Edmonds and Karp (1972)
 * on the split graph, plainly, as one writes it on a graph library without a maximum flow. The peer that ours is measured beside.
 */
export function independentRoutesInGraphology(graph: UndirectedGraph, source: string, sink: string): number {
  const next = new Map<string, string>();
  const previous = new Map<string, string>();
  const starts = new Set<string>();
  const direct = graph.hasEdge(source, sink);
  for (let found = direct ? 1 : 0; ; found++) {
    const chain = augmenting(graph, source, sink, next, previous, starts);
    if (!chain) return found;
    augment(chain, source, sink, next, previous, starts);
  }
}

type Flow = Map<string, string>;

/** A state is a node as it is entered ("i…") or left ("o…"). */
function augmenting(
  graph: UndirectedGraph, source: string, sink: string, next: Flow, previous: Flow, starts: ReadonlySet<string>,
): string[] | undefined {
  const cameFrom = new Map<string, string>([[`o${source}`, '']]);
  for (const [state] of cameFrom) {
    for (const to of residual(graph, state, source, sink, next, previous, starts)) {
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, state);
      if (to === `i${sink}`) return traced(cameFrom, to);
    }
  }
  return undefined;
}

function residual(
  graph: UndirectedGraph, state: string, source: string, sink: string, next: Flow, previous: Flow, starts: ReadonlySet<string>,
): string[] {
  const node = state.slice(1);
  if (state[0] === 'i') {
    const before = previous.get(node);
    return before === undefined ? [`o${node}`] : before === source ? [] : [`o${before}`];
  }
  const onward = graph
    .neighbors(node)
    .filter((n) => n !== source && !(node === source && (n === sink || starts.has(n))) && next.get(node) !== n)
    .map((n) => `i${n}`);
  return node !== source && next.has(node) ? [`i${node}`, ...onward] : onward;
}

function traced(cameFrom: ReadonlyMap<string, string>, end: string): string[] {
  const chain = [end];
  for (let at = cameFrom.get(end)!; at !== ''; at = cameFrom.get(at)!) chain.push(at);
  return chain.reverse();
}

function augment(chain: readonly string[], source: string, sink: string, next: Flow, previous: Flow, starts: Set<string>): void {
  const between = chain.slice(1).map((to, i) => ({ from: chain[i]!, to })).filter(({ from, to }) => from.slice(1) !== to.slice(1));
  for (const { from, to } of between) {
    if (from[0] !== 'i') continue;
    next.delete(to.slice(1));
    previous.delete(from.slice(1));
  }
  for (const { from, to } of between) {
    if (from[0] !== 'o') continue;
    const [a, b] = [from.slice(1), to.slice(1)];
    if (a === source) starts.add(b);
    else next.set(a, b);
    if (b !== sink) previous.set(b, a);
  }
}

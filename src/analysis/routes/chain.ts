/** A chain of distinct nodes (see `SearchRows`), and what it costs up to each of them (`costs[0]` is 0). See `cost.ts`. */
export interface Chain {
  readonly nodes: readonly number[];
  readonly costs: readonly number[];
}

export function costOf(chain: Chain): number {
  return chain.costs[chain.costs.length - 1]!;
}

/** The chain with more of it after its last node; `costs` of the rest count from there. */
export function joined(head: Chain, rest: Chain): Chain {
  const before = costOf(head);
  return { nodes: [...head.nodes, ...rest.nodes.slice(1)], costs: [...head.costs, ...rest.costs.slice(1).map((c) => before + c)] };
}

/** The first nodes of a chain, up to and with the one at `index`. */
export function headOf(chain: Chain, index: number): Chain {
  return { nodes: chain.nodes.slice(0, index + 1), costs: chain.costs.slice(0, index + 1) };
}

/** Below 0 where chain `a` comes before chain `b`: by cost, then id by id. */
export function compareChains(a: Chain, b: Chain, compareIds: (a: number, b: number) => number): number {
  const byCost = costOf(a) - costOf(b);
  if (byCost !== 0) return byCost;
  for (let i = 0; i < a.nodes.length; i++) {
    if (a.nodes[i] !== b.nodes[i]) return compareIds(a.nodes[i]!, b.nodes[i]!);
  }
  return 0;
}

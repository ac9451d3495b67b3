import { compareText, type Steps } from '../../model';
import { BinaryHeap } from '../routes/binaryHeap';
import type { Effort } from './smallestTrees';
import { treeHops } from './treeCost';
import type { Tree } from './treeParts';

/** How many labels of `smallestTrees` are looked at, at most, for the first tree, and for all others; one more search counts as some. */
export const MOST_LABELS = 6_000_000;
const MOST_NEXT = 300_000;
const SEARCH = 500;

/** Trees over nodes, best first. */
export interface OrderedTrees {
  readonly trees: readonly Tree[];
  /** Of those between in the first: whoever another tree of as many hops does without. */
  readonly dispensable: readonly number[];
  /** Whether there are no others. */
  readonly complete: boolean;
}

/** The best tree without some nodes, or none. */
export type Solve = (without: ReadonlySet<number>, effort: Effort) => Steps<Tree | undefined>;

/** A tree without some nodes, waiting for its turn. */
interface Branch {
  readonly tree: Tree;
  readonly key: string;
  readonly without: ReadonlySet<number>;
  /** It was known when it was found. */
  readonly again: boolean;
}

/**
 * At most k trees that tie other nodes, best first: after each, the best without one of those between it (a tree that ties others and is
 * none of these has more than it needs). One tree may be the best without several sets, so that there are many such searches; they end
 * after MOST_NEXT labels.
 */
export function* treesInOrder(solve: Solve, parties: readonly number[], k: number): Steps<OrderedTrees> {
  const compare = (a: Branch, b: Branch) => a.tree.cost - b.tree.cost || Number(a.again) - Number(b.again) || compareText(a.key, b.key);
  const branches = new BinaryHeap<Branch>((a, b) => compare(a, b) < 0);
  const tried = new Set<string>();
  const given = new Map<string, Tree>();
  const dispensable: number[] = [];
  const next = { labels: 0, most: MOST_NEXT };
  const branch = function* (without: ReadonlySet<number>, effort: Effort): Steps<Tree | undefined> {
    const set = keyOf(without);
    if (tried.has(set)) return undefined;
    tried.add(set);
    const tree = yield* solve(without, effort);
    next.labels += SEARCH;
    if (!tree) return undefined;
    const key = keyOf(tree.edges.flat());
    branches.push({ tree, key, without, again: given.has(key) });
    return tree;
  };
  const found = (complete: boolean): OrderedTrees => ({ trees: [...given.values()], dispensable, complete });
  yield* branch(new Set(), { labels: 0, most: MOST_LABELS });
  for (let best = branches.pop(); best; best = branches.pop()) {
    const { tree, key, without } = best;
    if (!given.has(key) && given.size === k) return found(false);
    given.set(key, tree);
    if (next.labels >= next.most) return found(false);
    yield;
    for (const node of betweenOf(tree, parties)) {
      const other = yield* branch(new Set([...without, node]), next);
      if (without.size === 0 && other && treeHops(other.cost) === treeHops(tree.cost)) dispensable.push(node);
    }
  }
  return found(next.labels < next.most);
}

/** The nodes of a tree that are no parties, ascending. */
export function betweenOf({ edges }: Tree, parties: readonly number[]): number[] {
  return [...new Set(edges.flat())].filter((node) => !parties.includes(node)).sort((a, b) => a - b);
}

function keyOf(nodes: Iterable<number>): string {
  return [...new Set(nodes)].sort((a, b) => a - b).join(' ');
}

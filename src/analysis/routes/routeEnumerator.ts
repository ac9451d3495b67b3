import { BinaryHeap } from './binaryHeap';
import { compareChains, costOf, headOf, joined, type Chain } from './chain';
import { hopsOf } from './cost';
import { canGoOn, detour, type Detour } from './detour';
import type { CostToGo } from './costToGo';
import type { SearchMemory } from './searchMemory';
import { Successors } from './successors';

/** All chains that begin with `head` and go on to none of `banned`; the best of them once it is known. */
interface Branch {
  readonly head: Chain;
  readonly banned: readonly number[];
  /** No chain of the branch costs less. */
  bound: number;
  best: Chain | undefined;
}

/**
 * Routes one after another, best first: Yen's deviations (1971) in Lawler's partition (1972), each branch settled only when its
 * bound comes up. The bound is the cost over all nodes (`CostToGo`); where the chain that has it repeats none it is the best of its branch,
 * else `detour` looks for one around the nodes of the head. Branches that have nothing as short as the costs cover wait until they cover
 * more. Of equal costs, unsettled branches go first, then chains by their ids: the order is total, and independent of how the index was
 * filled. Each route costs at most one `detour` a hop, and in practice a walk down the bounds.
 */
export class RouteEnumerator {
  readonly #queue: BinaryHeap<Branch>;
  #waiting: Branch[] = [];
  /** The branch of the route that was taken last; it is split only when another is wanted. */
  #taken: Branch | undefined;
  /**
   * Whether covering more has so far given nothing; then it is first asked whether covering ever more could, since it costs more each time.
   */
  #fruitless = false;
  readonly #successors = new Map<number, Successors>();
  readonly #bestSteps = new Map<number, number>();

  /** `offset`: how many hops of every head lie before the source of the costs at least. */
  constructor(readonly costToGo: CostToGo, readonly detourMemory: () => SearchMemory, readonly offset: number) {
    const compareIds = costToGo.rows.compareIds.bind(costToGo.rows);
    this.#queue = new BinaryHeap<Branch>((a, b) => {
      if (a.bound !== b.bound) return a.bound < b.bound;
      if (a.best && b.best) return compareChains(a.best, b.best, compareIds) < 0;
      return a.best === undefined && b.best !== undefined;
    });
  }

  /** Begins at a chain that ends at the source of the costs. */
  add(head: Chain): void {
    this.#offer({ head, banned: [], bound: 0, best: undefined });
  }

  /** The best route not yet taken, if it has at most `longest` hops; it is not taken. `longest` never falls between calls. */
  peek(longest: number): Chain | undefined {
    if (this.#taken) this.#split(this.#taken);
    this.#taken = undefined;
    for (;;) {
      const branch = this.#queue.peek();
      if (branch === undefined) {
        if (!this.#coverMore(longest)) return undefined;
      } else if (branch.best) return branch.best;
      else this.#settle(this.#queue.pop()!);
    }
  }

  /** Takes the best route. */
  next(longest: number): Chain | undefined {
    const route = this.peek(longest);
    if (route !== undefined) this.#taken = this.#queue.pop();
    return route;
  }

  #coverMore(longest: number): boolean {
    const within = longest - this.offset;
    const { costToGo } = this;
    if (costToGo.limit >= within) return false;
    if (costToGo.limit > 0) {
      if (this.#fruitless && !this.#waiting.some((b) => canGoOn(this.#detourOf(b, longest - hopsOf(costOf(b.head)))))) return false;
      costToGo.extend();
    } else if (costToGo.findShortest(within) === undefined) return false;
    this.#fruitless = true;
    this.#successors.clear();
    this.#bestSteps.clear();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const branch of waiting) this.#offer(branch);
    return true;
  }

  /** Puts a branch where its bound belongs. */
  #offer(branch: Branch): void {
    const first = this.#firstStep(branch);
    if (first === undefined) this.#waiting.push(branch);
    else {
      branch.bound = costOf(branch.head) + first.cost;
      this.#queue.push(branch);
    }
  }

  #settle(branch: Branch): void {
    const rest = this.#straightOn(branch) ?? this.#around(branch);
    if (rest === undefined) this.#waiting.push(branch);
    else {
      this.#fruitless = false;
      branch.best = joined(branch.head, rest);
      branch.bound = costOf(branch.best);
      this.#queue.push(branch);
    }
  }

  /** How many hops a branch may still take. */
  #room({ head }: Branch): number {
    return this.costToGo.limit + this.offset - hopsOf(costOf(head));
  }

  #successorsOf(node: number): Successors {
    let successors = this.#successors.get(node);
    if (!successors) this.#successors.set(node, (successors = new Successors(this.costToGo, node)));
    return successors;
  }

  #bestStep(node: number): number {
    let step = this.#bestSteps.get(node);
    if (step === undefined) this.#bestSteps.set(node, (step = this.costToGo.bestStep(node)));
    return step;
  }

  /** The best first step of a branch: the node, and the least that a chain through it costs from the end of the head on. */
  #firstStep(branch: Branch): { node: number; cost: number } | undefined {
    const { costToGo } = this;
    if (costToGo.limit === 0) return undefined;
    const { nodes } = branch.head;
    if (nodes.length === 1 && branch.banned.length === 0)
      return { node: this.#bestStep(costToGo.source), cost: costToGo.of(costToGo.source) };
    const successors = this.#successorsOf(nodes[nodes.length - 1]!);
    const room = this.#room(branch);
    for (let i = 0; i < successors.length && hopsOf(successors.costAt(i)) <= room; i++) {
      const node = successors.nodeAt(i);
      if (!branch.banned.includes(node) && !nodes.includes(node)) return { node, cost: successors.costAt(i) };
    }
    return undefined;
  }

  /** The chain that has the branch's bound, unless it comes back to a node of the head. */
  #straightOn(branch: Branch): Chain | undefined {
    const first = this.#firstStep(branch)!;
    const nodes = [branch.head.nodes.at(-1)!, first.node];
    const costs = [0, first.cost - this.costToGo.of(first.node)];
    for (let at = first.node; at !== this.costToGo.target; ) {
      const next = this.#bestStep(at);
      if (branch.head.nodes.includes(next)) return undefined;
      nodes.push(next);
      costs.push(first.cost - this.costToGo.of(next));
      at = next;
    }
    return { nodes, costs };
  }

  /** The best chain of a branch whose bound no chain has. */
  #around(branch: Branch): Chain | undefined {
    return detour(this.#detourOf(branch, this.#room(branch)));
  }

  #detourOf({ head, banned }: Branch, longest: number): Detour {
    return { costToGo: this.costToGo, memory: this.detourMemory, head: head.nodes, banned, longest };
  }

  /** What is left of a branch without its best chain, in branches that share nothing. */
  #split(branch: Branch): void {
    const best = branch.best!;
    const deviation = branch.head.nodes.length - 1;
    for (let i = deviation; i < best.nodes.length - 1; i++) {
      const banned = i === deviation ? [...branch.banned, best.nodes[i + 1]!] : [best.nodes[i + 1]!];
      this.#offer({ head: headOf(best, i), banned, bound: 0, best: undefined });
    }
  }
}

import type { Chain } from './chain';
import { hopsOf, stepCost } from './cost';
import { nearDetour } from './nearDetour';
import { CostToGo } from './costToGo';
import type { SearchMemory } from './searchMemory';
import { NODE, STEP_SHIFT } from './rowLayout';
import { STEP } from './stepTable';

/** What a detour must keep off. */
export interface Detour {
  /** The costs among which the route is looked for; a detour that looks far has one of its own, in `memory`, which has the same nodes. */
  readonly costToGo: CostToGo;
  readonly memory: () => SearchMemory;
  /** The nodes passed so far. */
  readonly head: readonly number[];
  /** Where the first step must not go. */
  readonly banned: readonly number[];
  readonly longest: number;
}

/**
 * The best chain from the end of the head to the target that keeps off the head, of at most `longest` hops; costs count from the end of the
 * head. Most lie near the straight way (`nearDetour`). Where that gives up, it is a search of its own from both sides, from all permitted
 * first steps at once with the head barred: the cheapest chain without the head repeats nothing. Cost O(relationships at the nodes
 * reached).
 */
export function detour(asked: Detour): Chain | undefined {
  const near = nearDetour(asked);
  return near === 'far' ? wideDetour(asked) : near;
}

function wideDetour(asked: Detour): Chain | undefined {
  const { costToGo, memory, head, longest } = asked;
  const from = head[head.length - 1]!;
  const firsts = firstSteps(asked, from);
  const direct = firsts.get(costToGo.target);
  if (direct !== undefined) return { nodes: [from, costToGo.target], costs: [0, direct] };
  if (firsts.size === 0) return undefined;
  const around = new CostToGo(memory(), [...firsts.keys()], costToGo.target, [...costToGo.barred, ...head]);
  return around.findShortest(longest - 1) === undefined ? undefined : bestChain(around, from, firsts);
}

/**
 * Whether any chain goes on from the head within `longest` hops, however far from the straight way. It needs no costs that cover so many.
 */
export function canGoOn({ costToGo, memory, head, banned, longest }: Detour): boolean {
  const { words } = costToGo.rows;
  const from = head[head.length - 1]!;
  const kept = new Set([...banned, ...head, ...costToGo.barred]);
  const firsts = new Set<number>();
  for (let slot = costToGo.rows.begin(from); slot < costToGo.rows.end(from); slot++) {
    const step = words[slot]! >>> STEP_SHIFT;
    const node = words[slot]! & NODE;
    if ((step & STEP.leave) === 0 || banned.includes(node)) continue;
    if (node === costToGo.target) return longest >= 1;
    if ((step & STEP.stone) !== 0 && !kept.has(node)) firsts.add(node);
  }
  return (
    firsts.size > 0
    && new CostToGo(memory(), [...firsts], costToGo.target, [...costToGo.barred, ...head]).shortestLength(longest - 1) !== undefined
  );
}

/** What the first step to each permitted node costs, where a chain through it might be short enough. */
function firstSteps({ costToGo, head, banned, longest }: Detour, from: number): Map<number, number> {
  const { words } = costToGo.rows;
  const firsts = new Map<number, number>();
  for (let slot = costToGo.rows.begin(from); slot < costToGo.rows.end(from); slot++) {
    const step = words[slot]! >>> STEP_SHIFT;
    const node = words[slot]! & NODE;
    const toGo = costToGo.of(node);
    const cost = stepCost(step);
    if ((step & STEP.leave) === 0 || toGo === -1 || hopsOf(cost + toGo) > longest || banned.includes(node) || head.includes(node)) continue;
    if (cost < (firsts.get(node) ?? Infinity)) firsts.set(node, cost);
  }
  return firsts;
}

function bestChain(around: CostToGo, from: number, firsts: ReadonlyMap<number, number>): Chain {
  const total = (first: number) => (around.of(first) === -1 ? Infinity : firsts.get(first)! + around.of(first));
  const compare = (a: number, b: number) => total(a) - total(b) || around.rows.compareIds(a, b);
  const first = [...firsts.keys()].reduce((best, one) => (compare(one, best) < 0 ? one : best));
  const nodes = [from, first];
  for (let at = first; at !== around.target; nodes.push(at)) at = around.bestStep(at);
  return { nodes, costs: [0, ...nodes.slice(1).map((node) => total(first) - around.of(node))] };
}

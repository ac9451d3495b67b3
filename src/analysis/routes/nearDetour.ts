import { BinaryHeap } from './binaryHeap';
import type { Chain } from './chain';
import { hopsOf, stepCost } from './cost';
import type { Detour } from './detour';
import { NODE, STEP_SHIFT } from './rowLayout';
import { STEP } from './stepTable';

interface Place {
  readonly node: number;
  /** The cost from the start, and with the least that is still to come. */
  readonly cost: number;
  readonly total: number;
  before: Place | undefined;
  done: boolean;
}

/** How many nodes a near detour may look at. */
const NEAR = 300;

/**
 * A detour that is found near the straight way: A* (Hart, Nilsson and Raphael 1968) with the cost over all nodes as its bound, which is
 * consistent. Of chains of equal cost it keeps the one whose ids come first: equal totals are taken with the lower cost first, so that
 * what leads to a place is settled before the place is. 'far' where it gives up after 300 nodes. Cost O(relationships at them).
 */
export function nearDetour({ costToGo, head, banned, longest }: Detour): Chain | undefined | 'far' {
  const { rows } = costToGo;
  const { words } = rows;
  const places = new Map<number, Place>();
  const queue = new BinaryHeap<Place>((a, b) => a.total < b.total || (a.total === b.total && a.cost < b.cost));
  const start: Place = { node: head[head.length - 1]!, cost: 0, total: 0, before: undefined, done: true };
  const compareIds = (a: number, b: number) => rows.compareIds(a, b);

  const offer = (before: Place, node: number, cost: number) => {
    const toGo = costToGo.of(node);
    if (toGo === -1 || hopsOf(cost + toGo) > longest || head.includes(node)) return;
    const known = places.get(node);
    if (known && (known.cost < cost || known.done)) return;
    if (known?.cost === cost) {
      if (comesBefore(before, known.before!, compareIds)) known.before = before;
      return;
    }
    if (known) known.done = true;
    const place: Place = { node, cost, total: cost + toGo, before, done: false };
    places.set(node, place);
    queue.push(place);
  };
  const leave = (place: Place) => {
    const end = rows.end(place.node);
    for (let slot = rows.begin(place.node); slot < end; slot++) {
      const step = words[slot]! >>> STEP_SHIFT;
      const node = words[slot]! & NODE;
      if ((step & STEP.leave) !== 0 && !(place === start && banned.includes(node))) offer(place, node, place.cost + stepCost(step));
    }
  };

  leave(start);
  let seen = 0;
  for (let place = queue.pop(); place; place = queue.pop()) {
    if (place.node === costToGo.target) return chainTo(place);
    if (place.done) continue;
    if (++seen > NEAR) return 'far';
    place.done = true;
    leave(place);
  }
  return undefined;
}

/** Whether the chain to `a` comes before the one to `b`; both have as many hops. */
function comesBefore(a: Place, b: Place, compareIds: (a: number, b: number) => number): boolean {
  let [x, y] = [a, b];
  if (x === y) return false;
  while (x.before !== y.before) [x, y] = [x.before!, y.before!];
  return compareIds(x.node, y.node) < 0;
}

function chainTo(end: Place): Chain {
  const nodes: number[] = [];
  const costs: number[] = [];
  for (let place: Place | undefined = end; place; place = place.before) {
    nodes.unshift(place.node);
    costs.unshift(place.cost);
  }
  return { nodes, costs };
}

import { BinaryHeap } from './binaryHeap';
import type { Chain } from './chain';
import { HOP, hopsOf, WEAKNESS_COST } from './cost';
import type { Detour } from './detour';
import { STEP } from './stepTable';

interface Place {
  readonly entity: number;
  /** The cost from the start, and with the least that is still to come. */
  readonly cost: number;
  readonly total: number;
  before: Place | undefined;
  done: boolean;
}

/** How many entities a near detour may look at. */
const NEAR = 300;

/**
 * A detour that is found near the straight way: A* (Hart, Nilsson and Raphael 1968) with the cost over all entities as its bound, which is
 * consistent. Of chains of equal cost it keeps the one whose ids come first: equal totals are taken with the lower cost first, so that
 * what leads to a place is settled before the place is. 'far' where it gives up after 300 entities. Cost O(relationships at them).
 */
export function nearDetour({ reach, head, banned, longest }: Detour): Chain | undefined | 'far' {
  const { index, steps } = reach;
  const { starts, neighbours } = index.adjacency;
  const places = new Map<number, Place>();
  const queue = new BinaryHeap<Place>((a, b) => a.total < b.total || (a.total === b.total && a.cost < b.cost));
  const start: Place = { entity: head[head.length - 1]!, cost: 0, total: 0, before: undefined, done: true };
  const compareEntities = (a: number, b: number) => index.compareEntityIds(a, b);

  const offer = (before: Place, entity: number, cost: number) => {
    const toGo = reach.costTo(entity);
    if (toGo === -1 || hopsOf(cost + toGo) > longest || head.includes(entity)) return;
    const known = places.get(entity);
    if (known && (known.cost < cost || known.done)) return;
    if (known?.cost === cost) {
      if (comesBefore(before, known.before!, compareEntities)) known.before = before;
      return;
    }
    if (known) known.done = true;
    const place: Place = { entity, cost, total: cost + toGo, before, done: false };
    places.set(entity, place);
    queue.push(place);
  };
  const leave = (place: Place) => {
    for (let slot = starts[place.entity]!; slot < starts[place.entity + 1]!; slot++) {
      const step = steps[slot]!;
      if ((step & STEP.leave) === 0 || (place === start && banned.includes(neighbours[slot]!))) continue;
      offer(place, neighbours[slot]!, place.cost + HOP + WEAKNESS_COST[step & STEP.weakness]!);
    }
  };

  leave(start);
  let seen = 0;
  for (let place = queue.pop(); place; place = queue.pop()) {
    if (place.entity === reach.target) return chainTo(place);
    if (place.done) continue;
    if (++seen > NEAR) return 'far';
    place.done = true;
    leave(place);
  }
  return undefined;
}

/** Whether the chain to `a` comes before the one to `b`; both have as many hops. */
function comesBefore(a: Place, b: Place, compareEntities: (a: number, b: number) => number): boolean {
  let [x, y] = [a, b];
  if (x === y) return false;
  while (x.before !== y.before) [x, y] = [x.before!, y.before!];
  return compareEntities(x.entity, y.entity) < 0;
}

function chainTo(end: Place): Chain {
  const entities: number[] = [];
  const costs: number[] = [];
  for (let place: Place | undefined = end; place; place = place.before) {
    entities.unshift(place.entity);
    costs.unshift(place.cost);
  }
  return { entities, costs };
}

import { STEP } from './stepTable';
import type { Side, Touch, TwoSearches } from './twoSearches';

/** What stands in `ReachMemory.costs` for a cost that is yet to be settled: more than any. */
export const PENDING = 1 << 30;

/** Ties that lead from entities of one level to entities of the level before, which is nearer to the target; what stands at the same place of the three belongs together. */
export interface LevelTies {
  readonly before: number[];
  readonly after: number[];
  readonly steps: number[];
}

/**
 * The ties of all shortest routes, by the level from the target of the entity that they begin at (from 1 on): of what two searches that touch have
 * taken, the little that lies on a shortest route. All entities of it but the target are left marked as `PENDING`.
 * Cost O(relationships at the entities that the searches have taken) at most.
 */
export function shortestTies(searches: TwoSearches, touches: readonly Touch[]): LevelTies[] {
  const { from, to, hops } = searches;
  const middle = to.queue.levels;
  const ties: LevelTies[] = [];
  ties[middle] = { before: touches.map((t) => t.before), after: touches.map((t) => t.after), steps: touches.map((t) => t.step) };
  let outer = marked(searches, ties[middle].after);
  for (let level = middle - 1; level >= 1; level--) {
    const { far, near, steps } = tiesInwards(searches, to, outer, level);
    ties[level] = { before: far, after: near, steps };
    outer = marked(searches, near);
  }
  outer = marked(searches, ties[middle].before);
  for (let level = middle + 1; level <= hops; level++) {
    const { far, near, steps } = tiesInwards(searches, from, outer, hops + 1 - level);
    ties[level] = { before: near, after: far, steps };
    outer = marked(searches, near);
  }
  return ties;
}

/** Marks entities, and gives each once. */
function marked({ memory: { costs } }: TwoSearches, entities: readonly number[]): number[] {
  const fresh: number[] = [];
  for (const entity of entities) {
    if (costs[entity] !== 0) continue;
    costs[entity] = PENDING;
    fresh.push(entity);
  }
  return fresh;
}

interface FoundTies {
  readonly far: number[];
  readonly near: number[];
  readonly steps: number[];
}

/** How marked entities of a level of one search are tied to those of the level before it, found from whichever of the two have fewer relationships. */
function tiesInwards(searches: TwoSearches, side: Side, outer: readonly number[], level: number): FoundTies {
  let work = 0;
  for (const entity of outer) work += searches.index.degree(entity);
  return work <= side.queue.work(level - 1) ? fromOuter(searches, side, outer, level) : fromInner(searches, side, level);
}

function fromOuter({ steps, memory: { levels }, index: { adjacency: { starts, neighbours } } }: TwoSearches, side: Side, outer: readonly number[], level: number): FoundTies {
  const found: FoundTies = { far: [], near: [], steps: [] };
  const back = side.usable ^ STEP.leave ^ STEP.enter;
  for (const entity of outer) {
    for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
      if ((levels[neighbours[slot]!]! & side.mine) === level * side.unit && (steps[slot]! & back) !== 0) add(found, entity, neighbours[slot]!, steps[slot]!);
    }
  }
  return found;
}

function fromInner({ steps, memory: { levels, costs }, index: { adjacency: { starts, neighbours } } }: TwoSearches, { queue, usable, mine, unit }: Side, level: number): FoundTies {
  const found: FoundTies = { far: [], near: [], steps: [] };
  for (let i = queue.begin(level - 1); i < queue.end(level - 1); i++) {
    const entity = queue.entities[i]!;
    for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
      const far = neighbours[slot]!;
      if ((levels[far]! & mine) === (level + 1) * unit && costs[far] === PENDING && (steps[slot]! & usable) !== 0) add(found, far, entity, steps[slot]!);
    }
  }
  return found;
}

function add(found: FoundTies, far: number, near: number, step: number): void {
  found.far.push(far);
  found.near.push(near);
  found.steps.push(step);
}

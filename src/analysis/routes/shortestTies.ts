import type { LevelQueue } from './levelQueue';
import type { Touch, TwoSearches } from './twoSearches';

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
 * It reads how the searches came to their entities, one after another, and no adjacency. Cost O(entities that the searches have taken, and ties between them).
 */
export function shortestTies(searches: TwoSearches, touches: readonly Touch[]): LevelTies[] {
  const { hops, memory: { costs, from, to } } = searches;
  const middle = to.levels;
  const ties: LevelTies[] = [];
  ties[middle] = { before: touches.map((t) => t.before), after: touches.map((t) => t.after), steps: touches.map((t) => t.step) };
  let outer = marked(costs, ties[middle].after);
  for (let level = middle - 1; level >= 1; level--) {
    const { far, near, steps } = tiesInwards(costs, to, outer, level);
    ties[level] = { before: far, after: near, steps };
    outer = marked(costs, near);
  }
  outer = marked(costs, ties[middle].before);
  for (let level = middle + 1; level <= hops; level++) {
    const { far, near, steps } = tiesInwards(costs, from, outer, hops + 1 - level);
    ties[level] = { before: near, after: far, steps };
    outer = marked(costs, near);
  }
  return ties;
}

/** Marks entities, and gives each once. */
function marked(costs: Int32Array, entities: readonly number[]): number[] {
  const fresh: number[] = [];
  for (const entity of entities) {
    if (costs[entity] !== 0) continue;
    costs[entity] = PENDING;
    fresh.push(entity);
  }
  return fresh;
}

/** A bit for the last bits of an entity's number: few enough bits to stay at hand, so that most entities are known not to be looked for without looking them up. */
const SIEVE = 1 << 15;
const sieve = new Int32Array(SIEVE >> 5);

function isMarked(costs: Int32Array, entity: number): boolean {
  return ((sieve[(entity & (SIEVE - 1)) >> 5]! >>> entity) & 1) === 1 && costs[entity] === PENDING;
}

interface FoundTies {
  readonly far: number[];
  readonly near: number[];
  readonly steps: number[];
}

/** How some marked entities of a level of a search, `outer`, are tied to those of the level before it. */
function tiesInwards(costs: Int32Array, queue: LevelQueue, outer: readonly number[], level: number): FoundTies {
  const found: FoundTies = { far: [], near: [], steps: [] };
  for (const entity of outer) sieve[(entity & (SIEVE - 1)) >> 5]! |= 1 << entity;
  const { entities, befores, steps, again } = queue;
  const end = queue.end(level);
  for (let i = queue.begin(level); i < end; i++) if (isMarked(costs, entities[i]!)) add(found, entities[i]!, befores[i]!, steps[i]!);
  for (let i = queue.againBegin(level); i < queue.againEnd(level); i++) {
    if (isMarked(costs, again.entities[i]!)) add(found, again.entities[i]!, again.befores[i]!, again.steps[i]!);
  }
  for (const entity of outer) sieve[(entity & (SIEVE - 1)) >> 5] = 0;
  return found;
}

function add(found: FoundTies, far: number, near: number, step: number): void {
  found.far.push(far);
  found.near.push(near);
  found.steps.push(step);
}

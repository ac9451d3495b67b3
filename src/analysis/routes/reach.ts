import type { GraphIndex } from '../../graph';
import { HOP, WEAKNESS_COST } from './cost';
import { BARRED, UNKNOWN, type ReachMemory } from './reachMemory';
import { STEP } from './stepTable';

/** What a level of a search adds to those before it. */
interface Level {
  /** Its end in the queue; it begins where the level before it ends. */
  readonly end: number;
  /** How many relationships its entities have, and those of all levels up to it. */
  readonly work: number;
  readonly workSoFar: number;
}

const NO_LEVEL: Level = { end: 0, work: 0, workSoFar: 0 };

/**
 * How far every entity that matters is from the target, for routes to `target` from a source (or from the best of several) of at most `limit` hops.
 *
 * Two level-synchronous breadth-first searches (Pohl 1971) grow from the two ends, always the one whose outermost level has
 * fewer relationships to look at, until their levels `a` and `b` add up to limit − 1. Then the search from the target goes on,
 * but only over entities that the other search has reached in time: any chain of `limit` hops or fewer runs through those alone.
 * Afterwards `costTo` is exact for every entity that can lie on such a chain: hops first, then strength (see `cost.ts`).
 * Cost O(relationships at the entities reached).
 */
export class Reach {
  /** Where routes begin, which none comes back to; -1 where there are several such places. */
  readonly source: number;
  readonly #base: number;
  readonly #memory: ReachMemory;
  readonly #starts: Uint32Array;
  readonly #neighbours: Uint32Array;
  /** The whole levels from the source; and from the target, there with what `cover` adds. */
  readonly #fromLevels: Level[];
  readonly #toLevels: Level[];
  /** The outermost whole level from the target. */
  #b = 0;
  /** Queue ends, with what a level that was not finished has added. */
  #fromTail: number;
  #toTail = 1;
  /** Routes of up to so many hops are covered; 0 before any is. */
  limit = 0;

  constructor(
    readonly index: GraphIndex,
    readonly steps: Uint8Array,
    memory: ReachMemory,
    sources: readonly number[],
    readonly target: number,
    barred: readonly number[],
  ) {
    this.#memory = memory;
    this.#base = memory.nextStamp();
    this.#starts = index.adjacency.starts;
    this.#neighbours = index.adjacency.neighbours;
    for (const entity of barred) memory.states[entity * 2] = this.#base + BARRED * 16 + BARRED;
    for (const [i, source] of sources.entries()) {
      memory.states[source * 2] = this.#base + UNKNOWN * 16;
      memory.queueFrom[i] = source;
    }
    memory.states[target * 2] = this.#base + BARRED;
    memory.states[target * 2 + 1] = 0;
    memory.queueTo[0] = target;
    this.source = sources.length === 1 ? sources[0]! : -1;
    this.#fromTail = sources.length;
    this.#fromLevels = [this.#levelOf(memory.queueFrom, [], 0, sources.length)];
    this.#toLevels = [this.#levelOf(memory.queueTo, [], 0, 1)];
  }

  /** The hops of the shortest route; `limit` is then as many. Undefined where there is none of `longest` hops or fewer. */
  findShortest(longest: number): number | undefined {
    const shortest = this.limit || this.#growUntilMet(longest, false);
    if (shortest !== undefined && this.limit === 0) this.#cover(shortest, this.#b + 2);
    return shortest;
  }

  /** The same, but no more than that: it stops where the searches first meet. Nothing is covered, and the reach is spent. */
  shortestLength(longest: number): number | undefined {
    return this.#growUntilMet(longest, true);
  }

  /** Covers routes of one hop more. */
  extend(): void {
    this.#forgetBeyond(this.#b);
    if (this.#fromLevels.at(-1)!.work <= this.#toLevels[this.#b]!.work) this.#growFrom(false, false);
    else this.#growTo(false, false);
    this.#cover(this.limit + 1, this.#b + 1);
  }

  /** The cost from an entity to the target: exact where the entity lies on a chain of `limit` hops or fewer; -1 where it is not known to. */
  costTo(entity: number): number {
    const levels = this.#memory.states[entity * 2]! - this.#base;
    const level = levels >> 4;
    return levels < 0 || level >= BARRED ? -1 : level * HOP + this.#memory.states[entity * 2 + 1]!;
  }

  /** The entity after this one on the best chain to the target; of equally good ones, the one whose id comes first. The entity must be covered, and not the target. */
  bestStep(entity: number): number {
    const level = (this.#memory.states[entity * 2]! - this.#base) >> 4;
    const nearer = this.#toLevels[level - 1]!;
    return nearer.work < this.index.degree(entity) ? this.#bestFromBeyond(entity, level - 1) : this.#bestFromHere(entity, level - 1);
  }

  #bestFromHere(entity: number, level: number): number {
    const { states } = this.#memory;
    const strength = states[entity * 2 + 1]!;
    let best = -1;
    for (let slot = this.#starts[entity]!; slot < this.#starts[entity + 1]!; slot++) {
      const step = this.steps[slot]!;
      if ((step & STEP.leave) === 0) continue;
      const after = this.#neighbours[slot]!;
      const levels = states[after * 2]! - this.#base;
      if (levels < 0 || levels >> 4 !== level || states[after * 2 + 1]! + WEAKNESS_COST[step & STEP.weakness]! !== strength) continue;
      if (best === -1 || (after !== best && this.index.compareEntityIds(after, best) < 0)) best = after;
    }
    return best;
  }

  /** The same, looking back from all entities one level nearer to the target: they may have fewer relationships together than a hub alone. */
  #bestFromBeyond(entity: number, level: number): number {
    const { states, queueTo } = this.#memory;
    const strength = states[entity * 2 + 1]!;
    let best = -1;
    for (let i = level === 0 ? 0 : this.#toLevels[level - 1]!.end; i < this.#toLevels[level]!.end; i++) {
      const after = queueTo[i]!;
      if (after === this.source || (best !== -1 && this.index.compareEntityIds(after, best) > 0)) continue;
      for (let slot = this.#starts[after]!; slot < this.#starts[after + 1]!; slot++) {
        const step = this.steps[slot]!;
        if (this.#neighbours[slot] !== entity || (step & STEP.enter) === 0) continue;
        if (states[after * 2 + 1]! + WEAKNESS_COST[step & STEP.weakness]! === strength) best = after;
      }
    }
    return best;
  }

  /** Grows the search with less to look at, level by level, until the two meet. */
  #growUntilMet(longest: number, hasty: boolean): number | undefined {
    for (;;) {
      const from = this.#fromLevels.at(-1)!;
      const to = this.#toLevels.at(-1)!;
      const hops = this.#fromLevels.length + this.#toLevels.length - 1;
      if (hops > longest || from.work === 0 || to.work === 0) return undefined;
      if (from.work <= to.work ? this.#growFrom(true, hasty) : this.#growTo(true, hasty)) return hops;
    }
  }

  /**
   * Looks at all relationships of the outermost level from the source. With `watch`, notes which of its entities touch the
   * outermost level from the target; once one does, nothing more is added, and the level stays as it was. True where one did.
   */
  #growFrom(watch: boolean, hasty: boolean): boolean {
    const { states, queueFrom } = this.#memory;
    const starts = this.#starts;
    const neighbours = this.#neighbours;
    const steps = this.steps;
    const base = this.#base;
    const edge = watch ? this.#b : -1;
    const next = this.#fromLevels.length;
    const last = this.#fromLevels[next - 1]!.end;
    let tail = this.#fromTail;
    let met = false;
    for (let i = next === 1 ? 0 : this.#fromLevels[next - 2]!.end; i < last; i++) {
      const entity = queueFrom[i]!;
      const end = starts[entity + 1]!;
      for (let slot = starts[entity]!; slot < end; slot++) {
        const step = steps[slot]!;
        if ((step & STEP.leave) === 0) continue;
        const neighbour = neighbours[slot]!;
        const levels = states[neighbour * 2]! - base;
        if (levels >= 0) {
          if (levels >> 4 === edge) {
            if (hasty) return true;
            met = true;
            this.#relax(entity, neighbour, step, edge + 1);
            continue;
          }
          if ((levels & 15) !== UNKNOWN) continue;
        }
        if (met || (step & STEP.stone) === 0) continue;
        states[neighbour * 2] = base + (levels < 0 ? UNKNOWN * 16 : levels & 0xf0) + next;
        queueFrom[tail++] = neighbour;
      }
    }
    this.#fromTail = tail;
    if (!met) this.#fromLevels.push(this.#levelOf(queueFrom, this.#fromLevels, next, tail));
    return met;
  }

  /** The same from the target. */
  #growTo(watch: boolean, hasty: boolean): boolean {
    const { states, queueTo } = this.#memory;
    const starts = this.#starts;
    const neighbours = this.#neighbours;
    const steps = this.steps;
    const base = this.#base;
    const next = this.#b + 1;
    const last = this.#toLevels[next - 1]!.end;
    let tail = this.#toTail;
    let met = false;
    for (let i = next === 1 ? 0 : this.#toLevels[next - 2]!.end; i < last; i++) {
      const entity = queueTo[i]!;
      if (entity === this.source) continue;
      const strength = states[entity * 2 + 1]!;
      const end = starts[entity + 1]!;
      for (let slot = starts[entity]!; slot < end; slot++) {
        const step = steps[slot]!;
        if ((step & STEP.enter) === 0) continue;
        const neighbour = neighbours[slot]!;
        const levels = states[neighbour * 2]! - base;
        if (levels < 0 || levels >> 4 === UNKNOWN) {
          const from = levels < 0 ? UNKNOWN : levels & 15;
          const reached = from < BARRED;
          if (watch && reached) {
            if (hasty) return true;
            met = true;
          }
          if (!reached && (met || (step & STEP.stone) === 0)) continue;
          states[neighbour * 2] = base + next * 16 + from;
          states[neighbour * 2 + 1] = strength + WEAKNESS_COST[step & STEP.weakness]!;
          queueTo[tail++] = neighbour;
        } else if (levels >> 4 === next) {
          const through = strength + WEAKNESS_COST[step & STEP.weakness]!;
          if (through < states[neighbour * 2 + 1]!) states[neighbour * 2 + 1] = through;
        }
      }
    }
    this.#toTail = tail;
    if (!met) {
      this.#toLevels.push(this.#levelOf(queueTo, this.#toLevels, next, tail));
      this.#b = next;
    }
    return met;
  }

  /**
   * Goes on from the target for chains of `limit` hops, beginning with level `first`, over what the other search has reached in time: each level from
   * the entities of the one before, or from those of the other search that may be on it, whichever have fewer relationships.
   */
  #cover(limit: number, first: number): void {
    const { queueTo } = this.#memory;
    const outermost = this.#fromLevels.length - 1;
    for (let level = first; level <= limit; level++) {
      if (level - 1 > this.#b) this.#toLevels[level - 1] = this.#levelOf(queueTo, this.#toLevels, level - 1, this.#toTail);
      const within = this.#fromLevels[Math.min(limit - level, outermost)]!;
      if (within.workSoFar < this.#toLevels[level - 1]!.work) this.#reachBack(level, within.end);
      else this.#spread(level, limit);
    }
    this.#toLevels[limit] = this.#levelOf(queueTo, this.#toLevels, limit, this.#toTail);
    this.limit = limit;
  }

  /** Gives a level to those of the first entities of the search from the source that touch the level before. */
  #reachBack(level: number, end: number): void {
    const { states, queueFrom } = this.#memory;
    const base = this.#base;
    for (let i = 0; i < end; i++) {
      const entity = queueFrom[i]!;
      if ((states[entity * 2]! - base) >> 4 < level) continue;
      for (let slot = this.#starts[entity]!; slot < this.#starts[entity + 1]!; slot++) {
        if ((this.steps[slot]! & STEP.leave) === 0) continue;
        const after = this.#neighbours[slot]!;
        const levels = states[after * 2]! - base;
        if (levels >= 0 && levels >> 4 === level - 1 && after !== this.source) this.#relax(entity, after, this.steps[slot]!, level);
      }
    }
  }

  /** Gives a level to the entities that the level before touches, where the search from the source has reached them in time. */
  #spread(level: number, limit: number): void {
    const { states, queueTo } = this.#memory;
    const last = this.#toLevels[level - 1]!.end;
    for (let i = level === 1 ? 0 : this.#toLevels[level - 2]!.end; i < last; i++) {
      const entity = queueTo[i]!;
      if (entity === this.source) continue;
      for (let slot = this.#starts[entity]!; slot < this.#starts[entity + 1]!; slot++) {
        if ((this.steps[slot]! & STEP.enter) === 0) continue;
        const before = this.#neighbours[slot]!;
        const levels = states[before * 2]! - this.#base;
        if (levels >= 0 && (levels & 15) <= limit - level && levels >> 4 >= level) this.#relax(before, entity, this.steps[slot]!, level);
      }
    }
  }

  /** Lowers the cost of an entity, which the search from the source has reached, to what it is through the one after it. */
  #relax(entity: number, after: number, step: number, level: number): void {
    const { states, queueTo } = this.#memory;
    const through = states[after * 2 + 1]! + WEAKNESS_COST[step & STEP.weakness]!;
    const levels = states[entity * 2]! - this.#base;
    if (levels >> 4 !== level) {
      states[entity * 2] = this.#base + level * 16 + (levels & 15);
      queueTo[this.#toTail++] = entity;
    } else if (through >= states[entity * 2 + 1]!) return;
    states[entity * 2 + 1] = through;
  }

  #levelOf(queue: Uint32Array, levels: readonly Level[], number: number, end: number): Level {
    const starts = this.#starts;
    const before = number === 0 ? NO_LEVEL : levels[number - 1]!;
    let work = 0;
    for (let i = before.end; i < end; i++) work += starts[queue[i]! + 1]! - starts[queue[i]!]!;
    return { end, work, workSoFar: before.workSoFar + work };
  }

  /** Takes back what lies outside a level from the target. */
  #forgetBeyond(level: number): void {
    const { states, queueTo } = this.#memory;
    const { end } = this.#toLevels[level]!;
    for (let i = end; i < this.#toTail; i++) states[queueTo[i]! * 2]! |= UNKNOWN * 16;
    this.#toTail = end;
    this.#toLevels.length = level + 1;
  }
}

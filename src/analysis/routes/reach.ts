import type { GraphIndex } from '../../graph';
import { HOP, WEAKNESS_COST } from './cost';
import { STEP } from './stepTable';

/** A level that no search reaches, for entities that no route may pass. */
const BARRED = 15;
const LEVELS = 16;

/**
 * What a search keeps by entity: levels from either end and the strength left to go. Levels carry the number of the search (its
 * stamp), so that nothing is allocated or cleared between searches. 14 bytes an entity, and queues as long as what was reached.
 */
export class ReachMemory {
  readonly levelFrom: Uint32Array;
  readonly levelTo: Uint32Array;
  readonly strengthTo: Uint16Array;
  readonly queueFrom: Uint32Array;
  readonly queueTo: Uint32Array;
  #stamp = 0;

  constructor(entityCount: number) {
    this.levelFrom = new Uint32Array(entityCount);
    this.levelTo = new Uint32Array(entityCount);
    this.strengthTo = new Uint16Array(entityCount);
    this.queueFrom = new Uint32Array(entityCount);
    this.queueTo = new Uint32Array(entityCount);
  }

  /** A stamp above every level that was written before. */
  nextStamp(): number {
    this.#stamp += LEVELS;
    if (this.#stamp > 0xffffffff - LEVELS) {
      this.levelFrom.fill(0);
      this.levelTo.fill(0);
      this.#stamp = LEVELS;
    }
    return this.#stamp;
  }
}

/**
 * How far every entity that matters is from the target, for routes from `source` to `target` of at most `limit` hops.
 *
 * Two level-synchronous breadth-first searches (Pohl 1971) grow from the two ends, always the one whose outermost level has
 * fewer relationships to look at, until their levels `a` and `b` add up to limit − 1. Then the search from the target goes on,
 * but only over entities that the other search has reached in time: any chain of `limit` hops or fewer runs through those alone.
 * Afterwards `costTo` is exact for every entity that can lie on such a chain: hops first, then strength (see `cost.ts`).
 * Cost O(relationships at the entities reached).
 */
export class Reach {
  readonly #base: number;
  readonly #memory: ReachMemory;
  readonly #starts: Uint32Array;
  readonly #neighbours: Uint32Array;
  /** The outermost whole level from either end: its number, its place in the queue, how many relationships it has. */
  #a = 0;
  #b = 0;
  #aStart = 0;
  #aEnd = 1;
  #bStart = 0;
  #bEnd = 1;
  #aWork: number;
  #bWork: number;
  /** Queue ends, with what a level that was not finished has added. */
  #aTail = 1;
  #bTail = 1;
  /** Routes of up to so many hops are covered; 0 before any is. */
  limit = 0;

  constructor(
    readonly index: GraphIndex,
    readonly steps: Uint8Array,
    memory: ReachMemory,
    readonly source: number,
    readonly target: number,
    barred: Iterable<number>,
  ) {
    this.#memory = memory;
    this.#base = memory.nextStamp();
    this.#starts = index.adjacency.starts;
    this.#neighbours = index.adjacency.neighbours;
    for (const entity of barred) if (entity !== source && entity !== target) memory.levelFrom[entity] = memory.levelTo[entity] = this.#base + BARRED;
    memory.levelFrom[source] = this.#base;
    memory.levelFrom[target] = this.#base + BARRED;
    memory.levelTo[target] = this.#base;
    memory.strengthTo[target] = 0;
    memory.queueFrom[0] = source;
    memory.queueTo[0] = target;
    this.#aWork = index.degree(source);
    this.#bWork = index.degree(target);
  }

  /** The hops of the shortest route; `limit` is then as many. Undefined where there is none of `longest` hops or fewer. */
  findShortest(longest: number): number | undefined {
    while (this.limit === 0) {
      if (this.#a + this.#b >= longest || this.#aStart === this.#aEnd || this.#bStart === this.#bEnd) return undefined;
      const met = this.#aWork <= this.#bWork ? this.#growFrom(true) : this.#growTo(true, false);
      if (met) this.#cover(this.#a + this.#b + 1);
    }
    return this.limit;
  }

  /** Covers routes of one hop more. */
  extend(): void {
    this.#forgetUnfinished();
    if (this.#aWork <= this.#bWork) this.#growFrom(false);
    else this.#growTo(false, false);
    this.#connect();
    this.#cover(this.limit + 1);
  }

  /** The cost from an entity to the target: exact where the entity lies on a chain of `limit` hops or fewer; -1 where it is not known to. */
  costTo(entity: number): number {
    const level = this.#memory.levelTo[entity]! - this.#base;
    return level < 0 || level === BARRED ? -1 : level * HOP + this.#memory.strengthTo[entity]!;
  }

  /**
   * Looks at all relationships of the outermost level from the source. With `watch`, notes which of its entities touch the
   * outermost level from the target; once one does, nothing more is added, and the level stays as it was. True where one did.
   */
  #growFrom(watch: boolean): boolean {
    const { levelFrom, levelTo, queueFrom } = this.#memory;
    const starts = this.#starts;
    const neighbours = this.#neighbours;
    const steps = this.steps;
    const base = this.#base;
    const edge = base + this.#b;
    const next = base + this.#a + 1;
    let tail = this.#aTail;
    let met = false;
    for (let i = this.#aStart; i < this.#aEnd; i++) {
      const entity = queueFrom[i]!;
      const end = starts[entity + 1]!;
      for (let slot = starts[entity]!; slot < end; slot++) {
        const step = steps[slot]!;
        if ((step & STEP.leave) === 0) continue;
        const neighbour = neighbours[slot]!;
        if (watch && levelTo[neighbour] === edge) {
          met = true;
          this.#relax(entity, neighbour, step, edge + 1);
        } else if (!met && levelFrom[neighbour]! < base && (step & STEP.stone) !== 0) {
          levelFrom[neighbour] = next;
          queueFrom[tail++] = neighbour;
        }
      }
    }
    this.#aTail = tail;
    if (!met) this.#advanceFrom();
    return met;
  }

  /** The same from the target. With `onlyMet`, nothing is added but what the search from the source has reached. */
  #growTo(watch: boolean, onlyMet: boolean): boolean {
    const { levelFrom, levelTo, strengthTo, queueTo } = this.#memory;
    const starts = this.#starts;
    const neighbours = this.#neighbours;
    const steps = this.steps;
    const base = this.#base;
    const barred = base + BARRED;
    const next = base + this.#b + 1;
    let tail = this.#bTail;
    let met = onlyMet;
    for (let i = this.#bStart; i < this.#bEnd; i++) {
      const entity = queueTo[i]!;
      if (entity === this.source) continue;
      const strength = strengthTo[entity]!;
      const end = starts[entity + 1]!;
      for (let slot = starts[entity]!; slot < end; slot++) {
        const step = steps[slot]!;
        if ((step & STEP.enter) === 0) continue;
        const neighbour = neighbours[slot]!;
        const level = levelTo[neighbour]!;
        if (level < base) {
          const reached = levelFrom[neighbour]! >= base && levelFrom[neighbour]! !== barred;
          if (watch && reached) met = true;
          if (!reached && (met || (step & STEP.stone) === 0)) continue;
          levelTo[neighbour] = next;
          strengthTo[neighbour] = strength + WEAKNESS_COST[step & STEP.weakness]!;
          queueTo[tail++] = neighbour;
        } else if (level === next) {
          const through = strength + WEAKNESS_COST[step & STEP.weakness]!;
          if (through < strengthTo[neighbour]!) strengthTo[neighbour] = through;
        }
      }
    }
    this.#bTail = tail;
    if (!met) this.#advanceTo();
    return met;
  }

  /** Finds the entities one step outside the outermost level from the target that the other search has reached, from the side with less to look at. */
  #connect(): void {
    let work = 0;
    for (let i = 0; i < this.#aEnd && work <= this.#bWork; i++) work += this.index.degree(this.#memory.queueFrom[i]!);
    if (work > this.#bWork) this.#growTo(false, true);
    else this.#touchFrom();
  }

  #touchFrom(): void {
    const { levelTo, queueFrom } = this.#memory;
    const edge = this.#base + this.#b;
    for (let i = 0; i < this.#aEnd; i++) {
      const entity = queueFrom[i]!;
      if (levelTo[entity]! >= this.#base && levelTo[entity] !== edge + 1) continue;
      for (let slot = this.#starts[entity]!; slot < this.#starts[entity + 1]!; slot++) {
        const neighbour = this.#neighbours[slot]!;
        if ((this.steps[slot]! & STEP.leave) !== 0 && levelTo[neighbour] === edge) this.#relax(entity, neighbour, this.steps[slot]!, edge + 1);
      }
    }
  }

  /** Goes on from the target over what the other search has reached in time for chains of `limit` hops. */
  #cover(limit: number): void {
    const { levelFrom, queueTo } = this.#memory;
    const base = this.#base;
    let first = this.#bEnd;
    for (let level = this.#b + 2; level <= limit; level++) {
      const last = this.#bTail;
      for (let i = first; i < last; i++) {
        const entity = queueTo[i]!;
        const level0 = levelFrom[entity]!;
        if (entity === this.source || level0 < base || level0 - base + level - 1 > limit) continue;
        this.#spread(entity, base + level, base + limit - level);
      }
      first = last;
    }
    this.limit = limit;
  }

  /** Gives the entities before this one their cost, where the other search has reached them by level `latest`. */
  #spread(entity: number, next: number, latest: number): void {
    const { levelFrom, levelTo } = this.#memory;
    for (let slot = this.#starts[entity]!; slot < this.#starts[entity + 1]!; slot++) {
      const before = this.#neighbours[slot]!;
      if ((this.steps[slot]! & STEP.enter) === 0 || levelFrom[before]! < this.#base || levelFrom[before]! > latest) continue;
      if (levelTo[before]! < this.#base || levelTo[before] === next) this.#relax(before, entity, this.steps[slot]!, next);
    }
  }

  /** Lowers the cost of an entity to what it is through the one after it. */
  #relax(entity: number, after: number, step: number, level: number): void {
    const { levelTo, strengthTo, queueTo } = this.#memory;
    const through = strengthTo[after]! + WEAKNESS_COST[step & STEP.weakness]!;
    if (levelTo[entity] !== level) {
      levelTo[entity] = level;
      queueTo[this.#bTail++] = entity;
    } else if (through >= strengthTo[entity]!) return;
    strengthTo[entity] = through;
  }

  #advanceFrom(): void {
    this.#a++;
    this.#aStart = this.#aEnd;
    this.#aEnd = this.#aTail;
    this.#aWork = this.#workOf(this.#memory.queueFrom, this.#aStart, this.#aEnd);
  }

  #advanceTo(): void {
    this.#b++;
    this.#bStart = this.#bEnd;
    this.#bEnd = this.#bTail;
    this.#bWork = this.#workOf(this.#memory.queueTo, this.#bStart, this.#bEnd);
  }

  #workOf(queue: Uint32Array, start: number, end: number): number {
    let work = 0;
    for (let i = start; i < end; i++) work += this.#starts[queue[i]! + 1]! - this.#starts[queue[i]!]!;
    return work;
  }

  /** Takes back what lies outside the outermost whole level from the target. */
  #forgetUnfinished(): void {
    for (let i = this.#bEnd; i < this.#bTail; i++) this.#memory.levelTo[this.#memory.queueTo[i]!] = 0;
    this.#bTail = this.#bEnd;
  }
}

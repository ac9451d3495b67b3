import type { GraphIndex } from '../../graph';
import type { LevelQueue } from './levelQueue';
import { BARRED, type ReachMemory } from './reachMemory';
import { STEP } from './stepTable';

/** One of the two searches. */
export interface Side {
  readonly queue: LevelQueue;
  /** The bit of a step that the search may go by. */
  readonly usable: number;
  /** Where the other search began, which is reached though it be no stepping stone, and not passed; -1 where it began at several places. */
  readonly goal: number;
  /** A level + 1 is multiplied by `unit` to stand in the search's half of a byte of `levels`; `mine` and `others` are all ones in the halves. */
  readonly unit: 1 | 16;
  readonly mine: number;
  readonly others: number;
}

/** A relationship by which the two searches touch: the entity before it was reached from the source, the one after it from the target. */
export interface Touch {
  readonly before: number;
  readonly after: number;
  readonly step: number;
}

/**
 * Two level-synchronous breadth-first searches (Pohl 1971), from the source (or from several) and against the direction from the target. It is always
 * the one grown whose outermost level has fewer relationships to look at. They give levels and no more. Cost O(relationships at the entities reached).
 */
export class TwoSearches {
  readonly from: Side;
  readonly to: Side;
  readonly #starts: Uint32Array;
  readonly #neighbours: Uint32Array;

  constructor(readonly index: GraphIndex, readonly steps: Uint8Array, readonly memory: ReachMemory, sources: readonly number[], target: number, barred: readonly number[]) {
    this.#starts = index.adjacency.starts;
    this.#neighbours = index.adjacency.neighbours;
    this.from = { queue: memory.from, usable: STEP.leave, goal: target, unit: 1, mine: 0x0f, others: 0xf0 };
    this.to = { queue: memory.to, usable: STEP.enter, goal: sources.length === 1 ? sources[0]! : -1, unit: 16, mine: 0xf0, others: 0x0f };
    memory.begin(barred);
    for (const source of sources) {
      memory.levels[source] = 1;
      memory.from.push(source);
    }
    memory.levels[target] = 16 + BARRED;
    memory.to.push(target);
    memory.from.finishLevel(this.#starts);
    memory.to.finishLevel(this.#starts);
  }

  /** The hops of a route that goes by a tie between their outermost levels. */
  get hops(): number {
    return this.memory.from.levels + this.memory.to.levels - 1;
  }

  /**
   * Grows the searches until they touch. Gives all relationships by which they do: every shortest route goes by one of them, and has `hops` hops. Undefined where no route has `longest` hops or fewer.
   */
  growUntilTouch(longest: number): Touch[] | undefined {
    while (this.hops <= longest) {
      const side = this.#cheaper();
      if (side.queue.work(side.queue.outermost) === 0) return undefined;
      const touches = this.#mayTouch() ? this.#touches(side) : [];
      if (touches.length > 0) return touches;
      if (this.#grow(side, true)) return this.#touches(side);
    }
    return undefined;
  }

  /** Adds a level to one of them, whatever they touch. */
  growOn(): void {
    this.#grow(this.#cheaper(), false);
  }

  #cheaper(): Side {
    const { from, to } = this.memory;
    return from.work(from.outermost) <= to.work(to.outermost) ? this.from : this.to;
  }

  /** Whether it is time to look whether they touch before growing: where ends of relationships are tied at random, so many pairs of them would be. */
  #mayTouch(): boolean {
    const { from, to } = this.memory;
    return from.work(from.outermost) * to.work(to.outermost) >= this.#neighbours.length;
  }

  /**
   * Looks at all relationships of a side's outermost level; true, and the level is left unfinished, where it `watch`es and comes upon an entity of the other search.
   * Most of what it comes upon is new, and most of the time goes into waiting for one byte of each.
   */
  #grow({ queue, usable, goal, unit, mine, others }: Side, watch: boolean): boolean {
    const { levels } = this.memory;
    const { steps } = this;
    const starts = this.#starts;
    const neighbours = this.#neighbours;
    const { entities, befores, steps: bySteps } = queue;
    const mark = (queue.levels + 1) * unit;
    const end = queue.end(queue.outermost);
    let tail = queue.length;
    let touched = false;
    for (let i = queue.begin(queue.outermost); i < end && !touched; i++) {
      const entity = entities[i]!;
      if (entity === goal) continue;
      const last = starts[entity + 1]!;
      for (let slot = starts[entity]!; slot < last; slot++) {
        const step = steps[slot]!;
        if ((step & usable) === 0) continue;
        const neighbour = neighbours[slot]!;
        if ((step & STEP.stone) === 0 && neighbour !== goal) continue;
        const known = levels[neighbour]!;
        if (known !== 0) {
          if (watch && (known & others) !== 0 && (known & others) !== others) {
            touched = true;
            break;
          }
          if ((known & mine) !== 0) {
            if (watch && (known & mine) === mark) queue.pushAgain(neighbour, entity, step);
            continue;
          }
        }
        levels[neighbour] = known | mark;
        entities[tail] = neighbour;
        befores[tail] = entity;
        bySteps[tail++] = step;
      }
    }
    queue.length = tail;
    if (!touched) queue.finishLevel(starts);
    return touched;
  }

  /** All relationships of a side's outermost level that lead to an entity of the other search. It writes nothing, so that it takes a third of the time that growing does. */
  #touches(side: Side): Touch[] {
    const { levels } = this.memory;
    const { steps } = this;
    const starts = this.#starts;
    const neighbours = this.#neighbours;
    const { queue, usable, others } = side;
    const end = queue.end(queue.outermost);
    const touches: Touch[] = [];
    for (let i = queue.begin(queue.outermost); i < end; i++) {
      const entity = queue.entities[i]!;
      const last = starts[entity + 1]!;
      for (let slot = starts[entity]!; slot < last; slot++) {
        const known = levels[neighbours[slot]!]! & others;
        if (known === 0 || known === others || (steps[slot]! & usable) === 0) continue;
        const [before, after] = side === this.from ? [entity, neighbours[slot]!] : [neighbours[slot]!, entity];
        touches.push({ before, after, step: steps[slot]! });
      }
    }
    return touches;
  }
}

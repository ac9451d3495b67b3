import { addTiesByCommonNodes } from './commonNodes';
import type { LevelQueue } from './levelQueue';
import { BARRED, type SearchMemory } from './searchMemory';
import * as row from './rowLayout';
import type { SearchRows } from './searchRows';
import { BloomFilter } from './bloomFilter';
import { STEP } from './stepTable';

/**
 * The layout of rows as constants of this module's own: those it imports an engine reads anew each time,
 * which makes the loops below a tenth slower.
 */
const { DEGREE_SHIFT, LEVELS, MOVED, NODE, SLOTS, STEP_SHIFT } = row;

/** One of the two searches. */
export interface Side {
  readonly queue: LevelQueue;
  /** The bit of a step that the search may go by. */
  readonly usable: number;
  /** Where the other search began, which is reached though it be no stepping stone, and not passed; -1 where it began at several places. */
  readonly goal: number;
  /** A level + 1 is multiplied by `unit` to stand in the search's half of `LEVELS`; `mine` and `others` are all ones in the halves. */
  readonly unit: 1 | 16;
  readonly mine: number;
  readonly others: number;
}

/**
 * Common nodes are looked for where the other level has less than so many times the relationships;
 * else growing the smaller is the cheaper way.
 */
const LOPSIDED = 16;

/**
 * From when on it is looked whether the searches meet: where all pairs of a relationship's end at one outermost level and one at the other
 * are so many times as many as the ends in all. Tied at random one pair would be of one relationship where they are as many; before that
 * there may be a node that both levels are tied to, and looking costs less than growing.
 */
const EARLY = 1 / 8;

/** What the level that was looked at last is tied to. */
const tied = new BloomFilter();

/** The outermost level of the other search. */
const outermost = new BloomFilter();

/**
 * Two level-synchronous breadth-first searches (Pohl 1971), from the source (or from several) and against the direction from the target. It
 * is always the one grown whose outermost level has fewer relationships to look at. They give levels and no more. Cost O(relationships at
 * the nodes reached).
 */
export class TwoSearches {
  readonly from: Side;
  readonly to: Side;
  readonly rows: SearchRows;
  /** Whether a node has been found that both are tied to and neither has come to. */
  #ahead = false;

  constructor(readonly memory: SearchMemory, sources: readonly number[], target: number, barred: readonly number[]) {
    const { rows, from, to } = memory;
    this.rows = rows;
    this.from = { queue: from, usable: STEP.leave, goal: target, unit: 1, mine: 0x0f, others: 0xf0 };
    this.to = { queue: to, usable: STEP.enter, goal: sources.length === 1 ? sources[0]! : -1, unit: 16, mine: 0xf0, others: 0x0f };
    memory.begin(barred);
    for (const source of sources) {
      rows.words[source] = (rows.words[source]! & ~LEVELS) | 1;
      from.push(source, rows.degree(source));
    }
    rows.words[target] = (rows.words[target]! & ~LEVELS) | 16 | BARRED;
    to.push(target, rows.degree(target));
    from.finishLevel();
    to.finishLevel();
  }

  /**
   * The hops of a route that goes by a tie between their outermost levels, or by a node that both are tied to where that has been found.
   */
  get hops(): number {
    return this.memory.from.levels + this.memory.to.levels - (this.#ahead ? 0 : 1);
  }

  /**
   * Grows the searches until they touch, or are a node short of it. Puts all relationships by which they do into the memory's ties: every
   * shortest route goes by one of them, and has `hops` hops. False where no route has `longest` hops or fewer.
   */
  growUntilTouch(longest: number): boolean {
    while (this.hops <= longest) {
      const side = this.#cheaper();
      const other = side === this.from ? this.to : this.from;
      const work = side.queue.workOf(side.queue.outermost);
      const otherWork = other.queue.workOf(other.queue.outermost);
      if (work === 0) return false;
      if (work * otherWork >= this.rows.index.adjacency.neighbours.length * EARLY) {
        if (this.#touch(side)) return true;
        this.#ahead = this.hops < longest && otherWork < work * LOPSIDED && addTiesByCommonNodes(this, side, other, tied);
        if (this.#ahead) return true;
      }
      if (this.#grow(side, true)) return this.#touch(side);
    }
    return false;
  }

  /** Adds a level to one of them, whatever they touch. */
  growOn(): void {
    if (this.#ahead) this.#grow(this.#cheaper(), false);
    this.#ahead = false;
    this.#grow(this.#cheaper(), false);
  }

  #cheaper(): Side {
    const { from, to } = this.memory;
    return from.workOf(from.outermost) <= to.workOf(to.outermost) ? this.from : this.to;
  }

  /**
   * Looks at all relationships of a side's outermost level; true, and the level is left unfinished, where it `watch`es and comes upon a
   * node of the other search. Most of what it comes upon is new, and most of the time goes into waiting for the first word of each.
   */
  #grow({ queue, usable, goal, unit, mine, others }: Side, watch: boolean): boolean {
    const { words } = this.rows;
    const { nodes, befores, steps } = queue;
    const mark = (queue.levels + 1) * unit;
    const end = queue.end(queue.outermost);
    let tail = queue.length;
    let work = queue.work;
    let touched = false;
    for (let i = queue.begin(queue.outermost); i < end && !touched; i++) {
      const node = nodes[i]!;
      if (node === goal) continue;
      const head = words[node]!;
      const first = (head & MOVED) === 0 ? node + SLOTS : words[node + SLOTS]!;
      const last = first + (head >>> DEGREE_SHIFT);
      for (let slot = first; slot < last; slot++) {
        const word = words[slot]!;
        const step = word >>> STEP_SHIFT;
        if ((step & usable) === 0) continue;
        const neighbour = word & NODE;
        if ((step & STEP.stone) === 0 && neighbour !== goal) continue;
        const known = words[neighbour]!;
        if ((known & LEVELS) !== 0) {
          if (watch && (known & others) !== 0 && (known & others) !== others) {
            touched = true;
            break;
          }
          if ((known & mine) !== 0) {
            if (watch && (known & mine) === mark) queue.again.add(neighbour, node, step);
            continue;
          }
        }
        words[neighbour] = known | mark;
        work += known >>> DEGREE_SHIFT;
        nodes[tail] = neighbour;
        befores[tail] = node;
        steps[tail++] = step;
      }
    }
    queue.length = tail;
    queue.work = work;
    if (!touched) queue.finishLevel();
    return touched;
  }

  /**
   * Adds all relationships of a side's outermost level that lead to a node of the other search to the ties; false where there is none. What
   * the level is tied to is then in `tied`. It waits for no row but where it finds something, so that it takes a small part of the time
   * that growing does.
   */
  #touch({ queue, usable, others }: Side): boolean {
    const { words } = this.rows;
    const { from, to, ties } = this.memory;
    const { nodes } = queue;
    const forward = queue === from;
    const theirs = forward ? to : from;
    for (let i = theirs.begin(theirs.outermost); i < theirs.length; i++) outermost.add(theirs.nodes[i]!);
    tied.clear();
    ties.beginLevel(to.levels);
    const end = queue.end(queue.outermost);
    for (let i = queue.begin(queue.outermost); i < end; i++) {
      const node = nodes[i]!;
      const head = words[node]!;
      const first = (head & MOVED) === 0 ? node + SLOTS : words[node + SLOTS]!;
      const last = first + (head >>> DEGREE_SHIFT);
      for (let slot = first; slot < last; slot++) {
        const word = words[slot]!;
        if (((word >>> STEP_SHIFT) & usable) === 0) continue;
        const neighbour = word & NODE;
        tied.add(neighbour);
        if (!outermost.mayHave(neighbour)) continue;
        const known = words[neighbour]! & others;
        if (known === 0 || known === others) continue;
        if (forward) ties.add(node, neighbour, word >>> STEP_SHIFT);
        else ties.add(neighbour, node, word >>> STEP_SHIFT);
      }
    }
    ties.finishLevel(to.levels);
    outermost.clear();
    return ties.length > 0;
  }
}

import type { Steps } from '../../model';
import type { Ground } from './network';

/** What stands for a distance where nothing ties two, in hops. */
export const FAR = 255;

/** How far entities are from some parties. */
export interface Distances {
  /** By entity, then by party, in hops; for what was not looked at one hop more than all that was, which is never too much. */
  readonly hops: Uint8Array;
  /** By entity: whose search met it, a bit a party. */
  readonly met: Uint16Array;
}

/** How many entities are looked at between two pauses. */
const PAUSE = 2000;

/**
 * Breadth-first from all parties (at most 16) at once, each until it has met all others: the first half of a question. Searches that stand
 * at one entity at the same time look at its ties together (Then, Kaufmann and others, PVLDB 8, 2014). Undefined where nothing ties one to
 * another, or more than 254 hops. Cost O(parties × entities and ties within that reach).
 */
export function* distancesFrom(ground: Ground, parties: readonly number[]): Steps<Distances | undefined> {
  const search = new Search(ground, parties);
  for (let depth = 1; search.open !== 0; depth++) {
    if (search.queue.length === 0 || depth === FAR) return undefined;
    for (let from = 0; from < search.queue.length; from += PAUSE) {
      search.widen(from, Math.min(from + PAUSE, search.queue.length), depth);
      yield;
    }
    search.goOn(depth);
  }
  yield 1 / 2;
  return search.distances();
}

class Search {
  /** The entities that the last level met, and whose search met each there. */
  queue: number[];
  /** The parties that have not met all others, as bits. */
  open: number;
  readonly #hops: Uint8Array;
  readonly #met: Uint16Array;
  #here: Uint16Array;
  #next: Uint16Array;
  #nextQueue: number[] = [];
  readonly #reach: number[];

  constructor(readonly ground: Ground, readonly parties: readonly number[]) {
    this.queue = [...parties];
    this.open = (1 << parties.length) - 1;
    this.#hops = new Uint8Array(ground.nodeCount * parties.length).fill(FAR);
    this.#met = new Uint16Array(ground.nodeCount);
    this.#here = new Uint16Array(ground.nodeCount);
    this.#next = new Uint16Array(ground.nodeCount);
    this.#reach = parties.map(() => FAR);
    for (const [i, party] of parties.entries()) {
      this.#hops[party * parties.length + i] = 0;
      this.#met[party] = this.#here[party] = 1 << i;
    }
  }

  /** Meets what lies beside a stretch of the queue. */
  widen(from: number, to: number, depth: number): void {
    const { ground, queue, open } = this;
    const count = this.parties.length;
    const [met, here, next, hops, nextQueue] = [this.#met, this.#here, this.#next, this.#hops, this.#nextQueue];
    for (let at = from; at < to; at++) {
      const entity = queue[at]!;
      const mine = here[entity]! & open;
      here[entity] = 0;
      if (mine === 0) continue;
      ground.around(entity);
      const { ends, stop } = ground;
      for (let i = 0; i < stop; i++) {
        const neighbour = ends[i]!;
        const fresh = mine & ~met[neighbour]!;
        if (fresh === 0) continue;
        met[neighbour]! |= fresh;
        if (next[neighbour] === 0) nextQueue.push(neighbour);
        next[neighbour]! |= fresh;
        for (let rest = fresh; rest !== 0; rest &= rest - 1) hops[neighbour * count + 31 - Math.clz32(rest & -rest)] = depth;
      }
    }
  }

  /** Ends a level: what it met is the queue, and who has met all others looks no farther. */
  goOn(depth: number): void {
    [this.#here, this.#next] = [this.#next, this.#here];
    this.queue = this.#nextQueue;
    this.#nextQueue = [];
    const byAll = this.parties.reduce((bits, party) => bits & this.#met[party]!, this.open);
    for (let rest = byAll; rest !== 0; rest &= rest - 1) this.#reach[31 - Math.clz32(rest & -rest)] = depth;
    this.open &= ~byAll;
  }

  distances(): Distances {
    const [hops, met] = [this.#hops, this.#met];
    const count = this.parties.length;
    const all = (1 << count) - 1;
    for (let entity = 0; entity < met.length; entity++) {
      if (met[entity] === all) continue;
      for (let i = 0; i < count; i++) if ((met[entity]! & (1 << i)) === 0) hops[entity * count + i] = this.#reach[i]! + 1;
    }
    return { hops, met };
  }
}

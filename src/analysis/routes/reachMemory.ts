import { LevelQueue } from './levelQueue';

/** What stands, in half a byte of `ReachMemory.levels`, for a level that a search must not give. */
export const BARRED = 15;

/**
 * What a search keeps by entity. It is as long as the index and is used again and again: each search takes back what the one before it has
 * written, so that nothing is allocated or cleared by the size of the dataset between questions. What is looked at for every relationship is
 * kept in one byte, since a look at memory far away costs more than everything else here. 27 bytes an entity at most: what no search has come to is never touched.
 */
export class ReachMemory {
  /** The level from the source + 1 in the lower half of the byte, the level from the target + 1 in the upper; 0 is not known. */
  readonly levels: Uint8Array;
  /** The cost to the target + 1; 0 is not known. See `cost.ts`. */
  readonly costs: Int32Array;
  /** What each search has taken, and what has a cost. */
  readonly from: LevelQueue;
  readonly to: LevelQueue;
  readonly settled: LevelQueue;
  #barred: readonly number[] = [];

  constructor(entityCount: number) {
    this.levels = new Uint8Array(entityCount);
    this.costs = new Int32Array(entityCount);
    this.from = new LevelQueue(entityCount, true);
    this.to = new LevelQueue(entityCount, true);
    this.settled = new LevelQueue(entityCount, false);
  }

  /** Forgets the last search, and bars entities from the next one. */
  begin(barred: readonly number[]): void {
    forget(this.from, this.levels);
    forget(this.to, this.levels);
    forget(this.settled, this.costs);
    for (const entity of this.#barred) this.levels[entity] = 0;
    for (const entity of barred) this.levels[entity] = BARRED * 16 + BARRED;
    this.#barred = barred;
  }
}

function forget(queue: LevelQueue, values: Uint8Array | Int32Array): void {
  const { entities, length } = queue;
  for (let i = 0; i < length; i++) values[entities[i]!] = 0;
  queue.cutTo(0);
}

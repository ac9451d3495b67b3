import type { GraphIndex } from '../../graph';
import { LevelQueue } from './levelQueue';
import { LevelTies } from './levelTies';
import { COST, LEVELS } from './rowLayout';
import { SearchRows } from './searchRows';
import type { StepsOver } from './stepsOver';

/**
 * What stands, in half of a row's `LEVELS`, for a level that a search must not give:
 * it takes the node neither as its own nor as the other's.
 */
export const BARRED = 15;

/** For how many entities more than there are room is made at least, where they have become more. */
const LEAST_ROOM = 4096;

/**
 * What a search writes. It is as long as the index and is used again and again: each search takes back what the one before it has
 * written, so that nothing is allocated or cleared by the size of the dataset between questions. Besides the rows it takes
 * 22 bytes an entity at most: what no search has come to is never touched.
 */
export class SearchMemory {
  readonly rows: SearchRows;
  /** What each search has taken, and what has a cost. */
  from: LevelQueue;
  to: LevelQueue;
  settled: LevelQueue;
  /** What lies on shortest routes, once it is found out. */
  readonly ties = new LevelTies();
  #barred: readonly number[] = [];

  /** `nodes`: by entity, see `nodesInOrder`. */
  constructor(index: GraphIndex, nodes: Int32Array) {
    this.rows = new SearchRows(index, nodes);
    this.from = new LevelQueue(index.entityCount, true);
    this.to = new LevelQueue(index.entityCount, true);
    this.settled = new LevelQueue(index.entityCount, false);
  }

  /** Has the rows take the steps of an index, or of one that is laid over it; then nothing is left of the last search. */
  take(steps: Uint8Array, over?: StepsOver): void {
    if (this.rows.has(steps, over)) return;
    this.begin([]);
    this.rows.take(steps, over);
    const { entityCount } = this.rows.index;
    if (entityCount <= this.settled.nodes.length) return;
    const room = entityCount + Math.max(LEAST_ROOM, entityCount >> 4);
    this.from = new LevelQueue(room, true);
    this.to = new LevelQueue(room, true);
    this.settled = new LevelQueue(room, false);
  }

  /** Forgets the last search, and bars nodes from the next one. */
  begin(barred: readonly number[]): void {
    const { words } = this.rows;
    forgetLevels(this.from, words);
    forgetLevels(this.to, words);
    for (let i = 0; i < this.settled.length; i++) words[this.settled.nodes[i]! + COST] = 0;
    this.settled.clear();
    this.ties.clear();
    for (const node of this.#barred) words[node]! &= ~LEVELS;
    for (const node of barred) words[node]! |= LEVELS;
    this.#barred = barred;
  }
}

function forgetLevels(queue: LevelQueue, words: Int32Array): void {
  const { nodes, length } = queue;
  for (let i = 0; i < length; i++) words[nodes[i]!]! &= ~LEVELS;
  queue.clear();
}

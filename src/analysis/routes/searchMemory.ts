import type { GraphIndex } from '../../graph';
import { LevelQueue } from './levelQueue';
import { LevelTies } from './levelTies';
import { COST, LEVELS, SearchRows } from './searchRows';

/**
 * What stands, in half of a row's `LEVELS`, for a level that a search must not give:
 * it takes the node neither as its own nor as the other's.
 */
export const BARRED = 15;

/**
 * What a search writes. It is as long as the index and is used again and again: each search takes back what the one before it has
 * written, so that nothing is allocated or cleared by the size of the dataset between questions. Besides the rows it takes
 * 22 bytes an entity at most: what no search has come to is never touched.
 */
export class SearchMemory {
  readonly rows: SearchRows;
  /** What each search has taken, and what has a cost. */
  readonly from: LevelQueue;
  readonly to: LevelQueue;
  readonly settled: LevelQueue;
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

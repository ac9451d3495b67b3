/** What stands for a level that is not known, and for one that no search may have. */
export const UNKNOWN = 15;
export const BARRED = 14;
const STATES = 256;

/**
 * What a search keeps by entity. A state is the number of the search (its stamp) times 256, plus 16 times the level from the target, plus the
 * level from the source: one look tells what both searches know of an entity, and nothing is allocated or cleared between questions.
 * The state of entity e stands at 2e; beside it, at 2e + 1, the strength of the best chain left to go (see `cost.ts`): the two are wanted together,
 * and a look at memory far away costs more than everything else here. 8 bytes an entity, and 8 for the queues.
 */
export class ReachMemory {
  readonly states: Int32Array;
  readonly queueFrom: Uint32Array;
  readonly queueTo: Uint32Array;
  #stamp = 0;

  constructor(entityCount: number) {
    this.states = new Int32Array(entityCount * 2);
    this.queueFrom = new Uint32Array(entityCount);
    this.queueTo = new Uint32Array(entityCount);
  }

  /** A stamp above every state that was written before. */
  nextStamp(): number {
    this.#stamp += STATES;
    if (this.#stamp > 0x7fffffff - STATES) {
      this.states.fill(0);
      this.#stamp = STATES;
    }
    return this.#stamp;
  }
}

import type { State } from './residual';

/**
 * Which states one side of a search has seen, and from which it came to each:
 * marked by the number of the search, so that nothing is cleared between searches.
 */
export class SeenStates {
  private readonly marks: Uint32Array;
  private readonly from: Int32Array;
  private mark = 0;

  constructor(entityCount: number) {
    this.marks = new Uint32Array(entityCount * 2);
    this.from = new Int32Array(entityCount * 2);
  }

  /** Forgets all states but one, which is its own origin. */
  begin(state: State): void {
    if (this.mark === 0xffffffff) {
      this.marks.fill(0);
      this.mark = 0;
    }
    this.mark++;
    this.add(state, state);
  }

  has(state: State): boolean {
    return this.marks[state] === this.mark;
  }

  add(state: State, from: State): void {
    this.marks[state] = this.mark;
    this.from[state] = from;
  }

  /** Where a state that was seen was reached from. */
  origin(state: State): State {
    return this.from[state]!;
  }
}

/** The memory of a search from both ends; 32 bytes an entity. One search at a time may use it. */
export class ChainMemory {
  readonly source: SeenStates;
  readonly sink: SeenStates;

  constructor(entityCount: number) {
    this.source = new SeenStates(entityCount);
    this.sink = new SeenStates(entityCount);
  }
}

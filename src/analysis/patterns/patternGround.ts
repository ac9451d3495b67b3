import type { CompiledFilter, GraphIndex } from '../../graph';
import type { PatternQuestion } from '../../model';
import { searcherOf } from '../routes/findRoutes';
import { steppingStones } from '../routes/stepTable';
import type { Automaton } from './automaton';
import { StepMasks, type Shares } from './stepMasks';

/** What a question about a pattern is asked of, in the integers of an index. */
export interface PatternEndsAt {
  /** Where routes may begin and end; each once. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The recorded shares of the relationships that a step asks for. */
  readonly shares: Shares;
}

/** A question made ready for the search: which steps of the pattern each relationship may be, and who may be passed. */
export class PatternGround {
  readonly masks: StepMasks;
  readonly filter: CompiledFilter;
  /** By slot of the adjacency; see `STEP`. 0: the relationship is not admitted. */
  readonly steps: Uint8Array;
  readonly isTarget: ReadonlySet<number>;
  readonly #stones: Uint8Array;
  readonly #avoided: ReadonlySet<number>;
  readonly #places: boolean;

  constructor(
    readonly index: GraphIndex,
    readonly automaton: Automaton,
    question: PatternQuestion,
    ends: PatternEndsAt,
  ) {
    const searcher = searcherOf(index);
    const { filter, hub, places, avoid } = question;
    // Whether a place may be passed hangs on the step that leads there.
    const rules = { direction: 'any' as const, places: true, hub };
    this.filter = searcher.filter(filter);
    this.steps = searcher.stepsFor({ source: ends.from[0]!, target: ends.to[0]!, longest: 1, avoid: [], filter, ...rules });
    this.masks = new StepMasks(index, automaton.steps, ends.shares, filter);
    this.isTarget = new Set(ends.to);
    this.#stones = steppingStones(index, this.filter, rules);
    this.#avoided = new Set(avoid.map((id) => index.knownEntity(id)));
    this.#places = places;
  }

  /** With which of these steps just taken an entity may be passed; the same set but for places that no step names. */
  passing(entity: number, states: number): number {
    if (this.#stones[entity] === 0 || this.#avoided.has(entity)) return 0;
    return this.#places || this.index.entityTypeAt(entity) !== 'place' ? states : states & this.masks.naming(entity);
  }

  /** In which of these states a route may end at an entity. */
  ending(entity: number, states: number): number {
    return this.isTarget.has(entity) ? states & this.automaton.last : 0;
  }
}

/** Does something for each state of a set. */
export function eachState(states: number, visit: (state: number) => void): void {
  for (let rest = states; rest !== 0; rest &= rest - 1) visit(31 - Math.clz32(rest & -rest));
}

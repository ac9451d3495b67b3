import type { IntermediaryQuestion } from '../../model';
import type { GraphIndex } from '../../graph';
import { searcherOf } from '../routes/findRoutes';
import { STEP } from '../routes/stepTable';
import { ChainMemory } from './chainMemory';

/** Who is tied to whom, as a question admits it: its filter, direction, and the entities that may be stepping stones. */
export interface Ties {
  /** Calls `visit` with every entity that a tie leads to from this one (perhaps more than once); stops when it returns true. */
  onward(entity: number, visit: (neighbour: number) => boolean): boolean;
  /** The same against the direction. */
  backward(entity: number, visit: (neighbour: number) => boolean): boolean;
  reversed(): Ties;
  readonly memory: ChainMemory;
}

type Walk = Ties['onward'];

/**
 * The ties that a question admits, as routes would take them: the two ends are admitted whatever their type. It reads the step table that
 * the searcher of the index keeps, so that a question like the last one costs nothing; else O(entities + relationships).
 */
export function admittedTies(
  index: GraphIndex, { filter, direction, places, hub, avoid }: IntermediaryQuestion, from: number, to: number,
): Ties {
  const steps = searcherOf(index).stepsFor({ source: from, target: to, longest: 1, filter, avoid: [], direction, places, hub });
  const avoided = new Set(avoid.map((id) => index.entityIndexOf(id)));
  const { starts, stops, neighbours } = index.adjacency;
  const walk =
    (way: number): Walk =>
    (entity, visit) => {
      const end = stops[entity]!;
      for (let slot = starts[entity]!; slot < end; slot++) {
        const step = steps[slot]!;
        if ((step & way) === 0) continue;
        const neighbour = neighbours[slot]!;
        if (neighbour === entity) continue;
        const mayPass =
          neighbour === from || neighbour === to || ((step & STEP.stone) !== 0 && !(avoided.size > 0 && avoided.has(neighbour)));
        if (mayPass && visit(neighbour)) return true;
      }
      return false;
    };
  return tiesOf(walk(STEP.leave), walk(STEP.enter), memoryOf(index));
}

const memories = new WeakMap<GraphIndex, ChainMemory>();

/** The memory of an index; there is one, since it is as long as the index. */
function memoryOf(index: GraphIndex): ChainMemory {
  let memory = memories.get(index);
  if (!memory) memories.set(index, (memory = new ChainMemory(index.entityCount)));
  return memory;
}

function tiesOf(onward: Walk, backward: Walk, memory: ChainMemory): Ties {
  return { onward, backward, memory, reversed: () => tiesOf(backward, onward, memory) };
}

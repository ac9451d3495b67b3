import type { GraphIndex } from '../../graph';
import { eachNumber, sorted, type Steps } from '../../model';
import { STEP } from '../routes/stepTable';

/**
 * A part of the admitted ties in which a search for connections goes on: nodes in order of entity ids, so that answers do not depend on
 * the order of a dataset.
 */
interface Network {
  /** By node, the entity's integer. */
  readonly entities: Int32Array;
  /** By node, where its slots begin; one more at the end. */
  readonly starts: Int32Array;
  /** By slot: the node at the other end (each once), and the weakness of the strongest tie to it. */
  readonly neighbours: Int32Array;
  readonly weaknesses: Uint8Array;
}

/** Whether a tree may pass an entity; `stone`: the filter lets it stand between others. */
type MayPass = (entity: number, stone: boolean) => boolean;

/** What is admitted: by slot of the adjacency, what may be done there (see `stepTable`). */
export interface Ground {
  readonly index: GraphIndex;
  readonly steps: Uint8Array;
  readonly mayPass: MayPass;
}

type VisitStep = (neighbour: number, weakness: number) => void;

/** Calls `visit` with every neighbour that an entity is tied to and that a tree may pass, perhaps more than once. */
export function eachStep({ index, steps, mayPass }: Ground, entity: number, visit: VisitStep): void {
  const { starts, stops, neighbours } = index.adjacency;
  const end = stops[entity]!;
  for (let slot = starts[entity]!; slot < end; slot++) {
    const step = steps[slot]!;
    if ((step & STEP.leave) === 0) continue;
    const neighbour = neighbours[slot]!;
    if (neighbour !== entity && mayPass(neighbour, (step & STEP.stone) !== 0)) visit(neighbour, step & STEP.weakness);
  }
}

/** The network of some entities. Cost O(entities log + relationships of these entities). */
export function* networkOf({ index, steps }: Ground, entities: readonly number[]): Steps<Network> {
  const inOrder = yield* sorted(entities, (a, b) => index.compareEntityIds(a, b));
  const nodeOf = new Map(inOrder.map((entity, node) => [entity, node]));
  const ground = { index, steps, mayPass: (entity: number) => nodeOf.has(entity) };
  const starts = new Int32Array(inOrder.length + 1);
  const neighbours: number[] = [];
  const weaknesses: number[] = [];
  yield* eachNumber(inOrder.length, (node) => {
    const strongest = new Map<number, number>();
    eachStep(ground, inOrder[node]!, (other, weak) => {
      const at = nodeOf.get(other)!;
      strongest.set(at, Math.min(weak, strongest.get(at) ?? weak));
    });
    for (const [at, weak] of [...strongest].sort(([x], [y]) => x - y)) {
      neighbours.push(at);
      weaknesses.push(weak);
    }
    starts[node + 1] = neighbours.length;
  });
  return { entities: Int32Array.from(inOrder), starts, neighbours: Int32Array.from(neighbours), weaknesses: Uint8Array.from(weaknesses) };
}

import type { GraphIndex } from '../../graph';
import { eachNumber, sorted, type Steps } from '../../model';
import { STEP } from '../routes/stepTable';

/** Nodes and the hops between them, as a search for connections reads them. */
export interface Ways {
  /** Nodes are the integers below. */
  readonly nodeCount: number;
  /** After `around(node)`: the nodes that hops from it lead to; a node may stand there more than once. */
  readonly ends: Int32Array;
  /** After `around(node)`: beside each end, the weakness of that hop (0 confirmed to 5 denied). */
  readonly weaknesses: Uint8Array;
  /** Where in `ends` and `weaknesses` the hops from a node begin; `stop` tells where they end, until it is asked of another node. */
  around(node: number): number;
  readonly stop: number;
  /** The order of nodes that does not depend on the order of a dataset. */
  compare(a: number, b: number): number;
}

/** How many entities are looked at between two pauses. */
export const PAUSE = 2000;

/** What an entity is to a question that names it. */
const NAMED = 1;
const AVOIDED = 2;

/** The whole index as far as the filter admits it: a node is an entity. */
export class Ground implements Ways {
  readonly nodeCount: number;
  ends = new Int32Array(64);
  weaknesses = new Uint8Array(64);
  stop = 0;
  /** By entity: `NAMED` (any hop may end there), `AVOIDED` (none), 0 (one that the filter lets stand between others). */
  readonly #marks: Uint8Array;
  readonly #avoids: boolean;

  /** `steps`: by slot of the adjacency, what may be done there (see `stepTable`). */
  constructor(readonly index: GraphIndex, readonly steps: Uint8Array, parties: readonly number[], avoided: readonly number[]) {
    this.nodeCount = index.entityCount;
    this.#marks = new Uint8Array(this.nodeCount);
    this.#avoids = avoided.length > 0;
    for (const entity of avoided) this.#marks[entity] = AVOIDED;
    for (const entity of parties) this.#marks[entity] = NAMED;
  }

  around(entity: number): number {
    const { starts, stops, neighbours } = this.index.adjacency;
    const end = stops[entity]!;
    const start = starts[entity]!;
    if (end - start > this.ends.length) this.#grow(end - start);
    const { ends, weaknesses, steps } = this;
    const [marks, avoids] = [this.#marks, this.#avoids];
    let count = 0;
    for (let slot = start; slot < end; slot++) {
      const step = steps[slot]!;
      if ((step & STEP.leave) === 0) continue;
      const neighbour = neighbours[slot]!;
      if (neighbour === entity) continue;
      // Most are stones and nobody is avoided: then the marks, which lie scattered, need not be looked at.
      if ((step & STEP.stone) === 0 ? marks[neighbour] !== NAMED : avoids && marks[neighbour] === AVOIDED) continue;
      ends[count] = neighbour;
      weaknesses[count++] = step & STEP.weakness;
    }
    this.stop = count;
    return 0;
  }

  compare(a: number, b: number): number {
    return this.index.compareEntityIds(a, b);
  }

  #grow(size: number): void {
    this.ends = new Int32Array(size * 2);
    this.weaknesses = new Uint8Array(size * 2);
  }
}

/** A part of the ground: nodes in order of entity ids, each hop once, as its strongest tie has it. */
class Network implements Ways {
  readonly nodeCount: number;
  stop = 0;

  /** `entities`: by node, the entity's integer. `starts`: by node, where its hops begin in the others; one more at the end. */
  constructor(
    readonly entities: Int32Array,
    readonly starts: Int32Array,
    readonly ends: Int32Array,
    readonly weaknesses: Uint8Array,
  ) {
    this.nodeCount = entities.length;
  }

  around(node: number): number {
    this.stop = this.starts[node + 1]!;
    return this.starts[node]!;
  }

  compare(a: number, b: number): number {
    return a - b;
  }
}

/** The network of some entities. Cost O(entities log + relationships of these entities). */
export function* networkOf(ground: Ground, entities: readonly number[]): Steps<Network> {
  const inOrder = yield* sorted(entities, (a, b) => ground.compare(a, b));
  const nodeOf = new Map(inOrder.map((entity, node) => [entity, node]));
  const starts = new Int32Array(inOrder.length + 1);
  const neighbours: number[] = [];
  const weaknesses: number[] = [];
  yield* eachNumber(inOrder.length, (node) => {
    const strongest = new Map<number, number>();
    for (let i = ground.around(inOrder[node]!); i < ground.stop; i++) {
      const at = nodeOf.get(ground.ends[i]!);
      if (at !== undefined) strongest.set(at, Math.min(ground.weaknesses[i]!, strongest.get(at) ?? Infinity));
    }
    for (const [at, weak] of [...strongest].sort(([x], [y]) => x - y)) {
      neighbours.push(at);
      weaknesses.push(weak);
    }
    starts[node + 1] = neighbours.length;
  });
  return new Network(Int32Array.from(inOrder), starts, Int32Array.from(neighbours), Uint8Array.from(weaknesses));
}

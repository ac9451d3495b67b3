import type { GraphIndex } from '../../graph';

/** What the words of a row hold after the first, and where its slots begin. */
export const ENTITY = 1;
export const COST = 2;
export const SLOTS = 3;

/** The bits of a row's first word: the levels of two searches (see `TwoSearches`), and above them how many slots the row has. */
export const LEVELS = 0xff;
export const DEGREE_SHIFT = 8;

/** The bits of a slot's word: the node at the other end, and above them the step (see `stepTable`). */
export const NODE = (1 << 26) - 1;
export const STEP_SHIFT = 26;

/** The most slots that a row can have. */
const MOST_SLOTS = (1 << 24) - 1;

/** A dataset that is too large to be searched. */
export class SearchSizeError extends Error {
  override readonly name = 'SearchSizeError';
  constructor(what: string) {
    super(`The dataset is too large for its routes to be searched: ${what}. Open a part of it.`);
  }
}

/**
 * All that a search reads and writes of an entity, together in memory: what it costs to look at an entity for the first time is waiting for
 * a cache line, and this way there is one to wait for. An entity is a node here, the place of its row in `words`:
 *
 * | word | holds |
 * | --- | --- |
 * | 0 | levels, and the number of slots (`LEVELS`, `DEGREE_SHIFT`) |
 * | `ENTITY` | the entity's integer |
 * | `COST` | the cost to the target + 1; 0 is not known (see `cost.ts`) |
 * | `SLOTS` and on | by slot, in the adjacency's order: the node at the other end and the step (`NODE`, `STEP_SHIFT`) |
 *
 * Takes 12 bytes an entity and 8 a relationship.
 */
export class SearchRows {
  readonly words: Int32Array;
  #steps: Uint8Array | undefined;

  /** `nodes`: by entity, see `nodesInOrder`. Cost O(entities + relationships). Throws `SearchSizeError`. */
  constructor(readonly index: GraphIndex, readonly nodes: Int32Array) {
    const { starts, neighbours } = index.adjacency;
    const { entityCount } = index;
    const length = entityCount * SLOTS + neighbours.length;
    if (length > NODE)
      throw new SearchSizeError(`three times its entities and twice its relationships come to ${length}, and may come to ${NODE}`);
    this.words = new Int32Array(length);
    for (let entity = 0; entity < entityCount; entity++) {
      const degree = starts[entity + 1]! - starts[entity]!;
      if (degree > MOST_SLOTS) throw new SearchSizeError(`an entity has ${degree} relationships, and may have ${MOST_SLOTS}`);
      this.words[nodes[entity]!] = degree << DEGREE_SHIFT;
      this.words[nodes[entity]! + ENTITY] = entity;
    }
  }

  /** Fills the slots, with the steps of a step table; until then there are none. Cost O(relationships) where those of another are there. */
  take(steps: Uint8Array): void {
    if (this.#steps === steps) return;
    const { words, nodes, index: { adjacency: { starts, neighbours }, entityCount } } = this;
    for (let entity = 0; entity < entityCount; entity++) {
      const end = starts[entity + 1]!;
      for (let slot = starts[entity]!, at = nodes[entity]! + SLOTS; slot < end; slot++, at++)
        words[at] = nodes[neighbours[slot]!]! | (steps[slot]! << STEP_SHIFT);
    }
    this.#steps = steps;
  }

  entityAt(node: number): number {
    return this.words[node + ENTITY]!;
  }

  /** How many relationships the entity of a node has; see `GraphIndex.degree`. */
  degree(node: number): number {
    return this.words[node]! >>> DEGREE_SHIFT;
  }

  /** Where the slots of a node end. */
  end(node: number): number {
    return node + SLOTS + (this.words[node]! >>> DEGREE_SHIFT);
  }

  /** Below 0 where the entity id of node `a` comes before that of `b`. */
  compareIds(a: number, b: number): number {
    return this.index.compareEntityIds(this.words[a + ENTITY]!, this.words[b + ENTITY]!);
  }
}

import type { GraphIndex } from '../../graph';
import { LaidRows } from './laidRows';
import { DEGREE_SHIFT, ENTITY, MOST_SLOTS, MOVED, NODE, SearchSizeError, SLOTS, STEP_SHIFT } from './rowLayout';
import type { StepsOver } from './stepsOver';

/**
 * All that a search reads and writes of an entity, together in memory: what it costs to look at an entity for the first time is waiting for
 * a cache line, and this way there is one to wait for. An entity is a node here, the place of its row in `words`:
 *
 * | word | holds |
 * | --- | --- |
 * | 0 | levels, and the number of slots (`LEVELS`, `MOVED`, `DEGREE_SHIFT`) |
 * | `ENTITY` | the entity's integer |
 * | `COST` | the cost to the target + 1; 0 is not known (see `cost.ts`) |
 * | `SLOTS` and on | by slot, in the adjacency's order: the node at the other end and the step (`NODE`, `STEP_SHIFT`) |
 *
 * Takes 12 bytes an entity and 8 a relationship. Rows are those of one index, and at times of one that is laid over it: then what is
 * another there is written over, or behind all rows, and what was written over is kept and put back afterwards.
 */
export class SearchRows {
  words: Int32Array;
  #steps: Uint8Array | undefined;
  #laid: LaidRows | undefined;

  /** `nodes`: by entity, see `nodesInOrder`. Cost O(entities + relationships). Throws `SearchSizeError`. */
  constructor(readonly base: GraphIndex, private readonly nodes: Int32Array) {
    const index = base;
    const { starts, stops, neighbours } = index.adjacency;
    const { entityCount } = index;
    const length = entityCount * SLOTS + neighbours.length;
    if (length > NODE)
      throw new SearchSizeError(`three times its entities and twice its relationships come to ${length}, and may come to ${NODE}`);
    this.words = new Int32Array(length);
    for (let entity = 0; entity < entityCount; entity++) {
      const degree = stops[entity]! - starts[entity]!;
      if (degree > MOST_SLOTS) throw new SearchSizeError(`an entity has ${degree} relationships, and may have ${MOST_SLOTS}`);
      this.words[nodes[entity]!] = degree << DEGREE_SHIFT;
      this.words[nodes[entity]! + ENTITY] = entity;
    }
  }

  /** The index that is searched: the rows' own, or the one that is laid over it. */
  get index(): GraphIndex {
    return this.#laid?.over.index ?? this.base;
  }

  /** Whether the slots are those of a step table, and of changes that are laid over it. */
  has(steps: Uint8Array, over: StepsOver | undefined): boolean {
    return this.#steps === steps && this.#laid?.over === over;
  }

  /**
   * Fills the slots, with the steps of a step table; until then there are none. No search may have left anything in the rows. Cost
   * O(relationships) where those of another are there, and O(changes) for an index that is laid over the rows' own.
   */
  take(steps: Uint8Array, over?: StepsOver): void {
    if (this.has(steps, over)) return;
    this.#laid?.takeBack();
    this.#laid = undefined;
    if (this.#steps !== steps) this.#fill(steps);
    if (over) this.#laid = new LaidRows(this, this.nodes, over);
  }

  #fill(steps: Uint8Array): void {
    const { words, nodes, base: { adjacency: { starts, stops, neighbours }, entityCount } } = this;
    for (let entity = 0; entity < entityCount; entity++) {
      const end = stops[entity]!;
      for (let slot = starts[entity]!, at = nodes[entity]! + SLOTS; slot < end; slot++, at++)
        words[at] = nodes[neighbours[slot]!]! | (steps[slot]! << STEP_SHIFT);
    }
    this.#steps = steps;
  }

  /** The node of an entity. */
  nodeOf(entity: number): number {
    return this.#laid?.nodeOf(entity) ?? this.nodes[entity]!;
  }

  entityAt(node: number): number {
    return this.words[node + ENTITY]!;
  }

  /** How many relationships the entity of a node has; see `GraphIndex.degree`. */
  degree(node: number): number {
    return this.words[node]! >>> DEGREE_SHIFT;
  }

  /** Where the slots of a node begin. */
  begin(node: number): number {
    return (this.words[node]! & MOVED) === 0 ? node + SLOTS : this.words[node + SLOTS]!;
  }

  /** Where the slots of a node end. */
  end(node: number): number {
    return this.begin(node) + (this.words[node]! >>> DEGREE_SHIFT);
  }

  /** Below 0 where the entity id of node `a` comes before that of `b`. */
  compareIds(a: number, b: number): number {
    return this.index.compareEntityIds(this.words[a + ENTITY]!, this.words[b + ENTITY]!);
  }
}

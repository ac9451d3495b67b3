import type { StepsOver } from './stepsOver';
import { DEGREE_SHIFT, ENTITY, LEVELS, MOVED, NODE, SearchSizeError, SLOTS, STEP_SHIFT } from './rowLayout';
import type { SearchRows } from './searchRows';

/**
 * The rows of an index that is laid over that of some rows, written into these: in place where a row is no longer than it was, else its
 * slots behind all rows. What is written over is kept, and put back by `takeBack`. Cost O(slots of the entities affected).
 */
export class LaidRows {
  readonly #places: number[] = [];
  readonly #before: number[] = [];
  /** Nodes of entities that came, and of those that had no tie, to which no slot leads. */
  readonly #nodes = new Map<number, number>();
  /** Where the next words are written. */
  #free: number;

  /** `nodes`: by entity of the rows' own index. Throws `SearchSizeError`. */
  constructor(private readonly rows: SearchRows, private readonly nodes: Int32Array, readonly over: StepsOver) {
    const { base } = rows;
    this.#free = base.entityCount * SLOTS + base.adjacency.neighbours.length;
    this.#makeRoom();
    for (const entity of over.affected) this.#place(entity);
    for (const entity of over.affected) this.#write(entity);
  }

  /** The node of an entity where it is not that of the rows' own index. */
  nodeOf(entity: number): number | undefined {
    return this.#nodes.get(entity);
  }

  takeBack(): void {
    const { words } = this.rows;
    for (let i = this.#places.length - 1; i >= 0; i--) words[this.#places[i]!] = this.#before[i]!;
  }

  #makeRoom(): void {
    const { rows, over: { index, affected } } = this;
    let wanted = this.#free;
    for (const entity of affected) wanted += SLOTS + index.degree(entity);
    if (wanted > NODE) throw new SearchSizeError(`with what was changed it comes to ${wanted}, and may come to ${NODE}`);
    if (wanted <= rows.words.length) return;
    const words = new Int32Array(Math.min(NODE, wanted + (wanted >> 3)));
    words.set(rows.words);
    rows.words = words;
  }

  /** Gives a row to an entity that has none which others know of. */
  #place(entity: number): void {
    const { rows, over: { index } } = this;
    const known = entity < rows.base.entityCount;
    if (known && (rows.base.degree(entity) > 0 || index.degree(entity) === 0)) return;
    const node = this.#free;
    this.#nodes.set(entity, node);
    this.#free += SLOTS + index.degree(entity);
    rows.words.fill(0, node, node + SLOTS);
    rows.words[node] = index.degree(entity) << DEGREE_SHIFT;
    rows.words[node + ENTITY] = entity;
  }

  #write(entity: number): void {
    const { rows: { words }, over: { index, steps } } = this;
    const { starts, stops, neighbours } = index.adjacency;
    let at = this.#slotsOf(entity);
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++)
      this.#put(at++, this.#node(neighbours[slot]!) | (steps[slot]! << STEP_SHIFT), words);
  }

  /** Where the slots of an entity are written. */
  #slotsOf(entity: number): number {
    const { rows, over: { index } } = this;
    const own = this.#nodes.get(entity);
    if (own !== undefined) return own + SLOTS;
    const node = this.nodes[entity]!;
    const degree = index.degree(entity);
    const fits = degree <= rows.base.degree(entity);
    const levels = rows.words[node]! & LEVELS;
    this.#put(node, (degree << DEGREE_SHIFT) | (fits ? 0 : MOVED) | levels, rows.words);
    if (fits) return node + SLOTS;
    const first = this.#free;
    this.#free += degree;
    this.#put(node + SLOTS, first, rows.words);
    return first;
  }

  #node(entity: number): number {
    return this.#nodes.get(entity) ?? this.nodes[entity]!;
  }

  /** Writes a word, and keeps what stood there where it is of the rows' own. */
  #put(place: number, word: number, words: Int32Array): void {
    if (words[place] === word) return;
    this.#places.push(place);
    this.#before.push(words[place]!);
    words[place] = word;
  }
}

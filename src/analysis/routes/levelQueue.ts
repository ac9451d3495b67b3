/**
 * Entities in the order in which a search came to them, level by level, and how much there is to look at from each level. Each entity is in it once at most.
 * Beside each may stand where the search came from, and by what step; and in `again`, the other ties by which it came to an entity from the same level.
 */
export class LevelQueue {
  readonly entities: Uint32Array;
  readonly befores: Uint32Array;
  readonly steps: Uint8Array;
  readonly again = { entities: [] as number[], befores: [] as number[], steps: [] as number[] };
  /** How many it holds, with those of a level that is not finished. */
  length = 0;
  readonly #ends: number[] = [];
  readonly #works: number[] = [];
  readonly #againEnds: number[] = [];

  constructor(entityCount: number, keepsWays: boolean) {
    this.entities = new Uint32Array(entityCount);
    this.befores = new Uint32Array(keepsWays ? entityCount : 0);
    this.steps = new Uint8Array(keepsWays ? entityCount : 0);
  }

  /** How many levels are finished. */
  get levels(): number {
    return this.#ends.length;
  }

  /** The last finished level. */
  get outermost(): number {
    return this.#ends.length - 1;
  }

  begin(level: number): number {
    return level === 0 ? 0 : this.#ends[level - 1]!;
  }

  end(level: number): number {
    return this.#ends[level]!;
  }

  /** Where the ties of a level begin in `again`, and end. */
  againBegin(level: number): number {
    return level === 0 ? 0 : this.#againEnds[level - 1]!;
  }

  againEnd(level: number): number {
    return this.#againEnds[level]!;
  }

  /** How many relationships the entities of a finished level have. */
  work(level: number): number {
    return this.#works[level]!;
  }

  /** How many they have up to and with a level. */
  workUpTo(level: number): number {
    let work = 0;
    for (let i = 0; i <= level; i++) work += this.#works[i]!;
    return work;
  }

  push(entity: number): void {
    this.entities[this.length++] = entity;
  }

  pushAgain(entity: number, before: number, step: number): void {
    this.again.entities.push(entity);
    this.again.befores.push(before);
    this.again.steps.push(step);
  }

  /** What was added since the last level is the next one. `starts`: those of the adjacency. */
  finishLevel(starts: Uint32Array): void {
    const { entities, length } = this;
    let work = 0;
    for (let i = this.begin(this.levels); i < length; i++) work += starts[entities[i]! + 1]! - starts[entities[i]!]!;
    this.#ends.push(length);
    this.#works.push(work);
    this.#againEnds.push(this.again.entities.length);
  }

  /** Keeps so many levels; the entities of the others stay readable until more are added. */
  cutTo(levels: number): void {
    this.#ends.length = levels;
    this.#works.length = levels;
    this.#againEnds.length = levels;
    this.again.entities.length = this.again.befores.length = this.again.steps.length = levels === 0 ? 0 : this.againEnd(levels - 1);
    this.length = this.begin(levels);
  }
}

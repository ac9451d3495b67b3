/** Entities in the order in which a search came to them, level by level, and how much there is to look at from each level. Each entity is in it once at most. */
export class LevelQueue {
  readonly entities: Uint32Array;
  /** How many it holds, with those of a level that is not finished. */
  length = 0;
  readonly #ends: number[] = [];
  readonly #works: number[] = [];

  constructor(entityCount: number) {
    this.entities = new Uint32Array(entityCount);
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

  /** What was added since the last level is the next one. `starts`: those of the adjacency. */
  finishLevel(starts: Uint32Array): void {
    const { entities, length } = this;
    let work = 0;
    for (let i = this.begin(this.levels); i < length; i++) work += starts[entities[i]! + 1]! - starts[entities[i]!]!;
    this.#ends.push(length);
    this.#works.push(work);
  }

  /** Keeps so many levels; the entities of the others stay readable until more are added. */
  cutTo(levels: number): void {
    this.#ends.length = levels;
    this.#works.length = levels;
    this.length = this.begin(levels);
  }
}

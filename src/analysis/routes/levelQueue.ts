import { LONGEST_ROUTE } from '../../model';
import { LevelTies } from './levelTies';

/**
 * Nodes in the order in which a search came to them, level by level, and how much there is to look at from each level. Each node is in it
 * once at most. Beside each may stand where the search came from, and by what step; and in `again`, the other ties by which it came to a
 * node from the same level.
 */
export class LevelQueue {
  readonly nodes: Int32Array;
  readonly befores: Int32Array;
  readonly steps: Uint8Array;
  readonly again = new LevelTies();
  /** How many it holds, with those of a level that is not finished. */
  length = 0;
  /** How many relationships the nodes of the level that is not finished have. */
  work = 0;
  /** How many levels are finished. */
  levels = 0;
  readonly #ends = new Int32Array(LONGEST_ROUTE + 2);
  readonly #works = new Float64Array(LONGEST_ROUTE + 2);

  constructor(entityCount: number, keepsWays: boolean) {
    this.nodes = new Int32Array(entityCount);
    this.befores = new Int32Array(keepsWays ? entityCount : 0);
    this.steps = new Uint8Array(keepsWays ? entityCount : 0);
  }

  /** The last finished level. */
  get outermost(): number {
    return this.levels - 1;
  }

  begin(level: number): number {
    return level === 0 ? 0 : this.#ends[level - 1]!;
  }

  end(level: number): number {
    return this.#ends[level]!;
  }

  /** How many relationships the nodes of a finished level have. */
  workOf(level: number): number {
    return this.#works[level]!;
  }

  /** How many they have up to and with a level. */
  workUpTo(level: number): number {
    let work = 0;
    for (let i = 0; i <= level; i++) work += this.#works[i]!;
    return work;
  }

  /** `degree`: how many relationships the node has. */
  push(node: number, degree: number): void {
    this.nodes[this.length++] = node;
    this.work += degree;
  }

  /** What was added since the last level is the next one. */
  finishLevel(): void {
    this.#ends[this.levels] = this.length;
    this.#works[this.levels] = this.work;
    this.work = 0;
    this.again.finishLevel(this.levels++);
    this.again.beginLevel(this.levels);
  }

  /** Keeps so many levels; the nodes of the others stay readable until more are added. */
  cutTo(levels: number): void {
    this.levels = levels;
    this.length = this.begin(levels);
    this.work = 0;
  }

  clear(): void {
    this.cutTo(0);
    this.again.clear();
    this.again.beginLevel(0);
  }
}

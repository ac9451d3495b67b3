import { LONGEST_ROUTE } from '../../model';

/**
 * Relationships by which nodes of a level are tied to nodes of the level before it, level by level: those of one level are added one after
 * another, in whatever order the levels come. It is emptied and filled again by every search, and keeps its room.
 */
export class LevelTies {
  /** The node of the level, the one of the level before it, and the step between them; what stands at the same place belongs together. */
  far = new Int32Array(64);
  near = new Int32Array(64);
  steps = new Uint8Array(64);
  length = 0;
  readonly #begins = new Int32Array(LONGEST_ROUTE + 2);
  readonly #ends = new Int32Array(LONGEST_ROUTE + 2);

  begin(level: number): number {
    return this.#begins[level]!;
  }

  end(level: number): number {
    return this.#ends[level]!;
  }

  /** What is added from here on is of this level. */
  beginLevel(level: number): void {
    this.#begins[level] = this.length;
  }

  add(far: number, near: number, step: number): void {
    if (this.length === this.steps.length) this.#enlarge();
    this.far[this.length] = far;
    this.near[this.length] = near;
    this.steps[this.length++] = step;
  }

  finishLevel(level: number): void {
    this.#ends[level] = this.length;
  }

  clear(): void {
    this.length = 0;
  }

  #enlarge(): void {
    const { far, near, steps } = this;
    this.far = new Int32Array(far.length * 2);
    this.near = new Int32Array(far.length * 2);
    this.steps = new Uint8Array(far.length * 2);
    this.far.set(far);
    this.near.set(near);
    this.steps.set(steps);
  }
}

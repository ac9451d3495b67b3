import { listOf } from '../connection';
import { TooManyTiesError } from '../limits';
import type { Records } from './records';
import { stepConditions, Values, type Walk } from './walk';

/** How many relationships one question has looked at, and may. */
export class Effort {
  #looked = 0;

  constructor(readonly most: number) {}

  /** Throws `TooManyTiesError` before more are looked at than may be. */
  spend(ties: number): void {
    if (this.#looked + ties > this.most) throw new TooManyTiesError();
    this.#looked += ties;
  }
}

/** Entities by integer, with how many relationships each has. */
type Degrees = Map<number, number>;

/** All entities within some hops of one, level by level. Each level is one statement over the rows of its entities. */
export class Ball {
  /** How far each entity is. */
  readonly depths: Map<number, number>;
  readonly degrees: Degrees = new Map();
  readonly levels: number[][];

  private constructor(
    readonly records: Records,
    readonly walk: Walk,
    /** Whether it goes in the direction of the question. */
    readonly onward: boolean,
    private readonly effort: Effort,
    centre: number,
  ) {
    this.depths = new Map([[centre, 0]]);
    this.levels = [[centre]];
  }

  static async around(records: Records, walk: Walk, onward: boolean, effort: Effort, centre: number): Promise<Ball> {
    const ball = new Ball(records, walk, onward, effort, centre);
    await ball.#learnDegrees([centre]);
    return ball;
  }

  get radius(): number {
    return this.levels.length - 1;
  }

  get frontier(): readonly number[] {
    return this.levels.at(-1)!;
  }

  /** Nothing lies beyond. */
  get complete(): boolean {
    return this.frontier.length === 0;
  }

  degreeOf(entities: Iterable<number>): number {
    let sum = 0;
    for (const entity of entities) sum += this.degrees.get(entity)!;
    return sum;
  }

  /** One hop farther. Throws `TooManyTiesError`. */
  async grow(): Promise<void> {
    this.effort.spend(this.degreeOf(this.frontier));
    const values = new Values();
    const conditions = [`a.entity = any(${values.numbers(this.frontier)})`, ...stepConditions(this.walk, this.onward, values)];
    const rows = (await this.records.connection.query(
      `select distinct a.neighbour from ${this.records.schema}.adj a where ${conditions.join(' and ')}`, values.list,
    )) as [number][];
    const next: number[] = [];
    for (const [entity] of rows) {
      if (this.depths.has(entity)) continue;
      this.depths.set(entity, this.levels.length);
      next.push(entity);
    }
    this.levels.push(next);
    await this.#learnDegrees(next);
  }

  async #learnDegrees(entities: readonly number[]): Promise<void> {
    if (entities.length === 0) return;
    const rows = (await this.records.connection.query(
      `select n, degree from ${this.records.schema}.degrees where n = any($1::bigint[])`, [listOf(entities)],
    )) as [number, number][];
    for (const [n, degree] of rows) this.degrees.set(n, degree);
  }
}

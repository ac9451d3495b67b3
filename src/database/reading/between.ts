import { Ball, type Effort } from './ball';
import type { Records } from './records';
import { neighbourIn, stepConditions, Values, type Walk } from './walk';

/**
 * What lies between two entities: breadth-first from both, level by level. Each level first asks whether the frontiers touch; else the side
 * grows whose frontier has the smaller sum of degrees (Pohl 1971, by degrees in place of sizes). Exact for the ties of the walk.
 */
export class Between {
  private constructor(
    private readonly records: Records,
    private readonly walk: Walk,
    private readonly effort: Effort,
    private readonly near: Ball,
    private readonly far: Ball,
  ) {}

  static async of(records: Records, walk: Walk, effort: Effort, from: number, to: number): Promise<Between> {
    const near = await Ball.around(records, walk, true, effort, from);
    return new Between(records, walk, effort, near, await Ball.around(records, walk, false, effort, to));
  }

  /** The hops of the shortest way of at most `longest`; undefined where there is none. Throws `TooManyTiesError`. */
  async shortest(longest: number): Promise<number | undefined> {
    for (;;) {
      const hops = this.near.radius + this.far.radius + 1;
      if (hops > longest) return undefined;
      if (this.near.complete || this.far.complete) return undefined;
      if ((await this.#step(this.near.frontier, this.far.frontier, true, 1)).length > 0) return hops;
      await this.#smaller().grow();
    }
  }

  /**
   * All entities on ways of at most `hops`, ways that pass one entity twice too. After `shortest` has found one. Throws `TooManyTiesError`.
   */
  async within(hops: number): Promise<number[]> {
    while (this.near.radius + this.far.radius + 1 < hops && !(this.near.complete && this.far.complete)) await this.#smaller().grow();
    const away = await this.#distances(this.near, this.far, true, hops);
    const ahead = await this.#distances(this.far, this.near, false, hops);
    const found: number[] = [];
    for (const [entity, distance] of away) if (distance + (ahead.get(entity) ?? Infinity) <= hops) found.push(entity);
    return found;
  }

  /** Whether nothing more can lie between the two on ways of more hops. */
  isWhole(hops: number): boolean {
    return this.near.complete && this.far.complete && hops >= this.near.radius + this.far.radius;
  }

  /** How far entities of both balls are from the centre of one, where that is no more than `hops` leave to the other. */
  async #distances(from: Ball, to: Ball, onward: boolean, hops: number): Promise<Map<number, number>> {
    const distances = new Map(from.depths);
    let level: readonly number[] = from.complete ? [] : from.frontier;
    for (let depth = from.radius + 1; level.length > 0 && depth <= hops; depth++) {
      const open = [...to.depths].filter(([entity, ahead]) => ahead + depth <= hops && !distances.has(entity)).map(([entity]) => entity);
      level = await this.#step(level, open, onward);
      for (const entity of level) distances.set(entity, depth);
    }
    return distances;
  }

  #smaller(): Ball {
    const [a, b] = [this.near, this.far];
    if (a.complete) return b;
    if (b.complete) return a;
    return a.degreeOf(a.frontier) <= b.degreeOf(b.frontier) ? a : b;
  }

  /** Which of `open` a step leads to from `level`, in the direction asked for. It looks at the side with fewer relationships. */
  async #step(level: readonly number[], open: readonly number[], onward: boolean, limit?: number): Promise<number[]> {
    if (level.length === 0 || open.length === 0) return [];
    const [here, there] = [this.#degreeOf(level), this.#degreeOf(open)];
    this.effort.spend(Math.min(here, there));
    const values = new Values();
    const fromHere = here <= there;
    const filter = { ...this.walk.filter, entityTypes: undefined };
    const [rows, others] = fromHere ? [level, open] : [open, level];
    const conditions = [
      `a.entity = any(${values.numbers(rows)})`, neighbourIn(others, values),
      // Whoever is on either side may be passed already.
      ...stepConditions({ ...this.walk, places: true, avoid: [], filter }, onward === fromHere, values),
    ];
    const found = fromHere ? 'a.neighbour' : 'a.entity';
    const sql =
      limit === undefined
        ? `select distinct ${found} from ${this.records.schema}.adj a where ${conditions.join(' and ')}`
        : `select ${found} from ${this.records.schema}.adj a where ${conditions.join(' and ')} limit ${limit}`;
    return ((await this.records.connection.query(sql, values.list)) as [number][]).map(([entity]) => entity);
  }

  #degreeOf(entities: Iterable<number>): number {
    let sum = 0;
    for (const entity of entities) sum += this.near.degrees.get(entity) ?? this.far.degrees.get(entity)!;
    return sum;
  }
}

import { otherEnd, type LayoutProblem } from './layoutProblem';
import { PictureCost, type CostWeights } from './pictureCost';
import type { Random } from './random';

/** What a search is given to spend and where it may go. */
interface AnnealOptions {
  readonly width: number;
  readonly height: number;
  /** How many moves are tried. */
  readonly moves: number;
  /** How much worse a move may make the picture at first, in crossings. */
  readonly heat: number;
  /** How far an entity may jump at first. */
  readonly reach: number;
  readonly weights: CostWeights;
  readonly withLabels: boolean;
  /** How much wider and higher the room is at first; it shrinks to its size over the first part of the search. 1 or above. */
  readonly spread: number;
  /** How far an entity may leave the x at which it begins; absent: as far as the room goes. */
  readonly leave?: number;
  readonly fixed: Uint8Array;
  readonly random: Random;
  onProgress?(done: number): void;
}

/** Positions are multiples of this, so that boxes line up now and then and edges fall on whole pixels. */
const GRID = 2;
/** Nudges tried in a row on one entity: what it costs where it stands is then known. */
const TRIES = 3;
/** The part of the search in which the room shrinks. */
const SHRINKING = 0.6;
/** The part of the search in which lines are untangled, and what other faults weigh then, of their full weight. */
const UNTANGLING = 0.2;
const FIRST = 0.08;

/**
 * Improves a picture by threshold accepting (Dueck and Scheuer, 1990) on its real faults: an entity is moved, with its
 * leaves, towards its neighbours or in exchange for another, and stays there if the picture is not worse by more than a
 * bound that shrinks to nothing. Writes into `x` and `y`; what is fixed stays. Same seed, same picture.
 * O(moves · d · (n + m)), d being an entity's mean number of bundles; without labels only what is near is looked at.
 */
export function anneal(problem: LayoutProblem, x: Float64Array, y: Float64Array, options: AnnealOptions): void {
  new Annealing(problem, x, y, options).run();
}

class Annealing {
  private readonly cost: PictureCost;
  private readonly free: number[];
  private readonly columns: Float64Array;
  private room: number;
  private heat = 0;
  private reach = 0;

  constructor(
    private readonly problem: LayoutProblem,
    private readonly x: Float64Array,
    private readonly y: Float64Array,
    private readonly options: AnnealOptions,
  ) {
    this.cost = new PictureCost(problem, x, y, options.weights, options.withLabels, {
      width: options.width * options.spread, height: options.height * options.spread,
    });
    this.room = options.spread;
    this.columns = x.slice();
    this.free = problem.ids.map((_, i) => i).filter((i) => !options.fixed[i]);
  }

  run(): void {
    const { moves, heat, reach, random, onProgress } = this.options;
    if (this.free.length === 0) return;
    const tick = Math.ceil(moves / 10);
    const stage = Math.ceil(moves / 100);
    for (let i = 0; i < moves; i++) {
      const left = 1 - i / moves;
      this.heat = heat * left * left * left;
      this.reach = 10 + reach * left * left;
      const v = this.free[Math.floor(random() * this.free.length)]!;
      const kind = random();
      if (kind < 0.62) for (let k = 0; k < TRIES; k++) this.nudge(v);
      else if (kind < 0.77) this.towardsNeighbours(v);
      else if (kind < 0.9) this.exchange(v);
      else this.withLeaves(v);
      if (i % tick === 0) onProgress?.(i / moves);
      if (i % stage === 0) this.enterStage(i / moves);
    }
  }

  private enterStage(done: number): void {
    this.cost.weigh(ramped(this.options.weights, done));
    this.shrinkTo(1 + (this.options.spread - 1) * Math.max(0, 1 - done / SHRINKING));
  }

  private shrinkTo(room: number): void {
    if (room === this.room) return;
    const by = room / this.room;
    this.room = room;
    this.cost.moveAll(this.free, (v) => [this.clampX(v, this.x[v]! * by), this.clampY(v, this.y[v]! * by)]);
  }

  /** Keeps a box inside the picture and on the grid. */
  private clampX(v: number, at: number): number {
    const most = (this.options.width * this.room) / 2 - this.problem.halfWidth[v]!;
    const { leave } = this.options;
    const near = leave === undefined ? at : Math.max(this.columns[v]! - leave, Math.min(this.columns[v]! + leave, at));
    return Math.round(Math.max(-most, Math.min(most, near)) / GRID) * GRID;
  }

  private clampY(v: number, at: number): number {
    const most = (this.options.height * this.room) / 2 - this.problem.halfHeight[v]!;
    return Math.round(Math.max(-most, Math.min(most, at)) / GRID) * GRID;
  }

  private bound(): number {
    return this.heat * this.options.random();
  }

  private tryOne(v: number, toX: number, toY: number): void {
    const { x, y, cost } = this;
    const [fromX, fromY] = [x[v]!, y[v]!];
    const [newX, newY] = [this.clampX(v, toX), this.clampY(v, toY)];
    if (newX === fromX && newY === fromY) return;
    const limit = cost.costAt(v) + this.bound();
    if (cost.costIf(v, newX, newY, limit) <= limit) cost.move(v, newX, newY);
  }

  private nudge(v: number): void {
    const { random } = this.options;
    const kind = random();
    const dx = (random() * 2 - 1) * this.reach;
    const dy = (random() * 2 - 1) * this.reach * 0.7;
    this.tryOne(v, this.x[v]! + (kind < 0.2 ? 0 : dx), this.y[v]! + (kind > 0.8 ? 0 : dy));
  }

  private towardsNeighbours(v: number): void {
    const { bundlesAt } = this.problem;
    const bundles = bundlesAt[v]!;
    if (bundles.length === 0) return this.nudge(v);
    const { random } = this.options;
    const one = otherEnd(this.problem, bundles[Math.floor(random() * bundles.length)]!, v);
    const two = otherEnd(this.problem, bundles[Math.floor(random() * bundles.length)]!, v);
    const spread = 60 + this.reach;
    this.tryOne(
      v, (this.x[one]! + this.x[two]!) / 2 + (random() * 2 - 1) * spread * 1.5,
      (this.y[one]! + this.y[two]!) / 2 + (random() * 2 - 1) * spread,
    );
  }

  private exchange(v: number): void {
    const { x, y, cost } = this;
    const u = this.free[Math.floor(this.options.random() * this.free.length)]!;
    if (u === v) return;
    const at = [x[v]!, y[v]!, x[u]!, y[u]!] as const;
    let limit = cost.costAt(v) + this.bound();
    cost.move(v, this.clampX(v, at[2]), this.clampY(v, at[3]));
    limit -= cost.costAt(v);
    limit += cost.costAt(u);
    const [ux, uy] = [this.clampX(u, at[0]), this.clampY(u, at[1])];
    if (cost.costIf(u, ux, uy, limit) <= limit) cost.move(u, ux, uy);
    else cost.move(v, at[0], at[1]);
  }

  /** Moves an entity and all that hang on it alone. */
  private withLeaves(v: number): void {
    const { bundlesAt } = this.problem;
    const group = [v];
    for (const e of bundlesAt[v]!) {
      const u = otherEnd(this.problem, e, v);
      if (bundlesAt[u]!.length === 1 && !this.options.fixed[u]) group.push(u);
    }
    const { random } = this.options;
    const [dx, dy] = [(random() * 2 - 1) * this.reach * 1.5, (random() * 2 - 1) * this.reach];
    const before = group.map((u) => [this.x[u]!, this.y[u]!] as const);
    let change = 0;
    for (const u of group) {
      change -= this.cost.costAt(u);
      this.cost.move(u, this.clampX(u, this.x[u]! + dx), this.clampY(u, this.y[u]! + dy));
      change += this.cost.costAt(u);
    }
    if (change <= this.bound()) return;
    group.forEach((u, i) => this.cost.move(u, before[i]![0], before[i]![1]));
  }
}

/**
 * The weights when so much of the search is done. At first lines are untangled and little else counts, boxes may lie on
 * one another; then the faults that small moves can mend weigh more and more: boxes and lines in each other's way, and
 * the room of labels.
 */
function ramped(weights: CostWeights, done: number): CostWeights {
  const part = Math.max(0, (done - UNTANGLING) / (1 - UNTANGLING));
  const to = (last: number) => FIRST + (last - FIRST) * part;
  return {
    ...weights,
    overlap: weights.overlap * to(1),
    underBox: weights.underBox * to(4),
    noRoom: weights.noRoom * to(4),
    labelOnBox: weights.labelOnBox * to(1.8),
    labelOnLabel: weights.labelOnLabel * to(1.8),
    labelOnLine: weights.labelOnLine * to(1.8),
    length: weights.length * (0.3 + 0.7 * part),
  };
}

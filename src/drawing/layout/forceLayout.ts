import type { LayoutProblem } from './layoutProblem';
import type { Random } from './random';

/** Pulls everything a little to the middle, so that no branch drifts off. */
const GRAVITY = 0.01;
/** No step is longer than this part of a force, so that pairs do not swing. */
const LONGEST_STEP = 0.6;

/**
 * Places one component by forces as in ForceAtlas2 (Jacomy and others, 2014): ties pull in proportion to their length,
 * entities push apart by their numbers of ties over their distance. Steps shrink on a fixed course, from seeded places;
 * products, quotients and square roots only, so that every machine places alike. Every pair is computed: exact, and up
 * to some 1 500 entities quicker than a tree. Writes into `x` and `y` at the members' indices, a hop being 1 to 3 units.
 * O(iterations · k²) for k members.
 */
export function forceLayout(
  problem: LayoutProblem, members: readonly number[], x: Float64Array, y: Float64Array, random: Random, iterations: number,
): void {
  const spread = Math.sqrt(members.length) * 3;
  for (const v of members) {
    x[v] = (random() - 0.5) * spread;
    y[v] = (random() - 0.5) * spread;
  }
  const forces = new Forces(problem, members, x, y);
  for (let i = 0; i < iterations; i++) {
    const left = 1 - i / iterations;
    forces.step(spread * 0.15 * left * left + 0.01);
  }
}

class Forces {
  private readonly mass: Float64Array;
  private readonly forceX: Float64Array;
  private readonly forceY: Float64Array;
  private readonly bundles: readonly number[];
  private readonly members: Int32Array;

  constructor(
    private readonly problem: LayoutProblem,
    members: readonly number[],
    private readonly x: Float64Array,
    private readonly y: Float64Array,
  ) {
    this.members = Int32Array.from(members);
    this.mass = Float64Array.from(problem.bundlesAt, (bundles) => bundles.length + 1);
    this.forceX = new Float64Array(x.length);
    this.forceY = new Float64Array(x.length);
    this.bundles = members.flatMap((v) => [...problem.bundlesAt[v]!].filter((e) => problem.first[e] === v));
  }

  /** Moves each member along the force on it, at most `limit` units. */
  step(limit: number): void {
    this.forceX.fill(0);
    this.forceY.fill(0);
    this.pushApart();
    this.pullTogether();
    const { x, y, forceX, forceY } = this;
    for (const v of this.members) {
      const fx = forceX[v]! - x[v]! * GRAVITY;
      const fy = forceY[v]! - y[v]! * GRAVITY;
      const by = Math.min(LONGEST_STEP, limit / (Math.sqrt(fx * fx + fy * fy) || 1));
      x[v] = x[v]! + fx * by;
      y[v] = y[v]! + fy * by;
    }
  }

  private pushApart(): void {
    const { members, mass, x, y, forceX, forceY } = this;
    for (let i = 0; i < members.length; i++) {
      const a = members[i]!;
      const ax = x[a]!;
      const ay = y[a]!;
      const am = mass[a]!;
      let sumX = 0;
      let sumY = 0;
      for (let j = i + 1; j < members.length; j++) {
        const b = members[j]!;
        const dx = ax - x[b]!;
        const dy = ay - y[b]!;
        const near = 1 / (dx * dx + dy * dy + 0.01);
        const onA = near * mass[b]!;
        const onB = near * am;
        sumX += dx * onA;
        sumY += dy * onA;
        forceX[b] = forceX[b]! - dx * onB;
        forceY[b] = forceY[b]! - dy * onB;
      }
      forceX[a] = forceX[a]! + sumX;
      forceY[a] = forceY[a]! + sumY;
    }
  }

  private pullTogether(): void {
    const { mass, x, y, forceX, forceY } = this;
    const { first, second } = this.problem;
    for (const e of this.bundles) {
      const a = first[e]!;
      const b = second[e]!;
      const dx = x[a]! - x[b]!;
      const dy = y[a]! - y[b]!;
      forceX[a] = forceX[a]! - dx / mass[a]!;
      forceY[a] = forceY[a]! - dy / mass[a]!;
      forceX[b] = forceX[b]! + dx / mass[b]!;
      forceY[b] = forceY[b]! + dy / mass[b]!;
    }
  }
}

import { hopsFrom } from './components';
import type { LayoutProblem } from './layoutProblem';
import type { Random } from './random';

/** Each round moves things three quarters as far as the one before. */
const COOLING = 0.75;
const SMALLEST_STEP = 0.05;

/**
 * Places one component so that distances on paper follow hops, 1 unit a hop, by stochastic gradient descent on stress
 * (Zheng, Pawar and Goodman, "Graph drawing by stochastic gradient descent", 2018): pairs in random order, each moved
 * towards its distance by a step that shrinks from round to round. Writes into `x` and `y` at the members' indices.
 * O(k²) memory and about 25 k² steps for k members.
 */
export function stressLayout(problem: LayoutProblem, members: readonly number[], x: Float64Array, y: Float64Array, random: Random): void {
  const k = members.length;
  const spread = Math.sqrt(k);
  for (const v of members) {
    x[v] = random() * spread;
    y[v] = random() * spread;
  }
  if (k < 2) return;
  const pairs = pairsOf(problem, members);
  let longest = 1;
  for (const hops of pairs.hops) if (hops > longest) longest = hops;
  for (let step = longest * longest; step > SMALLEST_STEP; step *= COOLING) {
    shuffle(pairs.order, random);
    for (const pair of pairs.order) relax(pairs.a[pair]!, pairs.b[pair]!, pairs.hops[pair]!, step, x, y);
  }
}

interface Pairs {
  a: Int32Array;
  b: Int32Array;
  hops: Float64Array;
  order: Int32Array;
}

function pairsOf(problem: LayoutProblem, members: readonly number[]): Pairs {
  const count = (members.length * (members.length - 1)) / 2;
  const pairs = { a: new Int32Array(count), b: new Int32Array(count), hops: new Float64Array(count), order: Int32Array.from({ length: count }, (_, i) => i) };
  let next = 0;
  members.forEach((v, i) => {
    const hops = hopsFrom(problem, v);
    for (let j = i + 1; j < members.length; j++, next++) {
      pairs.a[next] = v;
      pairs.b[next] = members[j]!;
      pairs.hops[next] = hops[members[j]!]!;
    }
  });
  return pairs;
}

/** Moves two entities along the line between them, by at most all of what their distance is off. */
function relax(a: number, b: number, hops: number, step: number, x: Float64Array, y: Float64Array): void {
  const dx = x[a]! - x[b]!;
  const dy = y[a]! - y[b]!;
  const distance = Math.sqrt(dx * dx + dy * dy) || 1e-9;
  const share = (Math.min(1, step / (hops * hops)) * (distance - hops)) / 2 / distance;
  x[a] = x[a]! - dx * share;
  y[a] = y[a]! - dy * share;
  x[b] = x[b]! + dx * share;
  y[b] = y[b]! + dy * share;
}

/** Fisher and Yates. */
export function shuffle(order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

import { anneal } from './anneal';
import { forceAtlas } from './forceAtlas';
import { forceLayout } from './forceLayout';
import { otherEnd, type LayoutProblem } from './layoutProblem';
import { packComponents } from './packComponents';
import { defaultWeights } from './pictureCost';
import { seeded, type Random } from './random';
import { separate } from './separate';

/** How a chart is to be arranged. */
interface ArrangeOptions {
  readonly aspect: number;
  readonly seed: number;
  /** How long to search, 1 being about a second for a hundred entities. */
  readonly effort: number;
  /** The area that a picture of few entities may take as long as it can be drawn in it, in square chart units. */
  readonly area?: number | undefined;
  /** Places that are not to change, by entity index. */
  readonly fixed?: ReadonlyMap<number, { readonly x: number; readonly y: number }>;
  onProgress?(done: number): void;
}

/** Centres of boxes, by entity index, in whole chart units. */
export interface Arrangement {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Above this many entities, distances between all pairs and the search for a better picture would take too long. */
const SEARCHED_UP_TO = 1500;
/** Above this many, labels are not read at a glance; they are left out of the search. */
const LABELLED_UP_TO = 400;
const BOX_GAP = 10;
/** Room between components, in chart units, and a hop's length before the room is known. */
const COMPONENT_GAP = 60;
const HOP = 130;

/**
 * Arranges a chart whose entities have at least one tie each, for a picture of the aspect wanted: a force layout of each
 * component, components packed, the whole fitted to a room a few times as big as boxes and labels together, searched for
 * a better picture, and separated. Above 1 500 entities ForceAtlas2 takes its place and there is no search.
 * The room is centred on (0, 0), and grows to take in what is fixed.
 */
export function arrange(problem: LayoutProblem, options: ArrangeOptions): Arrangement {
  const n = problem.ids.length;
  const random = seeded(options.seed);
  const [x, y] = [new Float64Array(n), new Float64Array(n)];
  const small = n <= SEARCHED_UP_TO;
  if (small) packedForces(problem, options.aspect, x, y, random);
  else forceAtlas(problem, x, y, random, Math.max(60, Math.round(400_000 / n)));
  const room = roomFor(problem, options.aspect, options.area ?? READABLE_AREA);
  const fixed = fixIn(problem, x, y, room, options.fixed, small ? SPREAD : 1);
  if (small) search(problem, x, y, room, fixed, random, options);
  separate({ x, y, halfWidth: problem.halfWidth, halfHeight: problem.halfHeight }, BOX_GAP, fixed);
  options.onProgress?.(1);
  return { x, y };
}

interface Room {
  width: number;
  height: number;
}

/**
 * How many times the area of boxes and labels, margins included, the picture takes: at least `least`, so that it can be
 * drawn at all; up to `most` as long as a compact name is still 9.5 px high when the whole is shown on 1 000 by 640 px;
 * and `many` where that is lost anyway.
 */
const AIR = { least: 1.16, most: 3, many: 6 };
const READABLE_AREA = 945_000;
/** The search begins in a room this much wider and higher. */
const SPREAD = 1.7;
/**
 * What differs between a chart of few entities, which has to be read whole and is searched thoroughly, and one of many,
 * where the search has time to mend and not to begin anew: how much worse a move may be at first, and how far it goes.
 */
const HEAT = { few: 4, many: 0.5 };
const REACH = { few: 260, many: 100 };
const FEW = 110;
const MANY = 200;

/** Between the value for few entities and that for many, by their number. */
function byCount({ few, many }: { few: number; many: number }, n: number): number {
  const part = Math.max(0, Math.min(1, (n - FEW) / (MANY - FEW)));
  return few + (many - few) * part;
}

function roomFor({ ids, halfWidth, halfHeight, labelWidth, labelHeight }: LayoutProblem, aspect: number, area: number): Room {
  const boxes = halfWidth.reduce((sum, w, i) => sum + (2 * w + 16) * (2 * halfHeight[i]! + 16), 0);
  const labels = labelWidth.reduce((sum, w, e) => sum + (w + 6) * (labelHeight[e]! + 6), 0);
  const needed = boxes + labels;
  const few = Math.max(needed * AIR.least, Math.min(needed * AIR.most, area));
  const height = Math.sqrt(byCount({ few, many: needed * AIR.many }, ids.length) / aspect);
  const [widest, highest] = [2 * Math.max(0, ...halfWidth), 2 * Math.max(0, ...halfHeight)];
  return { width: Math.max(height * aspect, widest * 1.5), height: Math.max(height, highest * 2) };
}

function packedForces(problem: LayoutProblem, aspect: number, x: Float64Array, y: Float64Array, random: Random): void {
  const components = componentsOf(problem);
  const sizes = components.map((members) => {
    forceLayout(problem, members, x, y, random, Math.round(Math.min(1000, 3e8 / (members.length * members.length))));
    return lieFlat(members, x, y);
  });
  const corners = packComponents(sizes, aspect, COMPONENT_GAP / HOP);
  components.forEach((members, c) => {
    for (const v of members) {
      x[v] = x[v]! + corners[c]!.x;
      y[v] = y[v]! + corners[c]!.y;
    }
  });
}

/**
 * Turns a component so that its long axis lies flat (its principal axis, by Jacobi's half-angle formulae),
 * and moves its top left corner to (0, 0).
 */
function lieFlat(members: readonly number[], x: Float64Array, y: Float64Array): Room {
  const mean = (of: Float64Array) => members.reduce((sum, v) => sum + of[v]!, 0) / members.length;
  const [cx, cy] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const v of members) {
    const [dx, dy] = [x[v]! - cx, y[v]! - cy];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const tilt = Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy) || 1;
  const cos = Math.sqrt((1 + (xx - yy) / tilt) / 2);
  const sin = Math.sqrt(Math.max(0, 1 - cos * cos)) * (xy < 0 ? -1 : 1);
  for (const v of members) {
    const [dx, dy] = [x[v]! - cx, y[v]! - cy];
    x[v] = dx * cos + dy * sin;
    y[v] = dy * cos - dx * sin;
  }
  return toCorner(members, x, y);
}

function toCorner(members: readonly number[], x: Float64Array, y: Float64Array): Room {
  const [left, top] = [Math.min(...members.map((v) => x[v]!)), Math.min(...members.map((v) => y[v]!))];
  let [width, height] = [0, 0];
  for (const v of members) {
    x[v] = x[v]! - left;
    y[v] = y[v]! - top;
    width = Math.max(width, x[v]!);
    height = Math.max(height, y[v]!);
  }
  return { width: width + 1, height: height + 1 };
}

/**
 * Stretches the picture over the room, `spread` times its size, puts what is fixed in its place, and lets the room grow to take that in.
 */
function fixIn(
  problem: LayoutProblem, x: Float64Array, y: Float64Array, room: Room, fixed: ArrangeOptions['fixed'], spread: number,
): Uint8Array {
  stretch(x, problem.halfWidth, room.width * spread);
  stretch(y, problem.halfHeight, room.height * spread);
  const isFixed = new Uint8Array(x.length);
  for (const [v, at] of fixed ?? []) {
    isFixed[v] = 1;
    x[v] = at.x;
    y[v] = at.y;
    room.width = Math.max(room.width, 2 * (Math.abs(at.x) + problem.halfWidth[v]!));
    room.height = Math.max(room.height, 2 * (Math.abs(at.y) + problem.halfHeight[v]!));
  }
  return isFixed;
}

function stretch(at: Float64Array, half: Float64Array, size: number): void {
  let [low, high] = [Infinity, -Infinity];
  for (const c of at) [low, high] = [Math.min(low, c), Math.max(high, c)];
  const by = (size - 2 * Math.max(...half)) / (high - low || 1);
  for (let i = 0; i < at.length; i++) at[i] = (at[i]! - (low + high) / 2) * by;
}

function search(
  problem: LayoutProblem, x: Float64Array, y: Float64Array, room: Room, fixed: Uint8Array, random: Random, options: ArrangeOptions,
): void {
  const [n, m] = [problem.ids.length, problem.first.length];
  const work = (1 + (2 * m) / n) * (n + m);
  const moves = Math.round(Math.min(1500 * n, (0.8e8 * (1 + n / 400)) / work) * options.effort);
  anneal(problem, x, y, {
    ...room, moves, heat: byCount(HEAT, n), reach: byCount(REACH, n), spread: SPREAD, weights: defaultWeights,
    withLabels: n <= LABELLED_UP_TO, fixed, random, ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
}

/** The parts of a chart that nothing ties to one another, as lists of entity indices: largest first, ties by first entity. O(n + m). */
function componentsOf(problem: LayoutProblem): number[][] {
  const seen = new Uint8Array(problem.ids.length);
  const found: number[][] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue;
    const members = [start];
    seen[start] = 1;
    for (let head = 0; head < members.length; head++) {
      for (const bundle of problem.bundlesAt[members[head]!]!) {
        const next = otherEnd(problem, bundle, members[head]!);
        if (seen[next]) continue;
        seen[next] = 1;
        members.push(next);
      }
    }
    found.push(members.sort((a, b) => a - b));
  }
  return found.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

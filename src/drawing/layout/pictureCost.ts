import { CostGrid } from './costGrid';
import type { LayoutProblem } from './layoutProblem';

/** What each fault of a picture costs, in crossings: the unit is one crossing of two single lines. */
export interface CostWeights {
  readonly crossing: number;
  /** Two boxes that overlap or stand too close. */
  readonly overlap: number;
  /** A line under a foreign box. */
  readonly underBox: number;
  /** A line without room for its label between its two boxes. */
  readonly noRoom: number;
  /** A label, half-way on its line, that covers a box, another label, or a foreign line. */
  readonly labelOnBox: number;
  readonly labelOnLabel: number;
  readonly labelOnLine: number;
  /** 100 units of line. */
  readonly length: number;
}

export const defaultWeights: CostWeights = {
  crossing: 1,
  overlap: 12,
  underBox: 3,
  noRoom: 2,
  labelOnBox: 1.2,
  labelOnLabel: 1.2,
  labelOnLine: 0.5,
  length: 0.5,
};

/**
 * Faults are graded, so that small moves can mend them: a box this far into another's margin, or a line this far into a box,
 * is a whole fault.
 */
const SOFTNESS = 20;
const DEEP = 16;
const SLIGHT = 0.3;
/** Boxes keep this far apart, and lines this far from foreign boxes. */
const GAP_X = 12;
const GAP_Y = 12;
const CLEARANCE = 5;
/** Beside a label, along its line, for the arrow and a piece of line. */
const LABEL_MARGIN = 7;

/**
 * The cost of a picture while it is being searched: lines run straight from centre to centre, each bundle's labels
 * stand half-way. `costAt(v)` is the part that moving v can change, so a move costs O(d·(n + m)) for the d bundles at v. Without labels
 * two grids tell who may be in the way, and the costs are the same. `room`: where boxes stand while they are moved.
 */
export class PictureCost {
  private readonly labelX: Float64Array;
  private readonly labelY: Float64Array;
  /** The edges of the rectangle around each bundle's line and labels, so that what is far apart is told at once. */
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private readonly top: Float64Array;
  private readonly bottom: Float64Array;
  /** Costs as last asked, good as long as nothing has moved since. */
  private readonly known: Float64Array;
  private readonly knownAt: Int32Array;
  private now = 1;
  /** Where a chart is too large for every pair: who may be in each other's way. Labels are not in it. */
  private readonly lineGrid: CostGrid | undefined;
  private readonly boxGrid: CostGrid | undefined;

  constructor(
    private readonly problem: LayoutProblem,
    readonly x: Float64Array,
    readonly y: Float64Array,
    private weights: CostWeights,
    private readonly withLabels: boolean,
    room?: { readonly width: number; readonly height: number },
  ) {
    this.labelX = new Float64Array(problem.first.length);
    this.labelY = new Float64Array(problem.first.length);
    this.left = new Float64Array(problem.first.length);
    this.right = new Float64Array(problem.first.length);
    this.top = new Float64Array(problem.first.length);
    this.bottom = new Float64Array(problem.first.length);
    for (let e = 0; e < problem.first.length; e++) this.putLabel(e);
    this.known = new Float64Array(x.length);
    this.knownAt = new Int32Array(x.length);
    if (room && !withLabels) {
      const around = { left: -room.width / 2, top: -room.height / 2, width: room.width, height: room.height };
      this.lineGrid = new CostGrid(around, problem.first.length, 4 * problem.first.length);
      this.boxGrid = new CostGrid(around, x.length, 4 * problem.first.length);
      this.fillGrids();
    }
  }

  private fillGrids(): void {
    this.lineGrid?.clear();
    this.boxGrid?.clear();
    for (let v = 0; v < this.x.length; v++) this.putBox(v);
    for (let e = 0; e < this.problem.first.length; e++) this.putLine(e);
  }

  /** A box is in the squares that a line which it hides may run through. */
  private putBox(v: number): void {
    const { halfWidth, halfHeight } = this.problem;
    this.boxGrid?.putBox(v, this.x[v]!, this.y[v]!, halfWidth[v]! + CLEARANCE, halfHeight[v]! + CLEARANCE);
  }

  private putLine(e: number): void {
    const [a, b] = [this.problem.first[e]!, this.problem.second[e]!];
    this.lineGrid?.putLine(e, this.x[a]!, this.y[a]!, this.x[b]!, this.y[b]!);
  }

  /** Goes on with other weights. */
  weigh(weights: CostWeights): void {
    this.now++;
    this.weights = weights;
  }

  move(v: number, x: number, y: number): void {
    this.now++;
    this.place(v, x, y);
    if (!this.lineGrid || !this.boxGrid) return;
    this.boxGrid.remove(v);
    this.putBox(v);
    for (const e of this.problem.bundlesAt[v]!) {
      this.lineGrid.remove(e);
      this.putLine(e);
    }
  }

  /** Moves many at once. */
  moveAll(entities: readonly number[], to: (v: number) => readonly [x: number, y: number]): void {
    this.now++;
    for (const v of entities) this.place(v, ...to(v));
    this.fillGrids();
  }

  /** What v would cost elsewhere, as `costAt`; v stays where it is. */
  costIf(v: number, x: number, y: number, limit: number): number {
    const [fromX, fromY] = [this.x[v]!, this.y[v]!];
    this.place(v, x, y);
    const cost = this.sumAt(v, limit);
    this.place(v, fromX, fromY);
    return cost;
  }

  private place(v: number, x: number, y: number): void {
    this.x[v] = x;
    this.y[v] = y;
    for (const e of this.problem.bundlesAt[v]!) this.putLabel(e);
  }

  /** Labels stand in the middle of the part of the line that no box of its own covers. */
  private putLabel(e: number): void {
    const { first, second, halfWidth, halfHeight, labelWidth, labelHeight } = this.problem;
    const a = first[e]!;
    const b = second[e]!;
    const dx = this.x[b]! - this.x[a]!;
    const dy = this.y[b]! - this.y[a]!;
    const ax = Math.abs(dx) || 1e-9;
    const ay = Math.abs(dy) || 1e-9;
    const leave = Math.min(halfWidth[a]! / ax, halfHeight[a]! / ay);
    const enter = 1 - Math.min(halfWidth[b]! / ax, halfHeight[b]! / ay);
    const t = (leave + enter) / 2;
    const lx = this.x[a]! + dx * t;
    const ly = this.y[a]! + dy * t;
    const lw = this.withLabels ? labelWidth[e]! / 2 + 2 : 0;
    const lh = this.withLabels ? labelHeight[e]! / 2 + 2 : 0;
    this.labelX[e] = lx;
    this.labelY[e] = ly;
    this.left[e] = Math.min(this.x[a]!, this.x[b]!, lx - lw);
    this.right[e] = Math.max(this.x[a]!, this.x[b]!, lx + lw);
    this.top[e] = Math.min(this.y[a]!, this.y[b]!, ly - lh);
    this.bottom[e] = Math.max(this.y[a]!, this.y[b]!, ly + lh);
  }

  /** Everything that the place of v has a part in. */
  costAt(v: number): number {
    if (this.knownAt[v] !== this.now) {
      this.known[v] = this.sumAt(v, Infinity);
      this.knownAt[v] = this.now;
    }
    return this.known[v]!;
  }

  /** Gives up once the sum is above `limit`: the result then is only known to be above. */
  private sumAt(v: number, limit: number): number {
    let sum = this.boxCost(v);
    if (sum > limit) return sum;
    const { bundlesAt } = this.problem;
    for (const e of bundlesAt[v]!) {
      sum += this.ownCost(e);
      if (sum > limit) return sum;
    }
    sum += this.linesAtBox(v);
    for (const e of bundlesAt[v]!) {
      if (sum > limit) return sum;
      sum += this.lineCost(e, v);
    }
    return sum;
  }

  /** The whole picture's cost. O(m·(n + m)). */
  total(): number {
    const { ids, first } = this.problem;
    let sum = 0;
    for (let v = 0; v < ids.length; v++) sum += this.boxCost(v) / 2;
    for (let e = 0; e < first.length; e++) sum += this.ownCost(e) + this.lineCost(e, -1);
    return sum;
  }

  private boxCost(v: number): number {
    const { halfWidth, halfHeight } = this.problem;
    const x = this.x;
    const y = this.y;
    const xv = x[v]!;
    const yv = y[v]!;
    const w = halfWidth[v]! + GAP_X;
    const h = halfHeight[v]! + GAP_Y;
    let sum = 0;
    // Margins of two boxes that come too close share a square, since each is there with its clearance and asks with the whole gap.
    const near = this.boxGrid?.nearBox(xv, yv, w, h);
    const found = this.boxGrid?.results;
    for (let i = 0; i < (near ?? x.length); i++) {
      const u = found ? found[i]! : i;
      if (u === v) continue;
      const oy = h + halfHeight[u]! - Math.abs(y[u]! - yv);
      if (oy <= 0) continue;
      const ox = w + halfWidth[u]! - Math.abs(x[u]! - xv);
      if (ox > 0) sum += Math.min(ox, oy) / SOFTNESS;
    }
    return sum * this.weights.overlap;
  }

  /** Foreign lines and labels at the box of v. */
  private linesAtBox(v: number): number {
    const { first, second, halfWidth, halfHeight, lines, labelWidth, labelHeight } = this.problem;
    const { x, y, labelX, labelY, left, right, top, bottom } = this;
    const xv = x[v]!;
    const yv = y[v]!;
    const w = halfWidth[v]!;
    const h = halfHeight[v]!;
    let under = 0;
    let onLabel = 0;
    const near = this.lineGrid?.nearBox(xv, yv, w + CLEARANCE, h + CLEARANCE);
    const found = this.lineGrid?.results;
    for (let i = 0; i < (near ?? first.length); i++) {
      const e = found ? found[i]! : i;
      if (
        left[e]! > xv + w + CLEARANCE
        || right[e]! < xv - w - CLEARANCE
        || top[e]! > yv + h + CLEARANCE
        || bottom[e]! < yv - h - CLEARANCE
      )
        continue;
      const a = first[e]!;
      const b = second[e]!;
      if (a === v || b === v) continue;
      under += lines[e]! * hiddenBy(x[a]!, y[a]!, x[b]!, y[b]!, xv, yv, w + CLEARANCE, h + CLEARANCE);
      if (
        this.withLabels
        && Math.abs(labelX[e]! - xv) < w + labelWidth[e]! / 2 + 2
        && Math.abs(labelY[e]! - yv) < h + labelHeight[e]! / 2 + 2
      )
        onLabel += lines[e]!;
    }
    return under * this.weights.underBox + onLabel * this.weights.labelOnBox;
  }

  /** What a bundle costs by itself: its length, and too little room for its labels between its boxes. */
  private ownCost(e: number): number {
    const { first, second, halfWidth, halfHeight, lines, labelWidth, labelHeight } = this.problem;
    const a = first[e]!;
    const b = second[e]!;
    const gapX = Math.abs(this.x[a]! - this.x[b]!) - halfWidth[a]! - halfWidth[b]!;
    const gapY = Math.abs(this.y[a]! - this.y[b]!) - halfHeight[a]! - halfHeight[b]!;
    const shortX = (labelWidth[e]! + 2 * LABEL_MARGIN - gapX) / 60;
    const shortY = (labelHeight[e]! + 2 * LABEL_MARGIN - gapY) / 20;
    const short = Math.min(shortX, shortY);
    const wide = gapX > 0 ? gapX : 0;
    const high = gapY > 0 ? gapY : 0;
    const length = Math.sqrt(wide * wide + high * high) / 100;
    const room = short > 0 ? this.weights.noRoom * (0.3 + Math.min(1, short)) : 0;
    return lines[e]! * (room + this.weights.length * length * Math.sqrt(length));
  }

  /**
   * What a bundle costs against all other bundles and foreign boxes. Bundles at v before this one are passed over where both would count
   * the pair.
   */
  private lineCost(e: number, v: number): number {
    const { first, second, halfWidth, halfHeight, lines, labelWidth, labelHeight } = this.problem;
    const { x, y, labelX, labelY, left, right, top, bottom, weights } = this;
    const a = first[e]!;
    const b = second[e]!;
    const ax = x[a]!;
    const ay = y[a]!;
    const bx = x[b]!;
    const by = y[b]!;
    const lx = labelX[e]!;
    const ly = labelY[e]!;
    const lw = labelWidth[e]! / 2;
    const lh = labelHeight[e]! / 2;
    const labels = this.withLabels;
    const minX = left[e]!;
    const maxX = right[e]!;
    const minY = top[e]!;
    const maxY = bottom[e]!;
    let under = 0;
    let onBox = 0;
    const boxes = this.boxGrid?.nearLine(ax, ay, bx, by);
    const foundBoxes = this.boxGrid?.results;
    for (let i = 0; i < (boxes ?? x.length); i++) {
      const u = foundBoxes ? foundBoxes[i]! : i;
      const h = halfHeight[u]! + CLEARANCE;
      if (y[u]! + h < minY || y[u]! - h > maxY) continue;
      const w = halfWidth[u]! + CLEARANCE;
      if (x[u]! + w < minX || x[u]! - w > maxX || u === a || u === b) continue;
      under += hiddenBy(ax, ay, bx, by, x[u]!, y[u]!, w, h);
      if (labels && Math.abs(lx - x[u]!) < lw + halfWidth[u]! + 2 && Math.abs(ly - y[u]!) < lh + halfHeight[u]! + 2) onBox++;
    }
    let sum = lines[e]! * (under * weights.underBox + onBox * weights.labelOnBox);
    const near = this.lineGrid?.nearLine(ax, ay, bx, by);
    const found = this.lineGrid?.results;
    for (let i = 0; i < (near ?? first.length); i++) {
      const f = found ? found[i]! : i;
      if (top[f]! > maxY || bottom[f]! < minY || left[f]! > maxX || right[f]! < minX || f === e) continue;
      const c = first[f]!;
      const d = second[f]!;
      const counted = v < 0 ? f < e : f < e && (c === v || d === v);
      if (!counted && c !== a && c !== b && d !== a && d !== b) {
        if (segmentsCross(ax, ay, bx, by, x[c]!, y[c]!, x[d]!, y[d]!)) sum += lines[e]! * lines[f]! * weights.crossing;
      }
      if (!labels || counted) continue;
      const fx = labelX[f]!;
      const fy = labelY[f]!;
      const fw = labelWidth[f]! / 2;
      const fh = labelHeight[f]! / 2;
      if (Math.abs(fx - lx) < fw + lw + 2 && Math.abs(fy - ly) < fh + lh + 2) sum += weights.labelOnLabel;
      if (lineInBox(ax, ay, bx, by, fx, fy, fw, fh)) sum += weights.labelOnLine;
      if (lineInBox(x[c]!, y[c]!, x[d]!, y[d]!, lx, ly, lw, lh)) sum += weights.labelOnLine;
    }
    return sum;
  }
}

/** Whether two segments cross inside both. */
export function segmentsCross(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean {
  if (ax < bx ? (cx < ax && dx < ax) || (cx > bx && dx > bx) : (cx < bx && dx < bx) || (cx > ax && dx > ax)) return false;
  if (ay < by ? (cy < ay && dy < ay) || (cy > by && dy > by) : (cy < by && dy < by) || (cy > ay && dy > ay)) return false;
  const abx = bx - ax;
  const aby = by - ay;
  const c = abx * (cy - ay) - aby * (cx - ax);
  const d = abx * (dy - ay) - aby * (dx - ax);
  if (c > 0 === d > 0) return false;
  const cdx = dx - cx;
  const cdy = dy - cy;
  const a = cdx * (ay - cy) - cdy * (ax - cx);
  const b = cdx * (by - cy) - cdy * (bx - cx);
  return a > 0 !== b > 0;
}

/** Whether a segment runs through a rectangle given by its centre and half its width and height. */
export function lineInBox(ax: number, ay: number, bx: number, by: number, x: number, y: number, w: number, h: number): boolean {
  const left = x - w;
  const right = x + w;
  if ((ax < left && bx < left) || (ax > right && bx > right)) return false;
  const top = y - h;
  const bottom = y + h;
  if ((ay < top && by < top) || (ay > bottom && by > bottom)) return false;
  // Both ends are not on one outer side: it misses only if all four corners lie on one side of it.
  const dx = bx - ax;
  const dy = by - ay;
  const middle = dx * (y - ay) - dy * (x - ax);
  const reach = Math.abs(dx) * h + Math.abs(dy) * w;
  return middle < reach && -middle < reach;
}

/**
 * How much of a fault a line through a box is: 0 where it passes by, from 0.3 at its rim to 1.3 well inside.
 * The box is given as in `lineInBox`.
 */
function hiddenBy(ax: number, ay: number, bx: number, by: number, x: number, y: number, w: number, h: number): number {
  if ((ax < x - w && bx < x - w) || (ax > x + w && bx > x + w)) return 0;
  if ((ay < y - h && by < y - h) || (ay > y + h && by > y + h)) return 0;
  const dx = bx - ax;
  const dy = by - ay;
  const inside = Math.abs(dx) * h + Math.abs(dy) * w - Math.abs(dx * (y - ay) - dy * (x - ax));
  return inside <= 0 ? 0 : SLIGHT + Math.min(1, inside / Math.sqrt(dx * dx + dy * dy) / DEEP);
}

/** A rectangle by its edges. */
export interface Area {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The side of a cell in chart units: about a label long and two boxes high. */
const CELL = 48;
/** No grid has more cells along one side, however far apart things stand. */
const MOST_CELLS = 400;
/**
 * How many rectangles may be looked at for one picture before what asks goes without (3 s or so): five times what 5 000 boxes
 * and 15 000 lines need that stand as a layout puts them. More is looked at only where things stand on one another.
 */
export const MOST_LOOKED = 200_000_000;
/** What part of all things may stand beyond a grid at each end, where it would have larger cells with them (0–1). */
const OUTSIDE = 0.05;

/**
 * Finds which of many rectangles of about a label's or a box's size meet another, by the cells of a uniform grid that they
 * lie in. For these it answers several times faster than a tree, makes no objects while it is asked, and things may come and
 * go. What lies outside of `around` is found as well. Rectangles are known by numbers from 0 to `capacity` − 1.
 */
export class AreaGrid {
  /** What the last question found, in no order: the first so many that `meeting` returned. */
  readonly found: Int32Array;
  /** How many rectangles all questions so far have looked at: what they cost. */
  looked = 0;
  private readonly edges: Float64Array;
  private readonly asked: Int32Array;
  private readonly cells: (number[] | undefined)[];
  private readonly columns: number;
  private readonly rows: number;
  private readonly cellX: number;
  private readonly cellY: number;
  private questions = 0;

  constructor(private readonly around: Area, capacity: number) {
    [this.columns, this.rows] = [cellsAlong(around.maxX - around.minX), cellsAlong(around.maxY - around.minY)];
    [this.cellX, this.cellY] = [(around.maxX - around.minX) / this.columns || 1, (around.maxY - around.minY) / this.rows || 1];
    this.cells = Array.from({ length: this.columns * this.rows }, () => undefined);
    this.found = new Int32Array(capacity);
    this.asked = new Int32Array(capacity);
    this.edges = new Float64Array(4 * capacity);
  }

  add(id: number, minX: number, minY: number, maxX: number, maxY: number): void {
    this.edges[4 * id] = minX;
    this.edges[4 * id + 1] = minY;
    this.edges[4 * id + 2] = maxX;
    this.edges[4 * id + 3] = maxY;
    const [left, right] = [this.column(minX), this.column(maxX)];
    for (let row = this.row(minY), last = this.row(maxY); row <= last; row++) {
      for (let column = left; column <= right; column++) (this.cells[row * this.columns + column] ??= []).push(id);
    }
  }

  remove(id: number): void {
    const [left, right] = [this.column(this.edges[4 * id]!), this.column(this.edges[4 * id + 2]!)];
    for (let row = this.row(this.edges[4 * id + 1]!), last = this.row(this.edges[4 * id + 3]!); row <= last; row++) {
      for (let column = left; column <= right; column++) {
        const cell = this.cells[row * this.columns + column]!;
        cell[cell.indexOf(id)] = cell.at(-1)!;
        cell.pop();
      }
    }
  }

  /** How many rectangles share at least a border with this one, no more than `most`; `found` says which. O(those in its cells). */
  meeting(minX: number, minY: number, maxX: number, maxY: number, most = Infinity): number {
    const { edges, asked, found, cells, columns } = this;
    const question = ++this.questions;
    let count = 0;
    const left = this.column(minX);
    const right = this.column(maxX);
    for (let row = this.row(minY), last = this.row(maxY); row <= last; row++) {
      for (let column = left; column <= right; column++) {
        const cell = cells[row * columns + column];
        this.looked++;
        if (cell === undefined) continue;
        for (let k = 0; k < cell.length; k++) {
          const id = cell[k]!;
          const e = 4 * id;
          if (edges[e]! > maxX || edges[e + 2]! < minX || edges[e + 1]! > maxY || edges[e + 3]! < minY || asked[id] === question) continue;
          asked[id] = question;
          found[count++] = id;
          if (count < most) continue;
          this.looked += k;
          return count;
        }
        this.looked += cell.length;
      }
    }
    return count;
  }

  private column(x: number): number {
    return cellAt((x - this.around.minX) / this.cellX, this.columns);
  }

  private row(y: number): number {
    return cellAt((y - this.around.minY) / this.cellY, this.rows);
  }
}

function cellsAlong(extent: number): number {
  return Math.max(1, Math.min(MOST_CELLS, Math.ceil(extent / CELL) || 1));
}

/** Whole and inside the grid; the order of places is kept. */
function cellAt(place: number, cells: number): number {
  return place >= cells ? cells - 1 : place > 0 ? Math.floor(place) : 0;
}

/**
 * Where a grid over some rectangles has its cells: around all of them, or, where they stand so far apart that its cells would be large,
 * around most of them, so that a few which stand far out do not put the many into one cell. O(n log n).
 */
export function coreOf(areas: readonly Area[]): Area {
  const all = areaAround(areas);
  const [minX, maxX] = coreAlong(all.minX, all.maxX, () => areas.map((a) => (a.minX + a.maxX) / 2));
  const [minY, maxY] = coreAlong(all.minY, all.maxY, () => areas.map((a) => (a.minY + a.maxY) / 2));
  return { minX, minY, maxX, maxY };
}

function coreAlong(least: number, most: number, middles: () => number[]): [number, number] {
  if (!(most - least > MOST_CELLS * CELL)) return [least, most];
  const sorted = Float64Array.from(middles()).sort();
  const aside = Math.floor(sorted.length * OUTSIDE) + 1;
  return sorted.length <= 2 * aside ? [least, most] : [sorted[aside]! - CELL, sorted[sorted.length - 1 - aside]! + CELL];
}

/** The smallest rectangle around some; inside out where there are none. */
export function areaAround(areas: Iterable<Area>): Area {
  const all = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const a of areas) {
    all.minX = Math.min(all.minX, a.minX);
    all.minY = Math.min(all.minY, a.minY);
    all.maxX = Math.max(all.maxX, a.maxX);
    all.maxY = Math.max(all.maxY, a.maxY);
  }
  return all;
}

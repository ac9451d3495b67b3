/** A rectangle of chart units, by its edges. */
interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Squares over a picture that is being searched, with the lines that run through each and the boxes that lie in it: what a line may
 * cross, or run under, shares a square with it. What is beyond the room is in the squares of its rim. Adding, removing and asking cost
 * O(squares · items in them).
 */
export class CostGrid {
  private readonly side: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly items: Int32Array[];
  private readonly counts: Int32Array;
  private readonly cellsOf: Int32Array[];
  private readonly cellCount: Int32Array;
  private readonly found: Int32Array;
  private readonly seen: Int32Array;
  private query = 0;
  private path: Int32Array;

  /** For items numbered below `count`, in about `cells` squares. */
  constructor(private readonly room: Room, count: number, cells: number) {
    this.side = Math.max(1, Math.sqrt((room.width * room.height) / cells));
    this.columns = Math.max(1, Math.ceil(room.width / this.side));
    this.rows = Math.max(1, Math.ceil(room.height / this.side));
    this.items = Array.from({ length: this.columns * this.rows }, () => new Int32Array(8));
    this.counts = new Int32Array(this.items.length);
    this.cellsOf = Array.from({ length: count }, () => new Int32Array(8));
    this.cellCount = new Int32Array(count);
    this.found = new Int32Array(count);
    this.seen = new Int32Array(count);
    this.path = new Int32Array(2 * (this.columns + this.rows) + 8);
  }

  clear(): void {
    this.counts.fill(0);
    this.cellCount.fill(0);
  }

  putLine(item: number, ax: number, ay: number, bx: number, by: number): void {
    this.put(item, this.along(ax, ay, bx, by));
  }

  putBox(item: number, x: number, y: number, halfWidth: number, halfHeight: number): void {
    this.put(item, this.within(x, y, halfWidth, halfHeight));
  }

  remove(item: number): void {
    const cells = this.cellsOf[item]!;
    for (let i = 0; i < this.cellCount[item]!; i++) {
      const cell = cells[i]!;
      const list = this.items[cell]!;
      const last = --this.counts[cell]!;
      let at = 0;
      while (list[at] !== item) at++;
      list[at] = list[last]!;
    }
    this.cellCount[item] = 0;
  }

  /** Writes who shares a square with a line into `results`, each once, and gives how many they are. */
  nearLine(ax: number, ay: number, bx: number, by: number): number {
    return this.collect(this.along(ax, ay, bx, by));
  }

  nearBox(x: number, y: number, halfWidth: number, halfHeight: number): number {
    return this.collect(this.within(x, y, halfWidth, halfHeight));
  }

  /** What the last question found; good until the next one. */
  get results(): Int32Array {
    return this.found;
  }

  private put(item: number, length: number): void {
    let own = this.cellsOf[item]!;
    if (own.length < length) own = this.cellsOf[item] = new Int32Array(2 * length);
    for (let i = 0; i < length; i++) {
      const cell = (own[i] = this.path[i]!);
      let list = this.items[cell]!;
      const count = this.counts[cell]!;
      if (count === list.length) {
        const longer = new Int32Array(2 * count);
        longer.set(list);
        list = this.items[cell] = longer;
      }
      list[count] = item;
      this.counts[cell] = count + 1;
    }
    this.cellCount[item] = length;
  }

  private collect(length: number): number {
    const { seen, found, path, items, counts } = this;
    const query = ++this.query;
    let n = 0;
    for (let i = 0; i < length; i++) {
      const cell = path[i]!;
      const list = items[cell]!;
      const count = counts[cell]!;
      for (let k = 0; k < count; k++) {
        const item = list[k]!;
        if (seen[item] === query) continue;
        seen[item] = query;
        found[n++] = item;
      }
    }
    return n;
  }

  private column(x: number): number {
    const c = Math.floor((x - this.room.left) / this.side);
    return c < 0 ? 0 : c >= this.columns ? this.columns - 1 : c;
  }

  private row(y: number): number {
    const r = Math.floor((y - this.room.top) / this.side);
    return r < 0 ? 0 : r >= this.rows ? this.rows - 1 : r;
  }

  private within(x: number, y: number, halfWidth: number, halfHeight: number): number {
    const [left, right] = [this.column(x - halfWidth), this.column(x + halfWidth)];
    const [top, bottom] = [this.row(y - halfHeight), this.row(y + halfHeight)];
    const size = (right - left + 1) * (bottom - top + 1);
    if (this.path.length < size) this.path = new Int32Array(2 * size);
    let n = 0;
    for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) this.path[n++] = r * this.columns + c;
    return n;
  }

  /** The squares that a line runs through, column by column: of each column all rows between where it comes in and where it leaves. */
  private along(ax: number, ay: number, bx: number, by: number): number {
    if (ax > bx) return this.along(bx, by, ax, ay);
    const { side, room: { left }, columns } = this;
    const [first, last] = [this.column(ax), this.column(bx)];
    const slope = bx > ax ? (by - ay) / (bx - ax) : 0;
    let y = ay;
    let n = 0;
    for (let c = first; c <= last; c++) {
      const until = c === last ? by : ay + (left + (c + 1) * side - ax) * slope;
      const [from, to] = y < until ? [this.row(y), this.row(until)] : [this.row(until), this.row(y)];
      if (this.path.length < n + to - from + 1) this.path = longer(this.path, n + to - from + 1);
      for (let r = from; r <= to; r++) this.path[n++] = r * columns + c;
      y = until;
    }
    return n;
  }
}

function longer(list: Int32Array, least: number): Int32Array {
  const next = new Int32Array(2 * least);
  next.set(list);
  return next;
}

import RBush from 'rbush';

/** Boxes by centre and half size; `x` and `y` are written to. */
interface Boxes {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly halfWidth: Float64Array;
  readonly halfHeight: Float64Array;
}

interface Edges { minX: number; minY: number; maxX: number; maxY: number; i: number }

/** Rounds of pushing before what is left is moved to free places. */
const ROUNDS = 60;
/** With more overlapping pairs than this for each box they stand on one another: pushing would take for ever to part them. */
const PILED = 32;
/** The sides of spots, in chart units: how far the places around one were tried is remembered once that is farther than its side. */
const SPOTS = [32, 256, 2048] as const;

/**
 * Moves boxes apart until none is nearer than `gap` to another, each as little as it can: overlapping pairs push each
 * other along the axis on which they overlap least, round by round; what still overlaps then goes to the nearest free
 * place. What is fixed stays, even where two fixed ones overlap. Coordinates become whole numbers.
 * O(n log n) a round, whatever stands on one another; the free places are searched on squares outward, and around one spot never twice.
 */
export function separate(boxes: Boxes, gap: number, fixed: Uint8Array): void {
  const n = boxes.x.length;
  for (let i = 0; i < n; i++) if (!fixed[i]) round(boxes, i);
  for (let r = 0; r < ROUNDS && push(boxes, gap, fixed) > 0; r++);
  for (let i = 0; i < n; i++) if (!fixed[i]) round(boxes, i);
  settle(boxes, gap, fixed);
}

function round({ x, y }: Boxes, i: number): void {
  x[i] = Math.round(x[i]!);
  y[i] = Math.round(y[i]!);
}

function edgesOf({ x, y, halfWidth, halfHeight }: Boxes, i: number, gap: number): Edges {
  const [w, h] = [halfWidth[i]! + gap / 2, halfHeight[i]! + gap / 2];
  return { minX: x[i]! - w, maxX: x[i]! + w, minY: y[i]! - h, maxY: y[i]! + h, i };
}

const meet = (a: Edges, b: Edges) => a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;

/** One round; how many pairs overlapped in it, 0 where it was left because boxes stand on one another. */
function push(boxes: Boxes, gap: number, fixed: Uint8Array): number {
  const all = Array.from(boxes.x, (_, i) => edgesOf(boxes, i, gap));
  const index = new RBush<Edges>();
  index.load(all);
  let overlaps = 0;
  for (const a of all) {
    if (overlaps > PILED * all.length) return 0;
    for (const b of index.search(a).sort((p, q) => p.i - q.i)) {
      if (b.i > a.i && !(fixed[a.i] && fixed[b.i]) && pushApart(boxes, a.i, b.i, gap, fixed)) overlaps++;
    }
  }
  return overlaps;
}

function pushApart(boxes: Boxes, a: number, b: number, gap: number, fixed: Uint8Array): boolean {
  const { x, y, halfWidth, halfHeight } = boxes;
  const overX = halfWidth[a]! + halfWidth[b]! + gap - Math.abs(x[a]! - x[b]!);
  const overY = halfHeight[a]! + halfHeight[b]! + gap - Math.abs(y[a]! - y[b]!);
  if (overX <= 0 || overY <= 0) return false;
  const shareA = fixed[a] ? 0 : fixed[b] ? 1 : 0.5;
  const axis = overX < overY ? x : y;
  const by = (overX < overY ? overX : overY) * (axis[a]! < axis[b]! || (axis[a] === axis[b] && a < b) ? -1 : 1);
  axis[a] = axis[a]! + by * shareA;
  axis[b] = axis[b]! - by * (1 - shareA);
  return true;
}

/** Keeps boxes in turn, fixed ones first, and moves each that overlaps one already kept to the nearest free place. */
function settle(boxes: Boxes, gap: number, fixed: Uint8Array): void {
  const kept = new RBush<Edges>();
  const tried = new Map<string, Tried>();
  const order = Array.from(boxes.x, (_, i) => i).sort((a, b) => fixed[b]! - fixed[a]! || a - b);
  for (const i of order) {
    if (!fixed[i]) toFreePlace(boxes, i, gap, kept, tried);
    kept.insert(edgesOf(boxes, i, gap));
  }
}

/** How far the squares around a spot were tried: the last one, and the place on it. */
interface Tried { ring: number; k: number }

/**
 * Tries places on growing squares around where the box is, the nearest first on each; there is always one. Where many
 * boxes stood on one spot, each goes on where the one before found its place.
 */
function toFreePlace(boxes: Boxes, i: number, gap: number, kept: RBush<Edges>, tried: Map<string, Tried>): void {
  const { x, y } = boxes;
  const [fromX, fromY] = [x[i]!, y[i]!];
  const free = (dx: number, dy: number) => {
    x[i] = fromX + dx;
    y[i] = fromY + dy;
    return !kept.search(edgesOf(boxes, i, gap)).some((other) => meet(edgesOf(boxes, i, gap), other));
  };
  if (free(0, 0)) return;
  const spots = SPOTS.map((side) => ({ side, key: `${side} ${Math.round(fromX / side)} ${Math.round(fromY / side)}` }));
  const step = Math.max(4, Math.round(boxes.halfHeight[i]! / 2));
  const from = spots.reduce<Tried>((most, { key }) => ((tried.get(key)?.ring ?? 0) > most.ring ? tried.get(key)! : most), {
    ring: 1, k: 0,
  });
  for (let { ring, k } = from; ; ring++, k = 0) {
    for (; k <= ring; k++) {
      const [far, near] = [ring * step, k * step];
      for (const [dx, dy] of [
        [near, -far], [near, far], [-near, -far], [-near, far], [far, near], [-far, near], [far, -near], [-far, -near],
      ] as const) {
        if (!free(dx, dy)) continue;
        for (const { side, key } of spots) if (ring * step > side) tried.set(key, { ring, k });
        return;
      }
    }
  }
}

/** The size of something to be packed. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The top left corner of something packed. */
interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Above this many, things are set in rows: trying every corner would be cubic. */
const CORNERS_UP_TO = 120;

/**
 * Packs rectangles without overlap, `gap` apart, so that the whole comes close to an aspect (width over height). Bigger
 * ones first (ties: in the order given), each at the corner of those already there that makes the whole least wide and
 * high; ties go up, then left. Answers in the order given. O(k³) up to 120 rectangles, above that in rows, O(k log k).
 */
export function packComponents(sizes: readonly Size[], aspect: number, gap: number): Corner[] {
  const order = sizes.map((_, i) => i).sort((i, j) => area(sizes[j]!) - area(sizes[i]!) || i - j);
  const padded = sizes.map(({ width, height }) => ({ width: width + gap, height: height + gap }));
  const corners = order.length > CORNERS_UP_TO ? inRows(padded, order, aspect) : atCorners(padded, order, aspect);
  return sizes.map((_, i) => corners.get(i)!);
}

function area({ width, height }: Size): number {
  return width * height;
}

interface Placed extends Corner, Size {}

function atCorners(sizes: readonly Size[], order: readonly number[], aspect: number): Map<number, Corner> {
  const placed: Placed[] = [];
  const corners = new Map<number, Corner>();
  for (const i of order) {
    const corner = bestCorner(sizes[i]!, placed, aspect);
    placed.push({ ...corner, ...sizes[i]! });
    corners.set(i, corner);
  }
  return corners;
}

function bestCorner(size: Size, placed: readonly Placed[], aspect: number): Corner {
  let best = { x: 0, y: 0, cost: Infinity };
  const xs = [0, ...placed.map((p) => p.x + p.width)];
  const ys = [0, ...placed.map((p) => p.y + p.height)];
  const width = Math.max(0, ...xs);
  const height = Math.max(0, ...ys);
  for (const y of ys) {
    for (const x of xs) {
      const cost =
        Math.max(width, x + size.width) / aspect
        + Math.max(height, y + size.height)
        + Math.max(Math.max(width, x + size.width) / aspect, height, y + size.height);
      if (
        cost < best.cost
        && placed.every((p) => x >= p.x + p.width || p.x >= x + size.width || y >= p.y + p.height || p.y >= y + size.height)
      )
        best = { x, y, cost };
    }
  }
  return { x: best.x, y: best.y };
}

function inRows(sizes: readonly Size[], order: readonly number[], aspect: number): Map<number, Corner> {
  const total = sizes.reduce((sum, s) => sum + area(s), 0);
  const width = Math.max(Math.sqrt(total * aspect * 1.1), ...sizes.map((s) => s.width));
  const corners = new Map<number, Corner>();
  let [x, y, rowHeight] = [0, 0, 0];
  for (const i of [...order].sort((a, b) => sizes[b]!.height - sizes[a]!.height || a - b)) {
    if (x > 0 && x + sizes[i]!.width > width) [x, y, rowHeight] = [0, y + rowHeight, 0];
    corners.set(i, { x, y });
    x += sizes[i]!.width;
    rowHeight = Math.max(rowHeight, sizes[i]!.height);
  }
  return corners;
}

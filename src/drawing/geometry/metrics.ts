import RBush from 'rbush';
import type { Rect, SceneLabel } from '../scene';
import { boundsOfPoints, chainInBox, chainsMeet, flatten, segmentInRect } from './curve';
import type { PlacedBox } from './outline';
import type { RoutedLine } from './routeLines';

type Chain = ReturnType<typeof flatten>;
interface IndexedLine { minX: number; minY: number; maxX: number; maxY: number; i: number; line: RoutedLine; chain: Chain }

function indexLines(lines: readonly RoutedLine[]): { all: IndexedLine[]; index: RBush<IndexedLine> } {
  const all = lines.map((line, i) => {
    const chain = flatten(line);
    return { ...boundsOfPoints(chain), i, line, chain };
  });
  const index = new RBush<IndexedLine>();
  index.load(all);
  return { all, index };
}

/** A rectangle by its edges; x and y of `centred` are its centre, as those of boxes and labels are. */
function edgesOf({ x, y, width, height }: Rect) {
  return { minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2 };
}

/**
 * How many pairs of lines cross as drawn: pairs without a common entity whose curves share at least one point. A pair
 * counts once however often it crosses; curves are tested as ten straight pieces each. O(m log m + candidates).
 */
export function countCrossings(lines: readonly RoutedLine[]): number {
  const { all, index } = indexLines(lines);
  let count = 0;
  for (const a of all) {
    for (const b of index.search(a)) {
      if (b.i <= a.i || a.line.from === b.line.from || a.line.from === b.line.to || a.line.to === b.line.from || a.line.to === b.line.to)
        continue;
      if (chainsMeet(a.chain, b.chain)) count++;
    }
  }
  return count;
}

/**
 * How many pairs of rectangles, boxes and relationship labels alike, share more than a border. x and y of each are its
 * centre. O(n log n + overlaps).
 */
export function countOverlaps(rectangles: readonly Rect[]): number {
  const all = rectangles.map((r, i) => ({ ...edgesOf(r), i }));
  const index = new RBush<(typeof all)[number]>();
  index.load(all);
  let count = 0;
  for (const a of all) {
    count += index.search(a).filter((b) => b.i > a.i && a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY).length;
  }
  return count;
}

/** The pairs of a line and a box that it does not belong to in which the line runs under the box; boxes by id. O(m log n). */
export function linesUnderBoxes(lines: readonly RoutedLine[], boxes: ReadonlyMap<string, PlacedBox>): { line: RoutedLine; box: string }[] {
  const index = new RBush<{ minX: number; minY: number; maxX: number; maxY: number; id: string; box: PlacedBox }>();
  index.load([...boxes].map(([id, box]) => ({ ...edgesOf(box), id, box })));
  return lines.flatMap((line) => {
    const chain = flatten(line);
    const near = index.search(boundsOfPoints(chain)).filter(({ id, box }) => id !== line.from && id !== line.to && chainInBox(chain, box));
    return near.map(({ id }) => ({ line, box: id }));
  });
}

/** How many such pairs there are. */
export function countLinesUnderBoxes(lines: readonly RoutedLine[], boxes: ReadonlyMap<string, PlacedBox>): number {
  return linesUnderBoxes(lines, boxes).length;
}

/** How many labels have at least one line under them that is not their own. Labels are keyed by relationship. O(m log m). */
export function countLabelsCrossed(labels: ReadonlyMap<string, SceneLabel>, lines: readonly RoutedLine[]): number {
  const { index } = indexLines(lines);
  return [...labels].filter(([owner, label]) => {
    const { minX, minY, maxX, maxY } = edgesOf(label);
    return index.search({ minX, minY, maxX, maxY }).some(({ line, chain }) => line.relationship !== owner
      && chain.some((b, i) => i > 0 && segmentInRect(chain[i - 1]!, b, minX, minY, maxX, maxY)));
  }).length;
}

/**
 * Normalised stress: Σ (|p_i − p_j| · s − d_ij)² / d_ij², over all pairs of entities with a route between them, divided
 * by the number of these pairs; d is the number of hops of the shortest route, and s the scale that makes the sum
 * least, so that big and small drawings compare. 0 is perfect; a random drawing has about 0.3–0.5.
 * O(n · (n + m)); Gansner, Koren and North, "Graph drawing by stress majorization" (2004) for the sum.
 */
export function stress(
  positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  ties: readonly { readonly from: string; readonly to: string }[],
): number {
  const points = [...positions.values()];
  const neighbours = neighboursOf([...positions.keys()], ties);
  let [pairs, sumOne, sumTwo] = [0, 0, 0];
  points.forEach((p, i) => {
    hopsFrom(i, neighbours).forEach((d, j) => {
      if (j <= i || d < 0) return;
      const q = points[j]!;
      const ratio = Math.sqrt((p.x - q.x) ** 2 + (p.y - q.y) ** 2) / d;
      pairs++;
      sumOne += ratio;
      sumTwo += ratio * ratio;
    });
  });
  if (pairs === 0 || sumTwo === 0) return 0;
  return (pairs - (sumOne * sumOne) / sumTwo) / pairs;
}

function neighboursOf(ids: readonly string[], ties: readonly { readonly from: string; readonly to: string }[]): number[][] {
  const at = new Map(ids.map((id, i) => [id, i]));
  const neighbours: number[][] = ids.map(() => []);
  for (const { from, to } of ties) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return neighbours;
}

/** Hops from one entity to each, −1 where there is no route (breadth first). */
function hopsFrom(start: number, neighbours: readonly number[][]): Int32Array {
  const hops = new Int32Array(neighbours.length).fill(-1);
  const queue = [start];
  hops[start] = 0;
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head]!;
    for (const next of neighbours[at]!) {
      if (hops[next] !== -1) continue;
      hops[next] = hops[at]! + 1;
      queue.push(next);
    }
  }
  return hops;
}

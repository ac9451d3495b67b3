import { z } from 'zod';

/**
 * How far from the origin a box may be centred along either axis, in chart units: a hundred times what a chart of ten thousand boxes needs.
 * Beyond it lines have no end that anybody sees, and what looks things up by their place takes for ever.
 */
export const FARTHEST = 1_000_000;

const coordinate = z
  .number()
  .min(-FARTHEST, { error: `farther out than anything is drawn: at least -${FARTHEST}` })
  .max(FARTHEST, { error: `farther out than anything is drawn: at most ${FARTHEST}` });

/** Where an entity's box is centred, in chart units (1 unit is 1 px at zoom 1), y downwards. */
export const position = z.strictObject({ x: coordinate, y: coordinate });
export type Position = z.infer<typeof position>;

/** A part of a chart that is seen at once, in chart units; x and y are its upper left corner. */
export const chartExtent = z.strictObject({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() });
export type ChartExtent = z.infer<typeof chartExtent>;

/** The nearest place at which something may be drawn. */
export function inReach({ x, y }: Position): Position {
  return { x: clamp(x, -FARTHEST, FARTHEST), y: clamp(y, -FARTHEST, FARTHEST) };
}

/** How many times as far from the middle as half of the places are a place may be. A loose picture of many parts reaches about eight. */
const OUTLYING = 20;
/** Beyond this a number has no whole units any more, in the units of any file. */
const LARGEST = 1e15;

/** Places as they can be drawn together. */
interface PlacesInReach {
  readonly places: readonly Position[];
  /** Which of them stood too far out and were brought in, by their number, ascending. */
  readonly moved: readonly number[];
}

/**
 * Brings places of a file, in units of its own, within reach of each other: what is more than twenty times as far from the
 * middle (the median) as half of all places are is put at that distance; then all is drawn smaller where it is larger than
 * anything that is drawn. What is in reach stays exactly where it is. O(n log n).
 */
export function placesInReach(given: readonly Position[]): PlacesInReach {
  const finite = given.map(({ x, y }) => ({ x: clamp(x, -LARGEST, LARGEST), y: clamp(y, -LARGEST, LARGEST) }));
  const middle = { x: median(finite.map(({ x }) => x)), y: median(finite.map(({ y }) => y)) };
  const limit = OUTLYING * usualDistance(finite.map((at) => distance(at, middle)));
  const near = finite.map(({ x, y }) => ({
    x: clamp(x, middle.x - limit, middle.x + limit), y: clamp(y, middle.y - limit, middle.y + limit),
  }));
  const moved = near.flatMap(({ x, y }, i) => (x === given[i]!.x && y === given[i]!.y ? [] : [i]));
  const farthest = near.reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 0);
  if (farthest <= FARTHEST) return { places: near, moved };
  // Far from the origin, but not large: moved there as it is.
  const size = near.reduce((most, at) => Math.max(most, distance(at, middle)), 0);
  const scale = Math.min(1, FARTHEST / size);
  return { places: near.map(({ x, y }) => inReach({ x: (x - middle.x) * scale, y: (y - middle.y) * scale })), moved };
}

function distance(a: Position, b: Position): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

/** The distance within which half of all are; where these are all at one place, that of the nearest that is not. */
function usualDistance(distances: readonly number[]): number {
  const usual = median(distances);
  if (usual > 0) return usual;
  return distances.reduce((least, d) => (d > 0 ? Math.min(least, d) : least), LARGEST);
}

/** The middle one of some numbers, the upper of two; 0 of none. */
function median(numbers: readonly number[]): number {
  return Float64Array.from(numbers).sort()[numbers.length >> 1] ?? 0;
}

function clamp(n: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, n));
}

import type { PaintStyle } from '../../drawing';

/** A theme's colours, and paths as a browser keeps them. */
export interface StageStyle extends PaintStyle {
  path(d: string): Path2D;
}

/** How many paths are kept: about four for each box and two for each line of the largest chart that is painted whole. */
const KEPT = 24_000;

/** Paths from SVG path data, parsed once; when there are too many the oldest half is let go. */
export function keptPaths(): (d: string) => Path2D {
  const paths = new Map<string, Path2D>();
  return (d) => {
    let path = paths.get(d);
    if (path === undefined) {
      if (paths.size >= KEPT) for (const old of [...paths.keys()].slice(0, KEPT / 2)) paths.delete(old);
      paths.set(d, (path = new Path2D(d)));
    }
    return path;
  };
}

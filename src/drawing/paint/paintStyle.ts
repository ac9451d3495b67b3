import type { Palette } from '../visualLanguage';
import type { CanvasPath } from './paintContext';

/** The theme's colours, and paths made from SVG path data by the platform that paints. */
export interface PaintStyle {
  readonly palette: Palette;
  path(d: string): CanvasPath;
}

/** How many paths are kept before the oldest half is let go. */
const KEPT = 4000;

/**
 * A style that keeps the paths it made, since the same icons and outlines come again with every frame.
 * `Path2D` is the platform's own class.
 */
export function paintStyle(palette: Palette, Path2D: new (d: string) => CanvasPath): PaintStyle {
  const paths = new Map<string, CanvasPath>();
  return {
    palette,
    path(d) {
      let path = paths.get(d);
      if (path === undefined) {
        if (paths.size >= KEPT) for (const old of [...paths.keys()].slice(0, KEPT / 2)) paths.delete(old);
        paths.set(d, (path = new Path2D(d)));
      }
      return path;
    },
  };
}

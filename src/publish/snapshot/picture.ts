import { aspectOf, type PictureSize, type ReferencePlace } from '../../model';
import {
  frameMarks, layeredMarks, referenceMarks, sceneMarks, withFamilyWords, type FramedMarks, type Scene, type Theme,
} from '../../drawing';
import type { SnapshotContent } from './snapshotContent';
import { snapshotFrame } from './snapshotFrame';

/** How a picture is to look, whether it is written as PNG or as SVG. */
export interface PictureOptions {
  /** `light` by default. */
  theme?: Theme | undefined;
  /** Of an SVG: layers and groups with readable ids, lines as connectors, for whoever goes on drawing. */
  layers?: boolean | undefined;
  /** Pixels to a chart unit in a PNG, 1–4; 2 by default. A size in pixels decides itself. */
  scale?: number | undefined;
  /** As large as what is drawn needs by default. */
  size?: PictureSize | undefined;
  /** Whether pictures have title, legend and sources around them; they do by default. */
  frame?: boolean | undefined;
  /** Where sources are listed; below the chart by default. */
  references?: ReferencePlace | undefined;
}

/** Which of the pictures that a snapshot is written as: the chart, or the page of its references. */
export type Leaf = 'picture' | 'references';

interface MarkOptions extends Pick<PictureOptions, 'size' | 'frame' | 'references' | 'theme' | 'layers'> {
  /** Whether its groups say what they stand for. */
  readonly titled?: boolean;
}

/** The marks of one of the pictures, and the rectangle that it shows. Of the sources those are listed whose numbers stand on its lines. */
export function pictureMarks(content: SnapshotContent, drawn: Scene, leaf: Leaf, options: MarkOptions): FramedMarks {
  const { size = 'drawn', frame = true, references = 'below', titled = true, layers = false } = options;
  const scene = options.theme === 'print' ? withFamilyWords(drawn) : drawn;
  const aspect = aspectOf(size);
  const all = snapshotFrame(content);
  const numbers = new Set(scene.lines.flatMap((l) => l.footnotes ?? []));
  const notes = { ...all, notes: all.notes.filter((n) => numbers.has(n.number)) };
  if (leaf === 'references') return referenceMarks(notes, scene.bounds.width, aspect);
  const titles = titled ? content.titles : undefined;
  if (!frame) return { marks: layers ? layeredMarks(scene, titles) : sceneMarks(scene, titles ? { titles } : {}), bounds: scene.bounds };
  return frameMarks(scene, references === 'below' ? notes : { ...notes, notes: [] }, { titles, aspect, layers });
}

/** The size of a picture in pixels, and how many of them there are to a chart unit. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** How many pixels a picture has that shows this rectangle. Without its frame it is as large as what is drawn needs. */
export function pixelsOf({ width, height }: FramedMarks['bounds'], { size = 'drawn', scale = 2, frame = true }: PictureOptions): Pixels {
  if (typeof size === 'object' && frame) return { ...size, scale: size.width / width };
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale), scale };
}

/**
 * How large an SVG is shown where nobody says otherwise: a sheet of paper in millimetres, a size in pixels as that, else a
 * pixel to a chart unit.
 */
export function lengthsOf(size: PictureSize = 'drawn'): { width: string; height: string } | undefined {
  if (typeof size === 'object') return { width: String(size.width), height: String(size.height) };
  if (size === 'a4') return { width: '210mm', height: '297mm' };
  return size === 'a4-landscape' ? { width: '297mm', height: '210mm' } : undefined;
}

/** How large the page of a PDF is that shows a rectangle, in points: a sheet of paper as that, else a point to a chart unit or pixel. */
export function pointsOf({ width, height }: FramedMarks['bounds'], size: PictureSize = 'drawn'): readonly [width: number, height: number] {
  if (typeof size === 'object') return [size.width, size.height];
  if (size === 'a4') return [595.28, 841.89];
  return size === 'a4-landscape' ? [841.89, 595.28] : [width, height];
}

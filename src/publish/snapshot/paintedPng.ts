import { inTurns } from '../../model';
import {
  paintPictureStepwise, paintStyle, palettes, type CanvasPath, type FramedMarks, type PaintContext, type Theme,
} from '../../drawing';
import { usedText, type SnapshotAssets, type UsedText } from '../svg';
import type { Pixels } from './picture';

/** A canvas of the platform, with the fonts of the assets at hand. */
export interface DrawingCanvas {
  readonly context: PaintContext;
  readonly Path2D: new (d: string) => CanvasPath;
  png(): Promise<Uint8Array>;
}

/** Makes a canvas of so many pixels, once the fonts of the text that will be set on it are at hand. */
export type CanvasFactory = (width: number, height: number, assets: SnapshotAssets, used: UsedText) => Promise<DrawingCanvas>;

/** A PNG was asked for that no canvas can hold. */
export class PictureTooLargeError extends Error {
  override readonly name = 'PictureTooLargeError';
  constructor(readonly width: number, readonly height: number) {
    super(`A picture of ${width} × ${height} pixels is too large for a PNG. Choose a smaller scale, or SVG.`);
  }
}

/** A PNG was asked for where nothing can paint one. */
export class NoCanvasError extends Error {
  override readonly name = 'NoCanvasError';
  constructor() {
    super('A PNG needs a canvas to paint on: pass one as `canvas`.');
  }
}

const LARGEST_SIDE = 16_384;
const LARGEST_AREA = 268_435_456;

/** Throws `PictureTooLargeError` for more pixels than a canvas can hold. */
export function refuseTooLarge({ width, height }: Pixels): void {
  if (Math.max(width, height) > LARGEST_SIDE || width * height > LARGEST_AREA) throw new PictureTooLargeError(width, height);
}

interface Painting {
  readonly assets: SnapshotAssets;
  readonly canvas?: CanvasFactory | undefined;
  readonly theme?: Theme | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Marks painted as a PNG, no wider than `widest` pixels where it is only to be looked at. Throws `NoCanvasError`. */
export async function paintedPng(
  { marks, bounds }: FramedMarks, { width, height, scale }: Pixels, { assets, canvas, theme = 'light', signal }: Painting,
  widest = Infinity,
): Promise<Uint8Array> {
  if (!canvas) throw new NoCanvasError();
  const by = Math.min(1, widest / width);
  const { context, Path2D, png } = await canvas(Math.ceil(width * by), Math.ceil(height * by), assets, usedText(marks));
  const painting = paintPictureStepwise(context, marks, bounds, paintStyle(palettes[theme], Path2D), scale * by);
  await inTurns(painting, signal ? { signal } : {});
  return png();
}

import { inTurns, type PictureSize } from '../../model';
import { palettes } from '../../drawing';
import { pixelsOf } from '../snapshot/picture';
import { paintedPng, refuseTooLarge, type CanvasFactory } from '../snapshot/paintedPng';
import { svgDocument, type SnapshotAssets } from '../svg';
import type { Comparison } from './comparison';
import { comparisonHtml } from './comparisonHtml';
import { comparisonPictureSteps, headLines } from './comparisonPicture';

/** What a comparison can be written as; `label` is for menus. */
export const comparisonKinds = {
  html: { label: 'Web page, works offline', extension: 'html', mediaType: 'text/html' },
  svg: { label: 'SVG picture', extension: 'svg', mediaType: 'image/svg+xml' },
  png: { label: 'PNG picture', extension: 'png', mediaType: 'image/png' },
} as const;

/** In which form a comparison is written. */
export type ComparisonKind = keyof typeof comparisonKinds;

interface ComparisonOptions {
  readonly assets: SnapshotAssets;
  /** For PNG. */
  readonly canvas?: CanvasFactory;
  /** For pictures; `light` by default. */
  readonly theme?: 'light' | 'dark';
  /** Pixels to a chart unit in a PNG, 1–4; 2 by default. */
  readonly scale?: number;
  /** Leaves the work. */
  readonly signal?: AbortSignal | undefined;
}

const DRAWN: PictureSize = 'drawn';

/**
 * A comparison as the bytes of a file. A page or an SVG is the same byte for byte on any machine. Throws `NoCanvasError` and
 * `PictureTooLargeError` for PNG.
 */
export async function renderComparison(comparison: Comparison, kind: ComparisonKind, options: ComparisonOptions): Promise<Uint8Array> {
  const { assets, theme = 'light', scale = 2, signal } = options;
  if (kind === 'html') return new TextEncoder().encode(await comparisonHtml(comparison, assets, { signal }));
  const framed = await inTurns(comparisonPictureSteps(comparison), signal ? { signal } : {});
  if (kind === 'svg') {
    const written = { palette: palettes[theme], title: comparison.title, description: headLines(comparison).join(' '), assets };
    return new TextEncoder().encode(await svgDocument(framed, written));
  }
  const pixels = pixelsOf(framed.bounds, { size: DRAWN, scale });
  refuseTooLarge(pixels);
  return paintedPng(framed, pixels, options);
}

import { palettes } from '../../drawing';
import { pixelsOf } from '../snapshot/picture';
import { paintedPng, refuseTooLarge, type CanvasFactory } from '../snapshot/paintedPng';
import { svgDocument, type SnapshotAssets } from '../svg';
import { timelineCsv } from './timelineCsv';
import { timelineHtml } from './timelineHtml';
import type { TimelineInput } from './timelineInput';
import { timelinePicture } from './timelinePicture';

/** What a timeline can be written as; `label` is for menus. */
export const timelineKinds = {
  svg: { label: 'SVG picture', mediaType: 'image/svg+xml' },
  png: { label: 'PNG picture', mediaType: 'image/png' },
  html: { label: 'Web page, works offline', mediaType: 'text/html' },
  csv: { label: 'Table (CSV)', mediaType: 'text/csv' },
} as const;

/** In which form a timeline is written. */
export type TimelineKind = keyof typeof timelineKinds;

interface TimelineOptions {
  readonly assets: SnapshotAssets;
  /** For PNG. */
  readonly canvas?: CanvasFactory;
  /** For pictures; `light` by default. */
  readonly theme?: 'light' | 'dark';
  /** Pixels to a unit in a PNG, 1–4; 2 by default. */
  readonly scale?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A timeline as the bytes of a file. All but a PNG are the same on any machine. Throws `NoCanvasError` and `PictureTooLargeError` for PNG.
 */
export async function renderTimeline(input: TimelineInput, kind: TimelineKind, options: TimelineOptions): Promise<Uint8Array> {
  const { assets, theme = 'light', scale = 2 } = options;
  if (kind === 'csv') return bytes(await timelineCsv(input));
  if (kind === 'html') return bytes(await timelineHtml(input, assets));
  const framed = timelinePicture(input);
  if (kind === 'svg') {
    const description = (input.lines ?? []).join(' ');
    return bytes(await svgDocument(framed, { palette: palettes[theme], title: input.title, description, assets }));
  }
  const pixels = pixelsOf(framed.bounds, { size: 'drawn', scale });
  refuseTooLarge(pixels);
  return paintedPng(framed, pixels, options);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

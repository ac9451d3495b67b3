import { embedInPng, writeSnapshot } from '../../formats';
import { inTurns, type Snapshot } from '../../model';
import { ownershipBrief, routesBrief } from '../brief';
import { snapshotHtml } from '../html';
import { paintPictureStepwise, paintStyle, type CanvasPath, type PaintContext } from '../../drawing';
import { svgDocument, usedText, type SnapshotAssets, type UsedText } from '../svg';
import { palettes, type FramedMarks } from '../../drawing';
import { embeddedJson } from './embeddedJson';
import { lengthsOf, pictureMarks, pixelsOf, type Leaf, type PictureOptions, type Pixels } from './picture';
import { snapshotContent, snapshotSceneSteps, type SnapshotContent } from './snapshotContent';
import { headLines } from './snapshotFrame';

/** What a snapshot can be written as; `label` is for menus. */
export const snapshotKinds = {
  svg: { label: 'SVG picture', extension: 'svg', mediaType: 'image/svg+xml' },
  png: { label: 'PNG picture', extension: 'png', mediaType: 'image/png' },
  html: { label: 'Web page, works offline', extension: 'html', mediaType: 'text/html' },
  md: { label: 'Brief, Markdown', extension: 'md', mediaType: 'text/markdown' },
  json: { label: 'Snapshot, opens again', extension: 'json', mediaType: 'application/json' },
} as const;

/** In which form a snapshot is written. */
export type SnapshotKind = keyof typeof snapshotKinds;

/** A canvas of the platform, with the fonts of the assets at hand. */
export interface DrawingCanvas {
  readonly context: PaintContext;
  readonly Path2D: new (d: string) => CanvasPath;
  png(): Promise<Uint8Array>;
}

/** Makes a canvas of so many pixels, once the fonts of the text that will be set on it are at hand. */
export type CanvasFactory = (width: number, height: number, assets: SnapshotAssets, used: UsedText) => Promise<DrawingCanvas>;

export interface RenderOptions extends PictureOptions {
  assets: SnapshotAssets;
  /** For PNG. */
  canvas?: CanvasFactory;
  /** Which picture of the snapshot; the chart by default. */
  leaf?: Leaf;
  /** Leaves the work. */
  signal?: AbortSignal | undefined;
}

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

/**
 * A snapshot as the bytes of a file. Everything is derived from the snapshot and the assets, so SVG, HTML, Markdown and
 * JSON are the same byte for byte on any machine; a PNG depends on the platform's canvas. Lines and labels are placed in
 * turns, so that others have theirs. Throws `NoCanvasError` and `PictureTooLargeError` for PNG.
 */
export async function renderSnapshot(snapshot: Snapshot, kind: SnapshotKind, options: RenderOptions): Promise<Uint8Array> {
  const text = (s: string) => new TextEncoder().encode(s);
  if (kind === 'json') return text(writeSnapshot(snapshot));
  const content = snapshotContent(snapshot);
  if (kind === 'md') return text(brief(content));
  if (kind === 'html') return text(await snapshotHtml(content, options.assets, options));
  return (await renderPicture(content, kind, options)).bytes;
}

function brief({ snapshot, part }: SnapshotContent): string {
  const { title, origin, trace, filter, hidden, ownership } = snapshot;
  if (ownership) return ownershipBrief({ title, origin: origin.title, part, ...ownership });
  return routesBrief({
    title, origin: origin.title, part, filter, ...(trace ? { trace } : {}), ...(hidden === undefined ? {} : { hidden }),
  });
}

/**
 * A picture as a file, and how large it is, or is to be when it is saved; an SVG has a pixel to a chart unit where nothing says otherwise.
 */
export interface RenderedPicture extends Pixels {
  readonly bytes: Uint8Array;
  /** As what it is written. */
  readonly kind: 'png' | 'svg';
}

type PictureKind = RenderedPicture['kind'];

/**
 * What pictures a snapshot will be written as, the page of references last where there is one: of a PNG painted so that
 * none has more than `widest` pixels across, of an SVG without its data and titles, or painted where it is large. For
 * looking at before anything is saved.
 */
export async function previewPictures(
  snapshot: Snapshot, kind: PictureKind, widest: number, options: RenderOptions,
): Promise<RenderedPicture[]> {
  const content = snapshotContent(snapshot);
  const leaves: readonly Leaf[] = options.references === 'page' ? ['picture', 'references'] : ['picture'];
  const pictures: RenderedPicture[] = [];
  for (const leaf of leaves) pictures.push(await renderPicture(content, kind, { ...options, leaf }, widest));
  return pictures;
}

/** A picture of more marks than this is painted to be looked at, in turns, whatever it is written as. */
const PAINTED_FROM = 1500;

/** `widest`: only to be looked at. */
async function renderPicture(
  content: SnapshotContent, kind: PictureKind, options: RenderOptions, widest?: number,
): Promise<RenderedPicture> {
  const { leaf = 'picture', references = 'below', signal } = options;
  const scene = await inTurns(snapshotSceneSteps(content, { references: references !== 'none' }), signal ? { signal } : {});
  const framed = pictureMarks(content, scene, leaf, { ...options, titled: kind === 'svg' && widest === undefined });
  const data = leaf === 'picture' && widest === undefined ? embeddedJson(content.snapshot) : undefined;
  const pixels = pixelsOf(framed.bounds, kind === 'svg' ? { ...options, scale: 1 } : options);
  if (kind === 'png') refuseTooLarge(pixels);
  const written = kind === 'svg' && widest !== undefined && framed.marks.length > PAINTED_FROM ? 'png' : kind;
  const bytes = await (written === 'svg' ? svgBytes(framed, content, options, data) : pngBytes(framed, pixels, options, { data, widest }));
  return { ...pixels, kind: written, bytes };
}

function refuseTooLarge({ width, height }: Pixels): void {
  if (Math.max(width, height) > LARGEST_SIDE || width * height > LARGEST_AREA) throw new PictureTooLargeError(width, height);
}

async function svgBytes(framed: FramedMarks, content: SnapshotContent, options: RenderOptions, data?: string): Promise<Uint8Array> {
  const { assets, theme = 'light', size, leaf } = options;
  const title = leaf === 'references' ? `${content.snapshot.title}: sources` : content.snapshot.title;
  return new TextEncoder().encode(await svgDocument(framed, {
    palette: palettes[theme], title, assets, shownAs: lengthsOf(size),
    ...(leaf === 'references' ? {} : { description: headLines(content).join(' ') }),
    ...(data === undefined ? {} : { snapshot: data }),
  }));
}

/** Painted whole with what it carries, or no wider than it is looked at. */
interface Painting {
  readonly data?: string | undefined;
  readonly widest?: number | undefined;
}

async function pngBytes(
  { marks, bounds }: FramedMarks, { width, height, scale }: Pixels, options: RenderOptions, { data, widest = Infinity }: Painting,
): Promise<Uint8Array> {
  const { assets, canvas, theme = 'light', signal } = options;
  if (!canvas) throw new NoCanvasError();
  const by = Math.min(1, widest / width);
  const { context, Path2D, png } = await canvas(Math.ceil(width * by), Math.ceil(height * by), assets, usedText(marks));
  const painting = paintPictureStepwise(context, marks, bounds, paintStyle(palettes[theme], Path2D), scale * by);
  await inTurns(painting, signal ? { signal } : {});
  return data === undefined ? png() : embedInPng(await png(), data);
}

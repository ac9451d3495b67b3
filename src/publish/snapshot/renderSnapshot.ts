import { embedInPng, writeSnapshot } from '../../formats';
import type { Snapshot } from '../../model';
import { ownershipBrief, routesBrief } from '../brief';
import { snapshotHtml } from '../html';
import { paintPicture, paintStyle, type CanvasPath, type PaintContext } from '../../drawing';
import { frameMarks, sceneMarks } from '../../drawing';
import { sceneToSvg, usedText, type SnapshotAssets, type UsedText } from '../svg';
import { palettes } from '../../drawing';
import { embeddedJson } from './embeddedJson';
import { snapshotContent, snapshotScene, type SnapshotContent } from './snapshotContent';
import { headLines, snapshotFrame } from './snapshotFrame';

/** What a snapshot can be written as; `label` is for menus. */
export const snapshotKinds = {
  svg: { label: 'SVG picture', extension: 'svg', mediaType: 'image/svg+xml' },
  png: { label: 'PNG picture', extension: 'png', mediaType: 'image/png' },
  html: { label: 'Web page, works offline', extension: 'html', mediaType: 'text/html' },
  md: { label: 'Brief, Markdown', extension: 'md', mediaType: 'text/markdown' },
  json: { label: 'Snapshot, opens again', extension: 'json', mediaType: 'application/json' },
} as const;

export type SnapshotKind = keyof typeof snapshotKinds;

/** A canvas of the platform, with the fonts of the assets at hand. */
export interface DrawingCanvas {
  readonly context: PaintContext;
  readonly Path2D: new (d: string) => CanvasPath;
  png(): Promise<Uint8Array>;
}

/** Makes a canvas of so many pixels, once the fonts of the text that will be set on it are at hand. */
export type CanvasFactory = (width: number, height: number, assets: SnapshotAssets, used: UsedText) => Promise<DrawingCanvas>;

export interface RenderOptions {
  assets: SnapshotAssets;
  /** For PNG. */
  canvas?: CanvasFactory;
  /** Of pictures; a page follows its reader's preference. `light` by default. */
  theme?: 'light' | 'dark';
  /** Pixels to a chart unit in a PNG, 1–4; 2 by default. */
  scale?: number;
  /** Whether pictures have title, legend and sources around them; they do by default. */
  frame?: boolean;
  /** Whether pictures number their sources on the lines and list them; they do by default. */
  references?: boolean;
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
 * JSON are the same byte for byte on any machine; a PNG depends on the platform's canvas.
 * Throws `NoCanvasError` and `PictureTooLargeError` for PNG.
 */
export async function renderSnapshot(snapshot: Snapshot, kind: SnapshotKind, options: RenderOptions): Promise<Uint8Array> {
  const text = (s: string) => new TextEncoder().encode(s);
  if (kind === 'json') return text(writeSnapshot(snapshot));
  const content = snapshotContent(snapshot);
  if (kind === 'md') return text(brief(content));
  if (kind === 'html') return text(await snapshotHtml(content, options.assets));
  return kind === 'svg' ? text(await snapshotSvg(content, options)) : snapshotPng(content, options);
}

function brief({ snapshot, part }: SnapshotContent): string {
  const { title, origin, trace, filter, hidden, ownership } = snapshot;
  if (ownership) return ownershipBrief({ title, origin: origin.title, part, ...ownership });
  return routesBrief({ title, origin: origin.title, part, filter, ...(trace ? { trace } : {}), ...(hidden === undefined ? {} : { hidden }) });
}

function snapshotSvg(content: SnapshotContent, { assets, theme = 'light', frame = true, references = true }: RenderOptions): Promise<string> {
  return sceneToSvg(snapshotScene(content, { references }), {
    palette: palettes[theme],
    title: content.snapshot.title,
    description: headLines(content).join(' '),
    assets,
    titles: content.titles,
    ...(frame ? { frame: snapshotFrame(content, references) } : {}),
    snapshot: embeddedJson(content.snapshot),
  });
}

async function snapshotPng(content: SnapshotContent, { assets, canvas, theme = 'light', scale = 2, frame = true, references = true }: RenderOptions): Promise<Uint8Array> {
  if (!canvas) throw new NoCanvasError();
  const scene = snapshotScene(content, { references });
  const { marks, bounds } = frame ? frameMarks(scene, snapshotFrame(content, references)) : { marks: sceneMarks(scene), bounds: scene.bounds };
  const [width, height] = [Math.ceil(bounds.width * scale), Math.ceil(bounds.height * scale)];
  if (Math.max(width, height) > LARGEST_SIDE || width * height > LARGEST_AREA) throw new PictureTooLargeError(width, height);
  const { context, Path2D, png } = await canvas(width, height, assets, usedText(marks));
  paintPicture(context, marks, bounds, paintStyle(palettes[theme], Path2D), scale);
  return embedInPng(await png(), embeddedJson(content.snapshot));
}

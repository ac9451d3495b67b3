import { embedInPng, writeSnapshot } from '../../formats';
import { inTurns, type Snapshot } from '../../model';
import { ownershipBrief, routesBrief } from '../brief';
import { snapshotHtml } from '../html';
import { svgDocument, type SnapshotAssets } from '../svg';
import { palettes, type FramedMarks } from '../../drawing';
import { embeddedJson } from './embeddedJson';
import { NoCanvasError, paintedPng, refuseTooLarge, type CanvasFactory } from './paintedPng';
import type { PicturePage } from '../pdf/pdfPicture';
import { lengthsOf, pictureMarks, pixelsOf, pointsOf, type Leaf, type PictureOptions, type Pixels } from './picture';
import { snapshotContent, snapshotSceneSteps, type SnapshotContent } from './snapshotContent';
import { headLines } from './snapshotFrame';

/** What a snapshot can be written as; `label` is for menus. */
export const snapshotKinds = {
  svg: { label: 'SVG picture', extension: 'svg', mediaType: 'image/svg+xml' },
  pdf: { label: 'PDF picture', extension: 'pdf', mediaType: 'application/pdf' },
  png: { label: 'PNG picture', extension: 'png', mediaType: 'image/png' },
  html: { label: 'Web page, works offline', extension: 'html', mediaType: 'text/html' },
  md: { label: 'Brief, Markdown', extension: 'md', mediaType: 'text/markdown' },
  pptx: {
    label: 'Slides, PowerPoint', extension: 'pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  json: { label: 'Snapshot, opens again', extension: 'json', mediaType: 'application/json' },
} as const;

/** In which form a snapshot is written. */
export type SnapshotKind = keyof typeof snapshotKinds;

export interface RenderOptions extends PictureOptions {
  assets: SnapshotAssets;
  /** For PNG. */
  canvas?: CanvasFactory;
  /** Which picture of the snapshot; the chart by default. */
  leaf?: Leaf;
  /** Leaves the work. */
  signal?: AbortSignal | undefined;
}

/**
 * A snapshot as the bytes of a file. Everything is derived from the snapshot and the assets, so SVG, HTML, Markdown and
 * JSON are the same byte for byte on any machine; a PNG depends on the platform's canvas. Lines and labels are placed in
 * turns, so that others have theirs. Slides hold a PNG each. Throws `NoCanvasError` and `PictureTooLargeError` for PNG.
 */
export async function renderSnapshot(snapshot: Snapshot, kind: SnapshotKind, options: RenderOptions): Promise<Uint8Array> {
  const text = (s: string) => new TextEncoder().encode(s);
  if (kind === 'json') return text(writeSnapshot(snapshot));
  if (kind === 'pptx') return slides(snapshot, options);
  const content = snapshotContent(snapshot);
  if (kind === 'md') return text(brief(content));
  if (kind === 'pdf') return pdfBytes(content, options);
  if (kind === 'html') return text(await snapshotHtml(content, options.assets, options));
  return (await renderPicture(content, kind, options)).bytes;
}

/** The chart as a page, and the sources as a second one where they have a page of their own. */
async function pdfBytes(content: SnapshotContent, options: RenderOptions): Promise<Uint8Array> {
  const { assets, references = 'below', size, theme = 'light', signal } = options;
  const scene = await inTurns(snapshotSceneSteps(content, { references: references !== 'none' }), signal ? { signal } : {});
  const { title } = content.snapshot;
  const page = (leaf: Leaf, alt: string): PicturePage => {
    const framed = pictureMarks(content, scene, leaf, { ...options, layers: false, titled: false });
    return { ...framed, alt, size: pointsOf(framed.bounds, size) };
  };
  const alone = [page('picture', [`${title}.`, ...headLines(content)].join(' '))];
  const pages = references === 'page' ? [...alone, page('references', `${title}: sources`)] : alone;
  return (await import('../pdf/pdfPicture')).picturePdf(pages, { title, palette: palettes[theme], assets });
}

/** What slides need is loaded when they are written. */
async function slides(snapshot: Snapshot, { assets, canvas, signal }: RenderOptions): Promise<Uint8Array> {
  if (!canvas) throw new NoCanvasError();
  const [{ snapshotDeck }, { pptxFile }] = await Promise.all([import('../slides/deck'), import('../slides/pptxFile')]);
  return pptxFile(await snapshotDeck(snapshot, { signal }), { assets, canvas, signal });
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
  const framed = pictureMarks(content, scene, leaf, {
    ...options, layers: layersOf(kind, options), titled: kind === 'svg' && widest === undefined,
  });
  const data = leaf === 'picture' && widest === undefined ? embeddedJson(content.snapshot) : undefined;
  const pixels = pixelsOf(framed.bounds, kind === 'svg' ? { ...options, scale: 1 } : options);
  const written = kind === 'svg' && widest !== undefined && framed.marks.length > PAINTED_FROM ? 'png' : kind;
  if (kind === 'png') refuseTooLarge(pixels);
  const bytes = written === 'svg' ? await svgBytes(framed, content, options, data) : await paintedPng(framed, pixels, options, widest);
  return { ...pixels, kind: written, bytes: written === 'png' && data !== undefined ? embedInPng(bytes, data) : bytes };
}

/** Only an SVG has layers. */
function layersOf(kind: PictureKind, { layers }: RenderOptions): boolean {
  return kind === 'svg' && layers === true;
}

async function svgBytes(framed: FramedMarks, content: SnapshotContent, options: RenderOptions, data?: string): Promise<Uint8Array> {
  const { assets, theme = 'light', size, leaf } = options;
  const title = leaf === 'references' ? `${content.snapshot.title}: sources` : content.snapshot.title;
  return new TextEncoder().encode(await svgDocument(framed, {
    palette: palettes[theme], title, assets, shownAs: lengthsOf(size), layers: layersOf('svg', options),
    ...(leaf === 'references' ? {} : { description: headLines(content).join(' ') }),
    ...(data === undefined ? {} : { snapshot: data }),
  }));
}

import PptxGenJS from 'pptxgenjs';
import { palettes } from '../../drawing';
import { textOf, type ReportPicture, type ReportText } from '../report/report';
import { paintedPng, type CanvasFactory } from '../snapshot/paintedPng';
import type { SnapshotAssets } from '../svg/assets';
import { base64 } from '../svg/fontFaces';
import type { Deck, Slide } from './deck';
import { settledPptx } from './settledPptx';

interface PptxAssets {
  readonly assets: SnapshotAssets;
  readonly canvas: CanvasFactory;
  readonly signal?: AbortSignal | undefined;
}

/** Inches. A slide is 13.33 by 7.5. */
const SIDE = 0.5;
const TITLE = { x: SIDE, y: 0.35, w: 12.33, h: 0.9 };
const TEXT = { x: SIDE, y: 1.4, w: 3.7, h: 5.6 };
const PICTURE = { x: 4.5, y: 1.4, w: 8.33, h: 5.6 };

const FONT = 'Arial';
const INK = palettes.light.ink.slice(1);
const QUIET = palettes.light.quiet.slice(1);
/** Pixels to a chart unit, and the longest side of a picture. */
const SCALE = 2;
const LONGEST_SIDE = 4000;

/**
 * Slides as a PowerPoint file (ECMA-376): on each a title, a text and notes that can be edited, and the chart as a picture with its words
 * for those who hear it. The same deck gives the same bytes but for the pixels of the platform's canvas; no date, user or path is in it.
 */
export async function pptxFile({ title, slides }: Deck, assets: PptxAssets): Promise<Uint8Array> {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = title;
  file.author = 'Throughline';
  file.company = '';
  file.subject = title;
  file.theme = { headFontFace: FONT, bodyFontFace: FONT };
  file.defineSlideMaster({
    title: 'Step', background: { color: palettes.light.paper.slice(1) },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', ...TITLE, ...TITLE_LOOK }, text: '' } },
      { placeholder: { options: { name: 'text', type: 'body', ...TEXT, ...TEXT_LOOK }, text: '' } },
    ],
  });
  for (const slide of slides) await addSlide(file, slide, assets);
  return settledPptx((await file.write({ outputType: 'uint8array' })) as Uint8Array);
}

const TITLE_LOOK = { fontFace: FONT, fontSize: 26, bold: true, color: INK, align: 'left', valign: 'middle', margin: 0 } as const;
const TEXT_LOOK = { fontFace: FONT, fontSize: 16, color: INK, align: 'left', valign: 'top', margin: 0 } as const;

async function addSlide(file: PptxGenJS, { title, text, picture, notes }: Slide, assets: PptxAssets): Promise<void> {
  const slide = file.addSlide({ masterName: 'Step' });
  slide.addText(title, { placeholder: 'title', objectName: 'Title', ...TITLE_LOOK, fit: 'shrink' });
  if (text.length > 0)
    slide.addText(text.flatMap((parts) => runsOf(parts)), {
      placeholder: 'text', objectName: 'Text', ...TEXT_LOOK, fontSize: sizeFor(text), paraSpaceAfter: 8, fit: 'shrink',
    });
  slide.addImage({ ...placeFor(picture), objectName: 'Chart', altText: picture.alt, data: await pixels(picture, assets) });
  if (notes.length > 0) slide.addNotes(notes.join('\n'));
}

/** What a text has room at, in points, by its length: some 45 characters a line at 14. */
function sizeFor(text: readonly ReportText[]): number {
  const length = text.reduce((sum, parts) => sum + textOf(parts, 'numbered').length + 40, 0);
  return [[420, 16], [700, 14], [1000, 12], [1500, 10.5]].find(([most]) => length <= most!)?.[1] ?? 9;
}

/** A paragraph as runs of text; numbers of notes are raised. */
function runsOf(parts: ReportText): PptxGenJS.TextProps[] {
  return parts.map((part, i): PptxGenJS.TextProps => {
    const last = i === parts.length - 1 ? { breakLine: true } : {};
    if (part.kind === 'notes') return { text: part.numbers.join(', '), options: { superscript: true, color: QUIET, ...last } };
    if (part.kind === 'link') return { text: part.text, options: { hyperlink: { url: part.url }, ...last } };
    return { text: part.text, options: { bold: part.kind === 'bold', italic: part.kind === 'italics', ...last } };
  });
}

/** As large as there is room. */
function placeFor({ bounds }: ReportPicture) {
  const scale = Math.min(PICTURE.w / bounds.width, PICTURE.h / bounds.height);
  const [w, h] = [bounds.width * scale, bounds.height * scale];
  return { x: PICTURE.x + (PICTURE.w - w) / 2, y: PICTURE.y, w, h };
}

async function pixels(picture: ReportPicture, { assets, canvas, signal }: PptxAssets): Promise<string> {
  const { width, height } = picture.bounds;
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height));
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale), scale };
  return `data:image/png;base64,${base64(await paintedPng(picture, size, { assets, canvas, signal }))}`;
}

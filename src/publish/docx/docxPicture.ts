import { ImageRun, Paragraph } from 'docx';
import { paintPictureStepwise, paintStyle, palettes, colourOf, short } from '../../drawing';
import { inTurns } from '../../model';
import type { ReportPicture } from '../report/report';
import type { CanvasFactory } from '../snapshot/paintedPng';
import type { SnapshotAssets } from '../svg/assets';
import { marksToSvg, usedText } from '../svg/marksToSvg';
import { outlinedMarks } from '../typesetting/outlinedMarks';
import { STYLE, TEXT_WIDTH, TWIPS } from './docxStyles';

/** Twips to a pixel of Word, of which an inch has 96. */
const TWIPS_A_PIXEL = 15;
/** How much of the height of a page a picture may take. */
const HIGHEST = 0.72;
/** Pixels to a chart unit in the picture for programs that cannot draw the vectors. */
const FALLBACK_SCALE = 2;
/** No side of it is longer, whatever the chart. */
const LONGEST_SIDE = 4000;

export interface DocxAssets {
  readonly assets: SnapshotAssets;
  readonly canvas: CanvasFactory;
}

/** A chart as a vector picture whose texts are outlines, with a picture in pixels for programs that cannot draw it, and its words. */
export async function pictureParagraph(picture: ReportPicture, { assets, canvas }: DocxAssets): Promise<Paragraph> {
  const { bounds, title, alt } = picture;
  const [widest, highest] = [TEXT_WIDTH / TWIPS_A_PIXEL, ((TWIPS.page.height - 2 * TWIPS.margin) / TWIPS_A_PIXEL) * HIGHEST];
  // A small chart is drawn as large as it is, not blown up to the page.
  const scale = Math.min(1, widest / bounds.width, highest / bounds.height);
  return new Paragraph({
    style: STYLE.picture,
    children: [new ImageRun({
      type: 'svg', data: await vectorPicture(picture, assets), fallback: { type: 'png', data: await pixelPicture(picture, assets, canvas) },
      transformation: { width: Math.round(bounds.width * scale), height: Math.round(bounds.height * scale) },
      altText: { name: title, title, description: alt },
    })],
  });
}

async function vectorPicture({ marks, bounds }: ReportPicture, assets: SnapshotAssets): Promise<Uint8Array> {
  const { x, y, width, height } = bounds;
  const colour = (name: Parameters<typeof colourOf>[1]) => colourOf(palettes.light, name);
  return new TextEncoder().encode([
    `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" `
    + `viewBox="${short(x)} ${short(y)} ${short(width)} ${short(height)}">`,
    marksToSvg(await outlinedMarks(marks, assets), { colour }), '</svg>', '',
  ].join('\n'));
}

async function pixelPicture({ marks, bounds }: ReportPicture, assets: SnapshotAssets, canvas: CanvasFactory): Promise<Uint8Array> {
  const scale = Math.min(FALLBACK_SCALE, LONGEST_SIDE / Math.max(bounds.width, bounds.height));
  const [width, height] = [Math.ceil(bounds.width * scale), Math.ceil(bounds.height * scale)];
  const { context, Path2D, png } = await canvas(width, height, assets, usedText(marks));
  await inTurns(paintPictureStepwise(context, marks, bounds, paintStyle(palettes.light, Path2D), scale), {});
  return png();
}

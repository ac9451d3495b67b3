import type { FramedMarks, Palette } from '../../drawing';
import type { SnapshotAssets } from '../svg/assets';
import { markTypesetter } from '../typesetting/outlinedMarks';
import { drawMarks } from './pdfMarks';
import { bytesOf, newPdf } from './pdfWriter';

/** A page with a picture: its marks, what it shows in words, and how large the page is, in points. */
export interface PicturePage extends FramedMarks {
  readonly alt: string;
  readonly size: readonly [width: number, height: number];
}

interface PictureOptions {
  readonly title: string;
  readonly palette: Palette;
  readonly assets: SnapshotAssets;
}

/** Pictures as a PDF, one a page, vectors with real text and the fonts cut down to it; each is a figure with its words. */
export async function picturePdf(pages: readonly PicturePage[], { title, palette, assets }: PictureOptions): Promise<Uint8Array> {
  const typesetter = await markTypesetter(pages.flatMap((page) => page.marks), assets);
  const pdf = newPdf(title);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const { alt, size, ...framed } of pages) {
    pdf.addPage({ size: [...size], margin: 0 });
    const figure = pdf.struct('Figure', { alt, bbox: [0, 0, ...size] } as PDFKit.Mixins.StructureElementOptions);
    root.add(figure);
    const content = pdf.markStructureContent('Figure');
    drawMarks(pdf, framed, { x: 0, y: 0, scale: size[0] / framed.bounds.width }, palette, typesetter);
    pdf.endMarkedContent();
    figure.add(content).end();
  }
  root.end();
  return bytesOf(pdf);
}

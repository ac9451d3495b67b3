import PDFDocument from 'pdfkit';
import type { Typesetter, TypeRun, Family } from '../typesetting/typesetter';
import { escapeXml } from '../svg/escapeXml';

export type Pdf = PDFKit.PDFDocument;
export type Tag = PDFKit.PDFStructureElement;

/** What pdfkit does besides what its types tell. */
interface Inner {
  info: Record<string, unknown>;
  appendXML(xml: string): void;
  _addInfo(): void;
}

/** Who made it; no version, so that a newer one changes nothing in a file that holds the same. */
const MAKER = 'Throughline';

/**
 * An empty PDF 1.7 that is tagged (PDF/UA-1, ISO 14289): language, title, structure. It holds no date, and its id follows from its title,
 * so that the same content gives the same bytes.
 */
export function newPdf(title: string): Pdf {
  const pdf = new PDFDocument({
    pdfVersion: '1.7', tagged: true, lang: 'en', displayTitle: true, autoFirstPage: false, bufferPages: false,
    // pdfkit would else put in a font that nothing is set in.
    font: null as unknown as string,
    // Of its types the subsets for the accessible are missing.
    subset: 'PDF/UA' as unknown as 'PDF/A-1',
    info: { Title: title, Producer: MAKER, Creator: MAKER, CreationDate: new Date(0) },
  });
  const inner = pdf as unknown as Inner;
  delete inner.info['CreationDate'];
  inner._addInfo = () => inner.appendXML(metadataXml(title));
  return pdf;
}

/** What XMP says of the file; pdfkit's own would have a date, and a title as it is, markup included. */
function metadataXml(title: string): string {
  return [
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">', `<xmp:CreatorTool>${MAKER}</xmp:CreatorTool>`,
    '</rdf:Description>', '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>`, '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">', `<pdf:Producer>${MAKER}</pdf:Producer>`,
    '</rdf:Description>',
  ].join('\n');
}

/** The bytes of a finished PDF. */
export async function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await ended;
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** How a text is set. */
interface TextLook {
  readonly family: Family;
  readonly size: number;
  readonly colour: string;
}

/**
 * Sets a line of text from its left end; real text in fonts cut down to it. What runs from right to left stands as it is seen, which
 * readers turn themselves: an `ActualText` in the order of reading is turned a second time by some. Gives its width.
 */
export function setText(
  pdf: Pdf, typesetter: Typesetter, text: string, [x, baseline]: readonly [number, number], look: TextLook, base: 'ltr' | 'rtl' = 'ltr',
): number {
  const runs = typesetter.runs(text, look.family, base);
  let at = x;
  for (const run of runs) at += setRun(pdf, run, [at, baseline], look);
  return at - x;
}

function setRun(
  pdf: Pdf, { typeface, text, glyphs }: TypeRun, [x, baseline]: readonly [number, number], { size, colour }: TextLook,
): number {
  const width = (glyphs.advanceWidth / typeface.font.unitsPerEm) * size;
  if (text === '') return 0;
  pdf.registerFont(typeface.file, typeface.font as unknown as string);
  pdf.font(typeface.file, size).fillColor(colour);
  // With features, be they none, pdfkit shapes a run as a whole; the other two spare it measuring what is measured.
  const options = { lineBreak: false, baseline: 'alphabetic', features: {}, textWidth: width, wordCount: 1 } as const;
  pdf.text(text, x, baseline, options as unknown as PDFKit.Mixins.TextOptions);
  return width;
}

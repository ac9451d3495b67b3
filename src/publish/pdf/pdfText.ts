import type { ReportText } from '../report/report';
import { brokenLines, type BrokenLine, type Span } from '../typesetting/brokenLines';
import type { Typesetter, Family } from '../typesetting/typesetter';
import { setText, type Pdf, type Tag } from './pdfWriter';

/** How a paragraph is set: lengths in points. */
export interface ParagraphLook {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly size: number;
  readonly lineHeight: number;
  readonly colour: string;
}

/** What a piece of a paragraph is: how it is set, and where a click leads. */
interface Piece {
  readonly family: Family;
  readonly size: number;
  /** How far above the line it stands. */
  readonly raised: number;
  readonly colour: string;
  readonly url?: string;
  /** The note that it is the number of. */
  readonly note?: number;
}

export type PdfLine = BrokenLine<Piece>;

const LINK = '#1f4e9e';
const RAISED_SIZE = 0.68;
const RAISED_BY = 0.34;

/** The lines of a text in a column. */
export function linesOf(text: ReportText, look: ParagraphLook, width: number, typesetter: Typesetter): PdfLine[] {
  const spans = text.flatMap((part): Span<Piece>[] => {
    const plain: Piece = { family: { family: look.family, weight: look.weight }, size: look.size, raised: 0, colour: look.colour };
    if (part.kind === 'notes') {
      return part.numbers.map((note, i) => ({
        // A word joiner keeps the number at the word before it.
        text: `${i === 0 ? '\u2060' : '\u00a0'}${note}`,
        of: { ...plain, family: SANS, size: look.size * RAISED_SIZE, raised: look.size * RAISED_BY, note },
      }));
    }
    if (part.kind === 'link') return [{ text: part.text, of: { ...plain, colour: LINK, url: part.url } }];
    // The fonts have no italics: what is stressed so is set in bold.
    return [{ text: part.text, of: part.kind === 'text' ? plain : { ...plain, family: { family: look.family, weight: 600 } } }];
  });
  return brokenLines(spans, width, ({ text: words, of }) => typesetter.width(words, of.family, of.size));
}

export const SANS: Family = { family: 'IBM Plex Sans', weight: 400 };

/** What a line is set into: its structure element, and what happens where a note is cited. */
interface LinePlace {
  readonly tag: Tag;
  readonly x: number;
  readonly baseline: number;
  readonly lineHeight: number;
  /** The name under which the first citation of a note can be led to; undefined of a later one. */
  anchorOf(note: number): string | undefined;
}

/** Sets a line; numbers of notes and links are links, tagged as such. */
export function setLine(pdf: Pdf, { spans }: PdfLine, typesetter: Typesetter, { tag, x, baseline, lineHeight, anchorOf }: LinePlace): void {
  let at = x;
  for (const { text, of } of spans) {
    const set = (element: Tag, type: string) => {
      const content = pdf.markStructureContent(type as 'P');
      const width = setText(pdf, typesetter, text, [at, baseline - of.raised], { family: of.family, size: of.size, colour: of.colour });
      pdf.endMarkedContent();
      element.add(content);
      return width;
    };
    if (of.url === undefined && of.note === undefined) at += set(tag, 'P');
    else {
      const link = pdf.struct('Link');
      tag.add(link);
      const width = set(link, 'Link');
      const box = [at, baseline - lineHeight * 0.75, width, lineHeight] as const;
      const contents = new String(of.url ?? `Note ${of.note}`);
      const options = { structParent: link, Contents: contents } as unknown as PDFKit.Mixins.AnnotationOption;
      if (of.url !== undefined) pdf.link(...box, of.url, options);
      else pdf.goTo(...box, noteTarget(of.note!), options);
      const anchor = of.note === undefined ? undefined : anchorOf(of.note);
      if (anchor !== undefined) pdf.addNamedDestination(anchor, 'XYZ', at, baseline - 2 * lineHeight, null as unknown as number);
      link.end();
      at += width;
    }
  }
}

/** The name under which a note can be led to, and that of where it is cited first. */
export const noteTarget = (note: number) => `note-${note}`;
export const citedTarget = (note: number) => `cited-${note}`;

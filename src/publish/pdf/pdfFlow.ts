import type { Typesetter } from '../typesetting/typesetter';
import { SANS } from './pdfText';
import { setText, type Pdf } from './pdfWriter';

/** A sheet of A4 and its margins, in points. */
export const PAGE = { width: 595.28, height: 841.89, side: 56, top: 60, bottom: 62 } as const;
export const COLUMN = PAGE.width - 2 * PAGE.side;
const FOOT = 30;
const QUIET = '#595959';

/** Where on the pages of a document the next thing goes. */
export class PdfFlow {
  /** The upper end of what is free on the page. */
  y: number = PAGE.top;
  #page = 0;

  constructor(readonly pdf: Pdf, readonly typesetter: Typesetter) {
    this.newPage();
  }

  /** What is still free on the page. */
  get room(): number {
    return PAGE.height - PAGE.bottom - this.y;
  }

  newPage(): void {
    const { width, height } = PAGE;
    this.pdf.addPage({ size: [width, height], margin: 0 });
    this.y = PAGE.top;
    this.#page += 1;
    this.pdf.markContent('Artifact', { type: 'Pagination' });
    const number = String(this.#page);
    const left = width - PAGE.side - this.typesetter.width(number, SANS, 8);
    setText(this.pdf, this.typesetter, number, [left, height - FOOT], { family: SANS, size: 8, colour: QUIET });
    this.pdf.endMarkedContent();
  }

  /** Begins a new page where so much is not free; a page that is still empty is kept. */
  ensure(height: number): void {
    if (height > this.room && this.y > PAGE.top) this.newPage();
  }

  /** Leaves a gap, but none at the head of a page. */
  gap(height: number): void {
    if (this.y > PAGE.top) this.y += height;
  }
}

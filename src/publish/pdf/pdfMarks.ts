import { colourOf, type Mark, type Palette, type PathMark, type Rect, type TextMark } from '../../drawing';
import { familyOf, leftOf, sizeOf } from '../typesetting/outlinedMarks';
import type { Typesetter } from '../typesetting/typesetter';
import { setText, type Pdf } from './pdfWriter';

interface Place {
  /** Where the upper left corner of what is shown stands on the page, and how many points a chart unit has. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Draws marks on the page as vectors and real text. */
export function drawMarks(
  pdf: Pdf, { marks, bounds }: { readonly marks: readonly Mark[]; readonly bounds: Rect }, { x, y, scale }: Place, palette: Palette,
  typesetter: Typesetter,
): void {
  pdf.save();
  pdf.translate(x, y).scale(scale).translate(-bounds.x, -bounds.y);
  pdf.rect(bounds.x, bounds.y, bounds.width, bounds.height).fill(colourOf(palette, 'paper'));
  for (const mark of marks) drawMark(pdf, mark, palette, typesetter, 1);
  pdf.restore();
}

function drawMark(pdf: Pdf, mark: Mark, palette: Palette, typesetter: Typesetter, opacity: number): void {
  if (mark.kind === 'group') {
    for (const one of mark.marks) drawMark(pdf, one, palette, typesetter, opacity * (mark.opacity ?? 1));
    return;
  }
  pdf.save();
  if (opacity < 1) pdf.opacity(opacity);
  if (mark.kind === 'path') drawPath(pdf, mark, palette);
  else drawText(pdf, mark, palette, typesetter);
  pdf.restore();
}

function drawPath(pdf: Pdf, { d, fill, stroke, strokeWidth, dash, round, styled, at }: PathMark, palette: Palette): void {
  if (styled !== undefined || (!fill && !stroke)) return;
  if (at) pdf.translate(at.x, at.y).scale(at.scale);
  if (stroke) {
    pdf.lineWidth(strokeWidth ?? 1).lineCap(round ? 'round' : 'butt').lineJoin(round ? 'round' : 'miter');
    // pdfkit takes a list of lengths, which its types do not say of this method.
    if (dash) pdf.dash([...dash] as unknown as number, {});
  }
  pdf.path(d);
  if (fill && stroke) pdf.fillAndStroke(colourOf(palette, fill), colourOf(palette, stroke));
  else if (fill) pdf.fill(colourOf(palette, fill));
  else pdf.stroke(colourOf(palette, stroke!));
}

function drawText(pdf: Pdf, mark: TextMark, palette: Palette, typesetter: Typesetter): void {
  if (mark.text === '') return;
  const [family, size] = [familyOf(mark.font), sizeOf(mark)];
  const left = leftOf(mark, typesetter.width(mark.text, family, size));
  setText(pdf, typesetter, mark.text, [left, mark.y], { family, size, colour: colourOf(palette, mark.colour) }, mark.direction ?? 'ltr');
}

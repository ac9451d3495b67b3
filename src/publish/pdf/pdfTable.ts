import { words, type ReportTable, type ReportText } from '../report/report';
import { COLUMN, PAGE, type PdfFlow } from './pdfFlow';
import { citedTarget, linesOf, setLine, type ParagraphLook, type PdfLine } from './pdfText';
import { setText, type Tag } from './pdfWriter';

const CELL: ParagraphLook = { family: 'IBM Plex Sans', weight: 400, size: 7.6, lineHeight: 10, colour: '#1a1d29' };
const HEAD: ParagraphLook = { ...CELL, weight: 600 };
const PAD = { x: 3, y: 3 } as const;
const LINE = '#b9b6ae';

interface Row {
  /** The lines of each cell. */
  readonly cells: readonly (readonly PdfLine[])[];
  readonly look: ParagraphLook;
}

/** A table with its head repeated on each page; a row that is higher than a page goes on on the next. */
export function setTable({ columns, rows }: ReportTable, flow: PdfFlow, parent: Tag, cited: Set<number>): void {
  const { pdf, typesetter } = flow;
  const widths = columns.map(({ width }) => width * COLUMN);
  const rowOf = (texts: readonly ReportText[], look: ParagraphLook): Row => ({
    cells: texts.map((text, i) => linesOf(text, look, widths[i]! - 2 * PAD.x, typesetter)), look,
  });
  const head = rowOf(columns.map(({ title }) => words(title)), HEAD);
  const table = pdf.struct('Table');
  parent.add(table);
  const all = rows.map((texts) => rowOf(texts, CELL));
  flow.ensure(heightOf(head) + (all[0] ? heightOf(all[0]) : 0));
  setRow(head, widths, flow, { table, type: 'TH', cited });
  for (const row of all) {
    if (heightOf(row) > flow.room && flow.y > PAGE.top) {
      flow.newPage();
      repeatHead(head, widths, flow);
    }
    setRow(row, widths, flow, { table, type: 'TD', cited });
  }
  table.end();
}

function heightOf({ cells, look }: Row): number {
  return Math.max(...cells.map((lines) => lines.length)) * look.lineHeight + 2 * PAD.y;
}

/** The head at the top of a further page; it is read once, and this is none of it. */
function repeatHead({ cells, look }: Row, widths: readonly number[], flow: PdfFlow): void {
  const [top, height] = [flow.y, heightOf({ cells, look })];
  const { pdf, typesetter } = flow;
  pdf.markContent('Artifact', { type: 'Layout' });
  let x = PAGE.side;
  cells.forEach((lines, i) => {
    lines.forEach((line, k) => {
      let at = x + PAD.x;
      for (const { text, of } of line.spans) at += setText(pdf, typesetter, text, [at, baselineOf(top, k, look)], of);
    });
    x += widths[i]!;
  });
  pdf.endMarkedContent();
  rule(flow, top + height);
  flow.y += height;
}

interface RowPlace {
  readonly table: Tag;
  readonly type: 'TH' | 'TD';
  readonly cited: Set<number>;
}

function setRow(row: Row, widths: readonly number[], flow: PdfFlow, { table, type, cited }: RowPlace): void {
  const { pdf, typesetter } = flow;
  const tag = pdf.struct('TR');
  table.add(tag);
  const cellTags = row.cells.map(() => {
    const cell = pdf.struct(type, (type === 'TH' ? { scope: 'Column' } : {}) as PDFKit.Mixins.StructureElementOptions);
    tag.add(cell);
    return cell;
  });
  const most = Math.max(...row.cells.map((lines) => lines.length));
  let from = 0;
  do {
    const fits = Math.max(1, Math.min(most - from, Math.floor((flow.room - 2 * PAD.y) / row.look.lineHeight)));
    const top = flow.y;
    let x = PAGE.side;
    row.cells.forEach((lines, i) => {
      lines.slice(from, from + fits).forEach((line, k) => setLine(pdf, line, typesetter, {
        tag: cellTags[i]!, x: x + PAD.x, baseline: baselineOf(top, k, row.look), lineHeight: row.look.lineHeight,
        anchorOf: (note) => firstTime(note, cited),
      }));
      x += widths[i]!;
    });
    flow.y += fits * row.look.lineHeight + 2 * PAD.y;
    rule(flow, flow.y);
    from += fits;
    if (from < most) flow.newPage();
  } while (from < most);
  tag.end();
}

/** The name of where a note is cited first; undefined of one that was cited before. */
export function firstTime(note: number, cited: Set<number>): string | undefined {
  if (cited.has(note)) return undefined;
  cited.add(note);
  return citedTarget(note);
}

function baselineOf(top: number, line: number, { lineHeight, size }: ParagraphLook): number {
  return top + PAD.y + line * lineHeight + lineHeight / 2 + size * 0.35;
}

function rule({ pdf }: PdfFlow, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.save().moveTo(PAGE.side, y).lineTo(PAGE.width - PAGE.side, y).lineWidth(0.5).stroke(LINE).restore();
  pdf.endMarkedContent();
}

import {
  AlignmentType, Document, ExternalHyperlink, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType,
  TableRow, TextRun, WidthType, type ParagraphChild,
} from 'docx';
import type { Report, ReportBlock, ReportItem, ReportNote, ReportTable } from '../report/report';
import { pictureParagraph, type DocxAssets } from './docxPicture';
import { BULLETS, NUMBERS, numbering, STYLE, styles, TEXT_WIDTH, TWIPS } from './docxStyles';
import { runsOf, textRuns, type CitedNotes } from './docxText';
import { settledDocx } from './settledDocx';

/**
 * A report as a Word document (ECMA-376): styles with names, headings, real footnotes, the chart as a vector picture, tables whose heads
 * are repeated. It can be edited. The same report gives the same bytes but for the pixels of the picture beside the vectors, which are
 * those of the platform's canvas; there is no date, user or path in it.
 */
export async function docxFile(report: Report, assets: DocxAssets): Promise<Uint8Array> {
  const cited: CitedNotes = new Set();
  const children: (Paragraph | Table)[] = [new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(report.title) })];
  for (const block of report.blocks) children.push(...(await blockOf(block, cited, assets)));
  const document = new Document({
    title: report.title, creator: 'Throughline', lastModifiedBy: 'Throughline', styles, numbering,
    footnotes: Object.fromEntries(report.notes.map((note) => [note.number, { children: [noteParagraph(note)] }])),
    sections: [{
      properties: { page: {
        size: TWIPS.page, margin: { top: TWIPS.margin, bottom: TWIPS.margin, left: TWIPS.margin, right: TWIPS.margin },
      } },
      footers: { default: pageFooter() }, children,
    }],
  });
  return settledDocx(await Packer.pack(document, 'uint8array'));
}

async function blockOf(block: ReportBlock, cited: CitedNotes, assets: DocxAssets): Promise<(Paragraph | Table)[]> {
  if (block.kind === 'heading') {
    const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
    return [new Paragraph({ heading, children: textRuns(block.text) })];
  }
  if (block.kind === 'picture') return [await pictureParagraph(block, assets)];
  if (block.kind === 'list') return block.items.flatMap((item) => itemParagraphs(item, block.ordered ? NUMBERS : BULLETS, 0, cited));
  // A table needs a paragraph after it, or it grows together with the next one.
  if (block.kind === 'table') return [tableOf(block, cited), new Paragraph({ style: STYLE.facts, children: [] })];
  const style = block.style === 'prose' ? undefined : STYLE[block.style];
  return [new Paragraph({ ...(style ? { style } : {}), children: runsOf(block.text, cited) })];
}

const DEEPEST = 8;

function itemParagraphs({ text, below }: ReportItem, reference: string, level: number, cited: CitedNotes): Paragraph[] {
  return [
    new Paragraph({ numbering: { reference, level: Math.min(level, DEEPEST) }, children: runsOf(text, cited) }),
    ...below.flatMap((item) => itemParagraphs(item, reference, level + 1, cited)),
  ];
}

function tableOf({ columns, rows }: ReportTable, cited: CitedNotes): Table {
  const widths = columns.map(({ width }) => Math.round(width * TEXT_WIDTH));
  const cell = (children: ParagraphChild[], i: number, style: string) => new TableCell({
    width: { size: widths[i]!, type: WidthType.DXA }, margins: { left: 70, right: 70 }, children: [new Paragraph({ style, children })],
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, i) => cell(textRuns(title), i, STYLE.head)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(runsOf(text, cited), i, STYLE.cell)) })),
    ],
  });
}

function noteParagraph({ text, url }: ReportNote): Paragraph {
  const link = url === undefined
    ? []
    : [new TextRun(' '), new ExternalHyperlink({ link: url, children: [new TextRun({ text: url, style: 'Hyperlink' })] })];
  return new Paragraph({ style: 'FootnoteText', children: [...textRuns(` ${text}`), ...link] });
}

function pageFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: STYLE.facts, alignment: AlignmentType.RIGHT, children: [number] })] });
}

import { palettes } from '../../drawing';
import {
  textOf, words, type Report, type ReportBlock, type ReportItem, type ReportNote, type ReportPicture, type ReportText,
} from '../report/report';
import type { SnapshotAssets } from '../svg/assets';
import { usedText } from '../svg/marksToSvg';
import { familyOf } from '../typesetting/outlinedMarks';
import { Typesetter, type Family } from '../typesetting/typesetter';
import { COLUMN, PAGE, PdfFlow } from './pdfFlow';
import { drawMarks } from './pdfMarks';
import { firstTime, setTable } from './pdfTable';
import { citedTarget, linesOf, noteTarget, SANS, setLine, type ParagraphLook, type PdfLine } from './pdfText';
import { bytesOf, newPdf, setText, type Pdf, type Tag } from './pdfWriter';

const INK = '#1a1d29';
const QUIET = '#595959';
const sans = (size: number, lineHeight: number, weight: 400 | 600, colour = INK): ParagraphLook =>
  ({ family: 'IBM Plex Sans', weight, size, lineHeight, colour });
const LOOKS = {
  title: sans(22, 27, 600), 1: sans(15, 19, 600), 2: sans(11.5, 15, 600), facts: sans(8.8, 12.4, 400, QUIET), notice: sans(9.6, 13.4, 600),
  note: sans(8, 11, 400), prose: { family: 'Source Serif 4', weight: 400, size: 10.6, lineHeight: 15, colour: INK },
} as const satisfies Record<string, ParagraphLook>;
const GAP = { title: 10, 1: 20, 2: 12, paragraph: 6, item: 3, after: 6 } as const;
const INDENT = 14;
const SERIF: Family = { family: 'Source Serif 4', weight: 400 };
/** How much of a page a picture may take. */
const HIGHEST = 0.72;
/** Points to a chart unit at most. */
const LARGEST_SCALE = 0.75;

/**
 * A report as a PDF (PDF/UA-1): vectors and real text in fonts cut down to it, headings as bookmarks, notes at the end that lead back to
 * where they are cited, and tags for those who hear it. The same report gives the same bytes on the same platform.
 */
export async function pdfReport(report: Report, assets: SnapshotAssets): Promise<Uint8Array> {
  const pdf = newPdf(report.title);
  const flow = new PdfFlow(pdf, await Typesetter.of(assets, textsOf(report)));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const writer = new ReportWriter(flow, root);
  writer.title(report.title);
  report.blocks.forEach((block, i) => writer.block(block, report.blocks[i + 1]));
  writer.notes(report.notes);
  root.end();
  return bytesOf(pdf);
}

/** All text of a report by the faces that it may be set in: any may stand in bold. */
function textsOf({ title, blocks, notes }: Report): Map<Family, string> {
  const item = ({ text, below }: ReportItem): string => textOf(text, 'numbered') + below.map(item).join('');
  const told = blocks.map((block) => {
    if (block.kind === 'heading') return block.text;
    if (block.kind === 'paragraph') return textOf(block.text, 'numbered');
    if (block.kind === 'list') return block.items.map(item).join('');
    if (block.kind === 'picture') return block.title;
    return [block.columns.map((c) => c.title), ...block.rows.map((row) => row.map((t) => textOf(t)))].flat().join('');
  });
  const text = [title, ...told, ...notes.map((note) => `${note.text}${note.url ?? ''}`), '0123456789.•–'].join('');
  const drawn = blocks.flatMap((block) => (block.kind === 'picture' ? [...usedText(block.marks)] : []));
  return new Map<Family, string>([
    [SANS, text], [{ ...SANS, weight: 600 }, text], [SERIF, text], [{ ...SERIF, weight: 600 }, text],
    ...drawn.map(([role, used]) => [familyOf(role), used] as const),
  ]);
}

/** How many points a chart unit has: a small chart is not blown up to the page. */
function pictureScale({ bounds }: ReportPicture): number {
  return Math.min(LARGEST_SCALE, COLUMN / bounds.width, ((PAGE.height - PAGE.top - PAGE.bottom) * HIGHEST) / bounds.height);
}

function pictureHeight(picture: ReportPicture): number {
  return picture.bounds.height * pictureScale(picture);
}

type Outline = PDFKit.PDFOutline;

class ReportWriter {
  readonly #pdf: Pdf;
  readonly #cited = new Set<number>();
  #chapter: Outline | undefined;

  constructor(readonly flow: PdfFlow, readonly root: Tag) {
    this.#pdf = flow.pdf;
  }

  title(text: string): void {
    this.#lines(linesOf(words(text), LOOKS.title, COLUMN, this.flow.typesetter), LOOKS.title, this.#tag('H1'), 0);
    this.flow.gap(GAP.title);
  }

  /** Sets a block; a heading stays with the picture after it. */
  block(block: ReportBlock, next?: ReportBlock): void {
    if (block.kind === 'heading') this.#heading(block.level, block.text, next?.kind === 'picture' ? pictureHeight(next) : 0);
    else if (block.kind === 'paragraph') this.#paragraph(block.text, LOOKS[block.style]);
    else if (block.kind === 'list') this.#list(block.items, block.ordered, this.root, 0);
    else if (block.kind === 'table') setTable(block, this.flow, this.root, this.#cited);
    else this.#picture(block);
  }

  /** The notes, each with a way back to where it is cited first. */
  notes(notes: readonly ReportNote[]): void {
    if (notes.length === 0) return;
    this.#heading(1, 'Notes');
    for (const note of notes) this.#note(note);
  }

  #tag(type: string, options: object = {}): Tag {
    const tag = this.#pdf.struct(type as 'P', options);
    this.root.add(tag);
    return tag;
  }

  #heading(level: 1 | 2, text: string, after = 0): void {
    const { flow } = this;
    const look = LOOKS[level];
    const lines = linesOf(words(text), look, COLUMN, flow.typesetter);
    flow.gap(GAP[level]);
    // A heading does not stand alone at the foot of a page.
    flow.ensure(lines.length * look.lineHeight + Math.max(4 * LOOKS.prose.lineHeight, after + 2 * GAP.after));
    this.#bookmark(level, text);
    this.#lines(lines, look, this.#tag(level === 1 ? 'H2' : 'H3'), 0);
    flow.gap(GAP.after);
  }

  #bookmark(level: 1 | 2, text: string): void {
    // pdfkit counts from the right side of the page what it calls left.
    const at = { top: this.flow.y, left: PAGE.width } as unknown as Parameters<Outline['addItem']>[1];
    const above = level === 2 && this.#chapter ? this.#chapter : this.#pdf.outline;
    const added = above.addItem(text, at);
    if (level === 1) this.#chapter = added;
  }

  #paragraph(text: ReportText, look: ParagraphLook): void {
    const lines = linesOf(text, look, COLUMN, this.flow.typesetter);
    this.#lines(lines, look, this.#tag('P'), 0);
    this.flow.gap(GAP.paragraph);
  }

  /** Lines down the page and on to the next; two at least stay together. */
  #lines(lines: readonly PdfLine[], look: ParagraphLook, tag: Tag, indent: number): void {
    const { flow } = this;
    flow.ensure(Math.min(2, lines.length) * look.lineHeight);
    for (const line of lines) {
      flow.ensure(look.lineHeight);
      setLine(this.#pdf, line, flow.typesetter, {
        tag, x: PAGE.side + indent, baseline: flow.y + look.lineHeight / 2 + look.size * 0.35, lineHeight: look.lineHeight,
        anchorOf: (note) => firstTime(note, this.#cited),
      });
      flow.y += look.lineHeight;
    }
    tag.end();
  }

  #list(items: readonly ReportItem[], ordered: boolean, parent: Tag, depth: number): void {
    const list = this.#pdf.struct('L');
    parent.add(list);
    const [look, indent] = [LOOKS.prose, INDENT * (depth + 1)];
    items.forEach(({ text, below }, i) => {
      const [item, body] = [this.#pdf.struct('LI'), this.#pdf.struct('LBody')];
      list.add(item);
      const lines = linesOf(text, look, COLUMN - indent, this.flow.typesetter);
      this.flow.ensure(Math.min(2, lines.length) * look.lineHeight);
      this.#label(item, ordered ? `${i + 1}.` : depth % 2 === 0 ? '•' : '–', indent - INDENT + 2, look);
      item.add(body);
      const words = this.#pdf.struct('P');
      body.add(words);
      this.#lines(lines, look, words, indent);
      this.flow.gap(GAP.item);
      if (below.length > 0) this.#list(below, ordered, body, depth + 1);
      item.end();
    });
    list.end();
    if (depth === 0) this.flow.gap(GAP.paragraph);
  }

  #label(item: Tag, text: string, indent: number, look: ParagraphLook): void {
    const { flow } = this;
    const label = this.#pdf.struct('Lbl');
    item.add(label);
    const content = this.#pdf.markStructureContent('Lbl' as 'P');
    const at = [PAGE.side + indent, flow.y + look.lineHeight / 2 + look.size * 0.35] as const;
    setText(this.#pdf, flow.typesetter, text, at, { family: SANS, size: look.size, colour: look.colour });
    this.#pdf.endMarkedContent();
    label.add(content).end();
  }

  #picture(picture: ReportPicture): void {
    const { flow } = this;
    const { bounds, alt } = picture;
    const scale = pictureScale(picture);
    const [width, height] = [bounds.width * scale, bounds.height * scale];
    flow.ensure(height);
    const [x, y] = [PAGE.side + (COLUMN - width) / 2, flow.y];
    const figure = this.#tag('Figure', { alt, bbox: [x, y, x + width, y + height] });
    const content = this.#pdf.markStructureContent('Figure');
    drawMarks(this.#pdf, picture, { x, y, scale }, palettes.light, flow.typesetter);
    this.#pdf.endMarkedContent();
    figure.add(content).end();
    flow.y += height;
    flow.gap(GAP.paragraph);
  }

  #note({ number, text, url }: ReportNote): void {
    const { flow } = this;
    const look = LOOKS.note;
    const link = url === undefined ? [] : [{ kind: 'text', text: ' ' }, { kind: 'link', text: url, url }] as const;
    const lines = linesOf([...words(text), ...link], look, COLUMN - 2 * INDENT, flow.typesetter);
    flow.ensure(Math.min(2, lines.length) * look.lineHeight);
    const note = this.#tag('Note');
    this.#pdf.addNamedDestination(noteTarget(number), 'XYZ', PAGE.side, flow.y, null as unknown as number);
    this.#backLink(note, number, look);
    const words_ = this.#pdf.struct('P');
    note.add(words_);
    this.#lines(lines, look, words_, 2 * INDENT);
    note.end();
    flow.gap(GAP.item);
  }

  #backLink(note: Tag, number: number, look: ParagraphLook): void {
    const { flow } = this;
    const [label, link] = [this.#pdf.struct('Lbl'), this.#pdf.struct('Link')];
    note.add(label);
    label.add(link);
    const content = this.#pdf.markStructureContent('Link' as 'P');
    const baseline = flow.y + look.lineHeight / 2 + look.size * 0.35;
    const set = { family: SANS, size: look.size, colour: INK };
    const width = setText(this.#pdf, flow.typesetter, String(number), [PAGE.side, baseline], set);
    this.#pdf.endMarkedContent();
    link.add(content);
    const options = { structParent: link, Contents: new String(`Back to where note ${number} is cited`) };
    const box = [PAGE.side, flow.y, width, look.lineHeight] as const;
    this.#pdf.goTo(...box, citedTarget(number), options as unknown as PDFKit.Mixins.AnnotationOption);
    label.end();
  }
}

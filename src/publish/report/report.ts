import type { FramedMarks } from '../../drawing';
import type { Source } from '../../model';

/** A piece of a report's text. */
export type ReportPart =
  | { readonly kind: 'text' | 'bold' | 'italics'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Notes that stand at the word before, by their numbers. */
  | { readonly kind: 'notes'; readonly numbers: readonly number[] };

export type ReportText = readonly ReportPart[];

/** An item of a list, and the items beneath it. */
export interface ReportItem {
  readonly text: ReportText;
  readonly below: readonly ReportItem[];
}

/** A column of a table: its header, and its part of the width of the page; the parts of a table add up to 1. */
interface ReportColumn {
  readonly title: string;
  readonly width: number;
}

export interface ReportTable {
  readonly kind: 'table';
  /** What it is called as a sheet: at most 31 characters. */
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportText[])[];
}

/** A chart, drawn as marks, with what it shows in words for those who hear it. */
export interface ReportPicture extends FramedMarks {
  readonly kind: 'picture';
  readonly title: string;
  readonly alt: string;
}

/** A piece of a report, in the order in which it is read. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** `prose`: what is told; `facts`: what is said beside it, small; `notice`: what the reader must not miss. */
  | { readonly kind: 'paragraph'; readonly style: 'prose' | 'facts' | 'notice'; readonly text: ReportText }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ReportItem[] }
  | ReportTable
  | ReportPicture;

/** What a note says: the place in a source. */
export interface ReportNote {
  /** From 1, in the order in which the report cites them first. */
  readonly number: number;
  readonly text: string;
  readonly url?: string;
  readonly source?: Source;
  readonly locator?: string;
}

/** A report, whatever it is written as: its blocks and their notes. The same input gives the same report. */
export interface Report {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  /** What a workbook has a sheet of and a document tells otherwise. */
  readonly sheets: readonly ReportTable[];
  readonly notes: readonly ReportNote[];
}

export const said = (text: string): ReportPart => ({ kind: 'text', text });

/** A text of nothing but words. */
export const words = (text: string): ReportText => (text === '' ? [] : [said(text)]);

export const heading = (level: 1 | 2, text: string): ReportBlock => ({ kind: 'heading', level, text });

export const paragraph = (text: ReportText, style: 'prose' | 'facts' | 'notice' = 'prose'): ReportBlock => ({
  kind: 'paragraph', style, text,
});

export const bullets = (texts: readonly ReportText[], ordered = false): ReportBlock => ({
  kind: 'list', ordered, items: texts.map((text) => ({ text, below: [] })),
});

/** The words of a text, its notes as numbers in brackets where they are asked for. */
export function textOf(text: ReportText, notes: 'numbered' | 'left out' = 'left out'): string {
  const numbered = (numbers: readonly number[]) => (notes === 'numbered' && numbers.length > 0 ? ` [${numbers.join(', ')}]` : '');
  return text.map((part) => (part.kind === 'notes' ? numbered(part.numbers) : part.text)).join('');
}

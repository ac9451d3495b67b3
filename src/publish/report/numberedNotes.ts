import type { ReportBlock, ReportItem, ReportNote, ReportTable, ReportText } from './report';

/** What a note says, before it has the number that it goes by in the report. */
export type UnnumberedNote = Omit<ReportNote, 'number'>;

interface Numbered {
  readonly blocks: readonly ReportBlock[];
  readonly sheets: readonly ReportTable[];
  readonly notes: readonly ReportNote[];
  /** The number in the report of a note by the number that it had before; undefined of one that the report does not cite. */
  numberOf(before: number): number | undefined;
}

/**
 * Blocks and sheets whose notes are numbered from 1 in the order in which they are first read, as word processors number footnotes,
 * whatever they were numbered by before; the sheets are read last. Notes that nothing cites are left out.
 */
export function numberedNotes(
  blocks: readonly ReportBlock[], sheets: readonly ReportTable[], noteOf: (before: number) => UnnumberedNote,
): Numbered {
  const numbers = new Map<number, number>();
  const number = (before: number) => {
    if (!numbers.has(before)) numbers.set(before, numbers.size + 1);
    return numbers.get(before)!;
  };
  const text = (parts: ReportText): ReportText =>
    parts.map((part) => (part.kind === 'notes' ? { ...part, numbers: part.numbers.map(number).sort((a, b) => a - b) } : part));
  const item = ({ text: own, below }: ReportItem): ReportItem => ({ text: text(own), below: below.map(item) });
  const table = (one: ReportTable): ReportTable => ({ ...one, rows: one.rows.map((row) => row.map(text)) });
  const numbered = blocks.map((block): ReportBlock => {
    if (block.kind === 'paragraph') return { ...block, text: text(block.text) };
    if (block.kind === 'list') return { ...block, items: block.items.map(item) };
    return block.kind === 'table' ? table(block) : block;
  });
  const tables = sheets.map(table);
  return {
    blocks: numbered, sheets: tables, notes: [...numbers].map(([before, now]) => ({ ...noteOf(before), number: now })),
    numberOf: (before) => numbers.get(before),
  };
}

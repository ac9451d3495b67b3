/**
 * What stands in a cell: of a text file a text; of a workbook also figures and yes or no. Real dates of a workbook are texts in ISO form.
 */
export type Cell = string | number | boolean;

/** A row as it lies in the file. */
export interface RawRow {
  /** "line 12", with the file before it where there are several; "row 12" of a sheet. */
  readonly at: string;
  readonly cells: readonly Cell[];
  readonly fault?: string;
  /** The file ends here inside a quoted field. */
  readonly cutShort?: true;
  /** How far into the table it ends, 0–1. */
  readonly done: number;
}

/** A table of a file: its rows can be gone through more than once. */
export interface RawTable {
  /** The sheet, or the file with its path. */
  readonly name: string;
  /** How much reading it is, beside other tables. */
  readonly size: number;
  readonly hidden?: boolean;
  /** Of text files. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The rows that are not blank, in order. */
  rows(): Iterable<RawRow>;
}

/** A cell as text. */
export function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : String(cell);
}

/** A text as names are compared: without outer spaces, each run of spaces one. */
export function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

import type { Issue } from '../../model';
import type { TableMapping } from './mapping';

/** How many rows of each table a preview shows. */
export const PREVIEW_ROWS = 20;

/** A value of a column and how many cells have it. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** A table as a dialog shows it before it is read. */
export interface PreviewedTable {
  /** The sheet, or the file with its path. */
  readonly name: string;
  /** The texts of the header row, as many as the widest row shown has cells; empty texts where the table has none. */
  readonly header: readonly string[];
  /** The first rows below the header, as many cells as they have. Dates are in ISO form where the file has real ones. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are below the header; blank rows do not count. */
  readonly total: number;
  /**
   * The values of each column that has few distinct ones, the most frequent first; undefined for a column that has many, or figures only.
   */
  readonly values: readonly (readonly ValueCount[] | undefined)[];
  /** The sheet is hidden in the workbook. */
  readonly hidden?: boolean;
}

/** A file of tables before it is read, and the best guess of what it means. */
export interface TablePreview {
  readonly tables: readonly PreviewedTable[];
  /** Of text files, of the first one in a zip or folder; undefined for a workbook. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /**
   * The guess; where the options of the preview have a mapping, that mapping as it was applied. One table mapping for each table, in order.
   */
  readonly mapping: TableMapping;
  /** What the guess is unsure of, and what is wrong with the file as far as the preview read it. */
  readonly doubts: readonly Issue[];
}

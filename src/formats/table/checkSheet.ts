import type { CheckRow, Issue, Tick } from '../../model';
import type { NamedFile, ReadOptions, Writing } from '../format';
import { folded } from './rawTable';
import type { PreviewedTable } from './tablePreview';

/** The headers by which a sheet is known and its ticks are read, wherever they stand. */
export const NEEDED = ['Checked by', 'On', 'Record', 'Key'] as const;

/** Whether a file of tables is a check sheet, by the headers of its first table. */
export function isCheckSheet(tables: readonly Pick<PreviewedTable, 'header'>[]): boolean {
  return tables.some(({ header }) => NEEDED.every((name) => header.some((text) => folded(text) === name)));
}

/** The ticks of a check sheet, and what could not be understood of it. */
export interface CheckSheetReading {
  readonly ticks: readonly Tick[];
  readonly issues: readonly Issue[];
}

/**
 * Reads the ticks of a check sheet: a workbook, or a text into which it was saved. Columns are found by their headers. A date without a
 * name is told and not taken; one that is none is told, and the tick is taken without it. Rejects with `ReadLimitError`.
 */
export async function readCheckSheet(input: Uint8Array | readonly NamedFile[], options: ReadOptions = {}): Promise<CheckSheetReading> {
  return (await import('./readCheckSheet')).readTicks(input, options);
}

/** Writes the check sheet as a workbook: a row for each claim, its header bold and frozen. Every text is a text cell. */
export async function writeCheckSheet(rows: readonly CheckRow[]): Promise<Writing> {
  return (await import('./writeCheckSheet')).writeRows(rows);
}

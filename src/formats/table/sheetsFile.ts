import type { Writing } from '../format';
import type { SheetTable } from './writeWorkbook';

/** Tables of any kind as a workbook, a sheet each; what a workbook needs is loaded when one is written. */
export async function sheetsFile(tables: readonly SheetTable[]): Promise<Writing> {
  return (await import('./writeWorkbook')).workbookOf(tables);
}

import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { Dataset } from '../../model';
import type { Writing } from '../format';
import { Losses } from '../output';
import { wellFormed } from '../text';
import { tablesOf, type Written } from './tableColumns';

/** A sheet: a header and rows of its width. */
export interface SheetTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Written[])[];
}

/** What Excel holds: characters in a cell, rows in a sheet. */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_576;

const NO_DATE = new Date(0);
const BOLD: CellStyle = { font: { bold: true } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/**
 * Writes a dataset as a workbook of a sheet a table, their headers bold and frozen. Every text is a text cell, so that none is a formula;
 * only shares, sums and grades are figures.
 */
export async function writeWorkbook(dataset: Dataset): Promise<Writing> {
  const losses = new Losses('XLSX');
  return workbookOf(tablesOf(dataset, losses), losses);
}

/** How the cells of a sheet look: widths of columns in characters, texts in several lines where they are longer. */
interface SheetLook {
  readonly widths?: readonly number[];
  readonly wrap?: boolean;
}

/** Writes any tables so, a sheet each. */
export async function workbookOf(
  tables: readonly SheetTable[], losses: Losses = new Losses('XLSX'), look: SheetLook = {},
): Promise<Writing> {
  const sheets = tables.map((table) => sheetOf(table, losses, look));
  const bytes = await writeXlsx({ sheets, stringMode: 'shared', properties: { created: NO_DATE, modified: NO_DATE } });
  return { bytes, issues: losses.issues() };
}

function sheetOf({ name, header, rows }: SheetTable, losses: Losses, { widths, wrap }: SheetLook): WriteSheet {
  for (const row of rows.slice(MOST_ROWS - 1))
    losses.add('too-many-rows', String(row[0]), `more than the ${MOST_ROWS} rows that a sheet holds`, 'Write CSV instead.');
  const kept = rows.slice(0, MOST_ROWS - 1).map((row) => row.map((value) => (value === '' ? null : cellOf(value, String(row[0]), losses))));
  return {
    name,
    freezePane: { rows: 1 },
    ...(widths ? { columns: widths.map((width) => ({ width, ...(wrap ? { style: WRAPPED } : {}) })) } : {}),
    rows: [[...header], ...kept],
    cells: new Map(header.map((text, c) => [`0,${c}`, { value: cellOf(text, text, losses), style: BOLD }])),
  };
}

/**
 * A text as a cell holds it: cut where it is too long; what looks like an escape of a character is escaped, and what XML cannot say too;
 * so is the sign of what would be an error value (#REF!).
 */
function cellOf(value: Written, at: string, losses: Losses): Written {
  if (typeof value === 'number') return value;
  if (value.length > LONGEST_CELL)
    losses.add('long-text', at, `a text longer than the ${LONGEST_CELL} characters that a cell holds, which was cut`, 'Write CSV instead.');
  return wellFormed(value.slice(0, LONGEST_CELL))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\uFFFE\uFFFF]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase()}_`)
    .replace(/^#(?=[A-Z0-9/_]+[!?]?$)/, '_x0023_');
}

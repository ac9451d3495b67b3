/** The id of the format whose files are tables with columns that have to be given a meaning. */
export const TABLES = 'table';

/** What a check sheet is looked at as: a file of tables that brings ticks, and no dataset. */
export const CHECK_SHEET = 'check-sheet';

/** Formats that are written apart and read as tables like any others. */
const READ_AS_TABLES: ReadonlySet<string | undefined> = new Set([TABLES, 'csv-zip', 'xlsx']);

/** Whether a file of this format is one of tables. */
export function isOfTables(format: string | undefined): boolean {
  return READ_AS_TABLES.has(format);
}

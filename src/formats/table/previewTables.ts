import type { NamedFile, ReadOptions } from '../format';
import type { TablePreview } from './tablePreview';

/**
 * The tables of a CSV, TSV or XLSX file, of a zip of texts or of the files of a folder, as a dialog shows them before
 * they are read: their headers and first rows, and the mapping that is guessed, or the one of the options as it was
 * applied; one without columns only says the encoding, the delimiter and where headers stand. Rejects when cancelled,
 * and with `ReadLimitError` where the file passes a limit. Cost O(file): a column is judged by all of it.
 */
export async function previewTables(input: Uint8Array | readonly NamedFile[], options: ReadOptions = {}): Promise<TablePreview> {
  return (await import('./readPreview')).readPreview(input, options);
}

import type { Format } from '../format';
import { isZip, namesIn } from '../records';
import { looksLikeTable } from './looksLikeTable';
import { isOpenDocument, otherWorkbookOf } from './otherWorkbooks';

/** Whether the first bytes of a file are those of an XLSX workbook. */
function isWorkbookHead(head: Uint8Array): boolean {
  return namesIn(head).some((name) => /^xl\/(workbook\.xml|worksheets\/|styles\.xml|sharedstrings\.xml|theme\/|_rels\/)/.test(name));
}

/**
 * Tables that people keep: CSV, TSV, XLSX and ODS, as an edge list or as entities and relationships. Any other format that
 * knows a file by its own marks wins: such a file is a table besides.
 */
export const table: Format = {
  id: 'table',
  label: 'Tables: CSV, TSV, Excel, OpenDocument',
  extensions: ['.csv', '.tsv', '.tab', '.xlsx', '.ods', '.txt', '.zip'],
  mime: 'text/csv',
  guess(head) {
    if (otherWorkbookOf(head) !== undefined) return 0.1;
    if (isWorkbookHead(head) || isOpenDocument(head)) return 0.4;
    if (isZip(head)) return namesIn(head).some((name) => /\.(csv|tsv)$/.test(name)) ? 0.3 : 0;
    return looksLikeTable(head) ? 0.15 : 0;
  },
  read: async (bytes, options) => (await import('./readTables')).readTables(bytes, options),
  readFolder: async (files, options) => (await import('./readTables')).readTables(files, options),
};

/** Four CSV files in a zip as a thing to write; as a file to read it is tables like others. */
export const csvZip: Format = {
  id: 'csv-zip',
  label: 'CSV tables in a zip',
  extensions: ['.csv.zip', '.zip'],
  mime: 'application/zip',
  guess: () => 0,
  read: async (bytes, options) => (await import('./readTables')).readTables(bytes, options),
  holds: ['notes'],
  write: async (dataset) => (await import('./writeCsvZip')).writeCsvZip(dataset),
};

/** A workbook as a thing to write; as a file to read it is a table like others. */
export const workbook: Format = {
  id: 'xlsx',
  label: 'Excel workbook',
  extensions: ['.xlsx'],
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  guess: () => 0,
  read: async (bytes, options) => (await import('./readTables')).readTables(bytes, options),
  holds: ['notes'],
  write: async (dataset) => (await import('./writeWorkbook')).writeWorkbook(dataset),
};

import type { Format } from '../format';
import { isZip, namesIn } from '../records';
import { encodingOf } from '../text/decodeText';
import { declaredDelimiter, DELIMITERS } from './delimiters';
import { isOpenDocument, otherWorkbookOf } from './otherWorkbooks';

/** Whether the first bytes of a file are those of an XLSX workbook. */
function isWorkbookHead(head: Uint8Array): boolean {
  return namesIn(head).some((name) => /^xl\/(workbook\.xml|worksheets\/|styles\.xml|sharedstrings\.xml|theme\/|_rels\/)/.test(name));
}

/** So many lines tell whether a text is a table. */
const LINES = 30;

/**
 * Whether the first lines of a file look like a table of texts: two lines or more with the same delimiter, as often in most of them,
 * and no beginning of JSON, XML or a program.
 */
function looksLikeTable(head: Uint8Array): boolean {
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(head).replace(/^\ufeff|^ï»¿/, '').trimStart();
  if (/^[{[<*%#]/.test(text) || /^(?:graph|digraph|Creator|Version)\b/.test(text) || text.includes('\0')) return false;
  if (declaredDelimiter(text)) return true;
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, LINES);
  return (
    lines.length >= 2
    && DELIMITERS.some((delimiter) => isRegular(lines.map((line) => line.replace(/"[^"]*"?/g, '').split(delimiter).length - 1)))
  );
}

/** Most lines have the commonest number of delimiters, which is not none. */
function isRegular(counts: readonly number[]): boolean {
  const times = new Map<number, number>();
  for (const n of counts.filter((one) => one > 0)) times.set(n, (times.get(n) ?? 0) + 1);
  const most = Math.max(0, ...times.values());
  return most >= 2 && most * 2 >= counts.length;
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

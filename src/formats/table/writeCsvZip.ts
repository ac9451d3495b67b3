import { zipSync } from 'fflate';
import { defused, type Dataset } from '../../model';
import type { Writing } from '../format';
import { Losses } from '../output';
import { tablesOf, type WrittenTable } from './tableColumns';

/** What a file of a zip is dated, so that the same data gives the same bytes: the earliest that a zip can say. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * Writes a dataset as a zip of CSV files, one a table (RFC 4180, UTF-8 with a byte order mark, so that Excel sees the letters).
 * No text of it is a formula.
 */
export function writeCsvZip(dataset: Dataset): Writing {
  const losses = new Losses('CSV');
  const files = tablesOf(dataset, losses).map((table): [string, Uint8Array] => [
    `${table.name}.csv`, new TextEncoder().encode(csvOf(table)),
  ]);
  return { bytes: zipSync(Object.fromEntries(files), { level: 6, mtime: NO_DATE }), issues: losses.issues() };
}

function csvOf({ header, rows }: WrittenTable): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')}`;
}

/** Figures stand as they are; texts are defused, and quoted where they need it. */
function fieldOf(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : defused(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

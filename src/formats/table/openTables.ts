import type { NamedFile } from '../format';
import { isZip, namesIn, zipEntries } from '../records';
import type { DatasetBuilder } from '../builder';
import { isOpenDocument, otherWorkbookOf } from './otherWorkbooks';
import type { RawTable } from './rawTable';
import { textTable, type TextReading } from './textTable';

/** The files of a zip or folder that are read as tables. */
const TEXT_FILE = /\.(csv|tsv|tab|txt)$/i;

/** The tables of a file: a text, a workbook, or a zip of texts. Never throws for what it holds. */
export async function openTables(bytes: Uint8Array, told: TextReading, builder: DatasetBuilder): Promise<RawTable[]> {
  const other = otherWorkbookOf(bytes.subarray(0, 65_536));
  if (other !== undefined) return unread(other, builder);
  if (isOpenDocument(bytes.subarray(0, 65_536))) return (await import('./workbookTables')).workbookTables(bytes, 'ods', builder);
  if (!isZip(bytes)) return [textTable(builder.options.name ?? 'table', bytes, told, true, builder)];
  if (isWorkbook(bytes, builder)) return (await import('./workbookTables')).workbookTables(bytes, 'xlsx', builder);
  return zippedTables(bytes, told, builder);
}

/** The tables of a folder: its text files, and the sheets of its workbooks. */
export async function openFolder(files: readonly NamedFile[], told: TextReading, builder: DatasetBuilder): Promise<RawTable[]> {
  const tables: RawTable[] = [];
  for (const { name, bytes } of files) {
    if (TEXT_FILE.test(name)) tables.push(textTable(name, bytes, told, files.length === 1, builder));
    else if (/\.(xlsx|ods)$/i.test(name) && isZip(bytes))
      tables.push(...(await (await import('./workbookTables')).workbookTables(bytes, /ods$/i.test(name) ? 'ods' : 'xlsx', builder)));
    else
      builder.warn(
        'not-a-table', name, 'This is not a CSV, TSV, XLSX or ODS file; it was not read as a table.', 'Open it by itself.', name,
      );
  }
  return tables;
}

/** Whether a zip has what every workbook has. The names are in its first bytes for most, in its directory for all. */
function isWorkbook(bytes: Uint8Array, builder: DatasetBuilder): boolean {
  if (namesIn(bytes.subarray(0, 65_536)).includes('xl/workbook.xml')) return true;
  return zipEntries(bytes, builder, (name) => /^xl\/workbook\.xml$/i.test(name)).length > 0;
}

async function zippedTables(bytes: Uint8Array, told: TextReading, builder: DatasetBuilder): Promise<RawTable[]> {
  const entries = zipEntries(bytes, builder, (name) => TEXT_FILE.test(name) && !name.startsWith('__MACOSX/'));
  const tables: RawTable[] = [];
  for (const { name, unpack } of entries) {
    const unpacked = await unpack();
    if (unpacked !== undefined && unpacked.length > 0) tables.push(textTable(name, unpacked, told, false, builder));
  }
  return tables;
}

function unread(what: string, builder: DatasetBuilder): RawTable[] {
  builder.warn(
    'unread-workbook',
    '(file)',
    `This is ${what}, which cannot be read. Open it in a spreadsheet program, save it as .xlsx without a password, and open that file.`,
    'Save it as .xlsx or as CSV.',
    what,
  );
  return [];
}

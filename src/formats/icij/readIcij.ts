import { glimpse } from '../text/decodeText';
import { sourceOfBytes, type FileSource } from '../fileSource';
import type { NamedFile, Reading, ReadOptions } from '../format';
import { type CsvRow, eachCsvRow, isZip, zipEntries } from '../records';
import { DatasetBuilder } from '../builder';
import { LinkReader } from './readLink';
import { readNode } from './readNode';
import { tableOf, type Table } from './tables';

/** A table as it lies in a zip or folder, unpacked when its turn comes. */
interface Part {
  readonly name: string;
  readonly size: number;
  open(): Promise<FileSource | undefined>;
}

/** How much of a table is looked at for its header, in bytes. */
const HEAD = 4096;

/** Reads a zip of the Offshore Leaks database, or one of its tables. */
export async function readIcij(source: FileSource, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('icij', options);
  if (!isZip(await source.head(4)))
    return readParts([{ name: options.name ?? 'table.csv', size: source.size, open: async () => source }], builder);
  const tables = zipEntries(await source.bytes(), builder, (name) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/'));
  return readParts(tables.map(({ name, size, unpack }) => partOf(name, size, unpack)), builder);
}

/** Reads the tables of a folder of the Offshore Leaks database. */
export async function readIcijFolder(files: readonly NamedFile[], options: ReadOptions): Promise<Reading> {
  return readParts(
    files.filter(({ name }) => /\.csv$/i.test(name)).map(({ name, bytes }) => partOf(name, bytes.length, async () => bytes)),
    new DatasetBuilder('icij', options),
  );
}

function partOf(name: string, size: number, unpack: () => Promise<Uint8Array | undefined>): Part {
  return {
    name,
    size,
    async open() {
      const bytes = await unpack();
      return bytes && sourceOfBytes(bytes, name);
    },
  };
}

async function readParts(parts: readonly Part[], builder: DatasetBuilder): Promise<Reading> {
  const total = parts.reduce((n, { size }) => n + size, 0) || 1;
  const links = new LinkReader(builder);
  builder.totalBytes = total;
  let before = 0;
  for (const part of parts) {
    const source = await part.open();
    const from = before;
    if (source) await readTable(part.name, source, links, builder, (share) => (from + share * part.size) / total);
    before += part.size;
  }
  builder.options.onProgress?.(1);
  return builder.reading({}, (id) => ({ name: `node ${id}` }));
}

async function readTable(
  name: string, source: FileSource, links: LinkReader, builder: DatasetBuilder, progress: (share: number) => number,
): Promise<void> {
  const table = tableOf(name, glimpse(await source.head(HEAD)).split(/\r?\n/, 1)[0]!);
  if (table === undefined) {
    builder.warn(
      'not-a-table', name, 'This file has no node_id and no ends of relationships, so it is no table of the database; it was not read.',
      'Keep the header row as it was published.', name,
    );
    return;
  }
  let broken = false;
  const visit = (row: CsvRow) => {
    const at = `${name}, line ${row.line}`;
    if (row.cutShort)
      builder.error(
        'cut-short', at, 'The file ends inside a quoted field that begins in this row; the row was read as far as it goes.',
        'Download it again.',
      );
    else if (row.fault !== undefined)
      builder.warn('bad-row', at, `This row was read as far as it goes: ${row.fault}.`, 'Check its quotes and commas.');
    broken = broken || warnOfBytes(row.fields, at, builder);
    readRow(row, table, at, links, builder);
  };
  await eachCsvRow(source, builder, visit, { where: `${name}, `, progress });
}

function readRow(row: CsvRow, table: Table, at: string, links: LinkReader, builder: DatasetBuilder): void {
  if (table === 'relationships') {
    const relationship = links.read(row, at);
    if (relationship) builder.addRelationship(relationship, at);
    return;
  }
  const entity = readNode(row, table, at, builder);
  if (entity) builder.addEntity(entity, at);
}

/** Whether a row has what stands for bytes that are no text; the first is reported. */
function warnOfBytes(fields: ReadonlyMap<string, string>, at: string, builder: DatasetBuilder): boolean {
  if (![...fields.values()].some((value) => value.includes('\uFFFD'))) return false;
  builder.warn(
    'not-text', at, 'From here on some bytes are no text; each stands as “\uFFFD”.', 'Save the file as UTF-8 and open it again.',
  );
  return true;
}

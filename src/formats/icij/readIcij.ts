import { glimpse } from '../decodeText';
import { sourceOfBytes, type FileSource } from '../fileSource';
import type { NamedFile, Reading, ReadOptions } from '../format';
import { eachCsvRow, Gathering, isZip, zipEntries, type CsvRow } from '../gather';
import { LinkReader } from './readLink';
import { readNode } from './readNode';
import { tableOf, type Table } from './tables';

/** A table as it lies in a zip or folder, unpacked when its turn comes. */
interface Part {
  readonly name: string;
  readonly size: number;
  open(): FileSource | undefined;
}

/** How much of a table is looked at for its header, in bytes. */
const HEAD = 4096;

/** Reads a zip of the Offshore Leaks database, or one of its tables. */
export async function readIcij(source: FileSource, options: ReadOptions): Promise<Reading> {
  const gathering = new Gathering('icij', options);
  if (!isZip(await source.head(4))) return readParts([{ name: options.name ?? 'table.csv', size: source.size, open: () => source }], gathering);
  const tables = zipEntries(await source.bytes(), gathering, (name) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/'));
  return readParts(tables.map(({ name, size, unpack }) => partOf(name, size, unpack)), gathering);
}

/** Reads the tables of a folder of the Offshore Leaks database. */
export async function readIcijFolder(files: readonly NamedFile[], options: ReadOptions): Promise<Reading> {
  return readParts(files.filter(({ name }) => /\.csv$/i.test(name)).map(({ name, bytes }) => partOf(name, bytes.length, () => bytes)), new Gathering('icij', options));
}

function partOf(name: string, size: number, unpack: () => Uint8Array | undefined): Part {
  return {
    name,
    size,
    open() {
      const bytes = unpack();
      return bytes && sourceOfBytes(bytes, name);
    },
  };
}

async function readParts(parts: readonly Part[], gathering: Gathering): Promise<Reading> {
  const total = parts.reduce((n, { size }) => n + size, 0) || 1;
  const links = new LinkReader(gathering);
  gathering.totalBytes = total;
  let before = 0;
  for (const part of parts) {
    const source = part.open();
    const from = before;
    if (source) await readTable(part.name, source, links, gathering, (share) => (from + share * part.size) / total);
    before += part.size;
  }
  gathering.options.onProgress?.(1);
  return gathering.reading({}, (id) => ({ name: `node ${id}` }));
}

async function readTable(name: string, source: FileSource, links: LinkReader, gathering: Gathering, progress: (share: number) => number): Promise<void> {
  const table = tableOf(name, glimpse(await source.head(HEAD)).split(/\r?\n/, 1)[0]!);
  if (table === undefined) {
    gathering.warn('not-a-table', name, 'This file has no node_id and no ends of relationships, so it is no table of the database; it was not read.', 'Keep the header row as it was published.', name);
    return;
  }
  let broken = false;
  const visit = (row: CsvRow) => {
    const at = `${name}, line ${row.line}`;
    if (row.fault !== undefined) gathering.warn('bad-row', at, `This row was read as far as it goes: ${row.fault}.`, 'Check its quotes and commas.');
    broken = broken || warnOfBytes(row.fields, at, gathering);
    readRow(row, table, at, links, gathering);
  };
  await eachCsvRow(source, gathering, visit, { progress });
}

function readRow(row: CsvRow, table: Table, at: string, links: LinkReader, gathering: Gathering): void {
  if (table === 'relationships') {
    const relationship = links.read(row, at);
    if (relationship) gathering.addRelationship(relationship, at);
    return;
  }
  const entity = readNode(row, table, at, gathering);
  if (entity) gathering.addEntity(entity, at);
}

/** Whether a row has what stands for bytes that are no text; the first is reported. */
function warnOfBytes(fields: ReadonlyMap<string, string>, at: string, gathering: Gathering): boolean {
  if (![...fields.values()].some((value) => value.includes('\uFFFD'))) return false;
  gathering.warn('not-text', at, 'From here on some bytes are no text; each stands as “\uFFFD”.', 'Save the file as UTF-8 and open it again.');
  return true;
}

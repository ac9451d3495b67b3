import { encodingOf } from '../decodeText';
import type { NamedFile, Reading, ReadOptions } from '../format';
import { csvRows, Gathering, isZip, textPieces, zipEntries } from '../gather';
import { LinkReader } from './readLink';
import { readNode } from './readNode';
import { tableOf, type Table } from './tables';

/** A table as it lies in a zip or folder, unpacked when its turn comes. */
interface Part {
  readonly name: string;
  readonly size: number;
  bytes(): Uint8Array | undefined;
}

/** Reads a zip of the Offshore Leaks database, or one of its tables. */
export async function readIcij(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const gathering = new Gathering('icij', options);
  const isTable = (name: string) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/');
  const parts: Part[] = isZip(bytes) ? zipEntries(bytes, gathering, isTable).map(({ name, size, unpack }) => ({ name, size, bytes: unpack })) : [{ name: options.name ?? 'table.csv', size: bytes.length, bytes: () => bytes }];
  return readParts(parts, gathering);
}

/** Reads the tables of a folder of the Offshore Leaks database. */
export async function readIcijFolder(files: readonly NamedFile[], options: ReadOptions): Promise<Reading> {
  return readParts(files.filter(({ name }) => /\.csv$/i.test(name)).map(({ name, bytes }) => ({ name, size: bytes.length, bytes: () => bytes })), new Gathering('icij', options));
}

async function readParts(parts: readonly Part[], gathering: Gathering): Promise<Reading> {
  const total = parts.reduce((n, { size }) => n + size, 0) || 1;
  const links = new LinkReader(gathering);
  let before = 0;
  for (const part of parts) {
    const bytes = part.bytes();
    if (bytes) await readTable(part.name, bytes, links, gathering, (done) => (before + done) / total);
    before += part.size;
  }
  gathering.options.onProgress?.(1);
  return gathering.reading({}, (id) => ({ name: `node ${id}` }));
}

async function readTable(name: string, bytes: Uint8Array, links: LinkReader, gathering: Gathering, progress: (done: number) => number): Promise<void> {
  const encoding = encodingOf(bytes);
  const table = tableOf(name, new TextDecoder(encoding).decode(bytes.subarray(0, 4096)).split(/\r?\n/, 1)[0]!);
  if (table === undefined) {
    gathering.warn('not-a-table', name, 'This file has no node_id and no ends of relationships, so it is no table of the database; it was not read.', 'Keep the header row as it was published.', name);
    return;
  }
  let broken = false;
  for (const row of csvRows(textPieces(bytes, encoding))) {
    const at = `${name}, line ${row.line}`;
    if (row.fault !== undefined) gathering.warn('bad-row', at, `This row was read as far as it goes: ${row.fault}.`, 'Check its quotes and commas.');
    broken = broken || warnOfBytes(row.fields, at, gathering);
    readRow(row, table, at, links, gathering);
    await gathering.breathe(progress(row.offset));
  }
}

function readRow(row: Parameters<typeof readNode>[0], table: Table, at: string, links: LinkReader, gathering: Gathering): void {
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

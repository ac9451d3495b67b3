import { readdir, readFile as readBytes, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFile, readFolder, unpackedFiles, type NamedFile, type Reading, type TableMapping } from '../formats';
import { TimeLeft, workText, type Dataset, type Issue, type OnProgress } from '../model';
import { BUNDLED_CASE, IS_BUILT } from './installation';
import { MisuseError, type Io } from './io';
import { issueLines } from './issueLines';
import { pathSource } from './pathSource';
import { tellAssumptions } from './tableWarnings';

/** How a file is to be read where its content does not tell. A mapping says that it holds tables. */
export interface ReadAs {
  readonly format?: string | undefined;
  readonly mapping?: TableMapping | undefined;
}

/** Reads a file, or a folder of files, in any format that the registry knows, and says how far it is. The built case is taken on trust. Throws MisuseError where there is no such file or folder. */
export async function readPath(path: string, io?: Io, { format, mapping }: ReadAs = {}): Promise<Reading> {
  const trusted = IS_BUILT && path === BUNDLED_CASE ? { format: 'throughline', trusted: true } : {};
  const options = { ...(format === undefined ? {} : { format }), ...(mapping === undefined ? {} : { format: 'table', mapping }), ...trusted, ...watched(io) };
  try {
    return await found(path, async (isFolder) => (isFolder ? readFolder(await filesIn(path), options) : readFile(await pathSource(path), options)));
  } finally {
    io?.progress?.('');
  }
}

/** The bytes of a file or the files of a folder, unpacked where they are packed, with its name and what is wrong with the packing. Throws MisuseError where there is no such file, or it unpacks to too much. */
export async function inputOf(path: string): Promise<{ input: Uint8Array | NamedFile[]; name: string; issues: Issue[] }> {
  return found(path, async (isFolder) => {
    const packed = isFolder ? await filesIn(path) : [{ name: basename(path), bytes: new Uint8Array(await readBytes(path)) }];
    const { files, issues } = await unpackedFiles(packed);
    if (isFolder) return { input: files, name: basename(path), issues };
    const [file] = files;
    if (!file) throw new MisuseError([`${path} cannot be read:`, ...issueLines(issues)].join('\n'));
    return { input: file.bytes, name: file.name, issues };
  });
}

async function found<T>(path: string, read: (isFolder: boolean) => Promise<T>): Promise<T> {
  try {
    const there = await stat(path);
    if (!there.isFile() && !there.isDirectory()) throw new MisuseError(`${path} is a pipe or a device, which may never end. Save what it gives to a file first.`);
    return await read(there.isDirectory());
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof MisuseError) throw error;
    throw new MisuseError(`${path}: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  }
}

/** Tells a terminal what the reading is at, how far it is and how long it will take. */
function watched(io: Io | undefined): { onProgress?: OnProgress } {
  if (!io?.progress) return {};
  const left = new TimeLeft(performance.now());
  return { onProgress: (done, detail = {}) => io.progress!([detail.phase ?? 'Reading', `${Math.round(done * 100)} %`, workText(detail, left.after(done, performance.now()))].filter((part) => part !== '').join(' · ')) };
}

async function filesIn(folder: string): Promise<NamedFile[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(entries.map(async ({ name }) => ({ name, bytes: await readBytes(join(folder, name)) })));
}

/** The dataset of a file, or the one inside a snapshot. Throws MisuseError with the report where it cannot be read. */
export async function openDataset(path: string = BUNDLED_CASE, io?: Io): Promise<Dataset> {
  return (await openWhole(path, io)).dataset;
}

/** The same with all that the file brings besides: a frozen chart, views of its own. */
export async function openWhole(path: string = BUNDLED_CASE, io?: Io): Promise<Reading & { dataset: Dataset }> {
  const reading = await readPath(path, io);
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${path} cannot be read as a dataset:`, ...issueLines(reading.report.issues)].join('\n'));
  tellAssumptions(reading, path, io);
  return { ...reading, dataset };
}

import { readdir, readFile as readBytes, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFile, readFolder, sourceOfBytes, unpackedFiles, type NamedFile, type Reading, type TableMapping } from '../formats';
import { TimeLeft, workText, type Dataset, type Issue, type OnProgress } from '../model';
import { whereFound } from './givenFile';
import { BUNDLED_CASE, IS_BUILT } from './installation';
import { MisuseError, type Io } from './io';
import { issueLines } from './issueLines';
import { pathSource } from './pathSource';
import { inPatience } from './patience';
import { isPipe, pipeBytes } from './pipeBytes';
import { tellAssumptions } from './tableWarnings';

/** How a file is to be read where its content does not tell. A mapping says that it holds tables. */
interface ReadAs {
  readonly format?: string | undefined;
  readonly mapping?: TableMapping | undefined;
}

/**
 * Reads a file, or a folder of files, in any format that the registry knows, and says how far it is. The built case is taken on trust.
 * Throws MisuseError where there is no such file or folder.
 */
export async function readPath(path: string, io?: Io, { format, mapping }: ReadAs = {}): Promise<Reading> {
  const trusted = IS_BUILT && path === BUNDLED_CASE ? { format: 'throughline', trusted: true } : {};
  const options = {
    ...(format === undefined ? {} : { format }), ...(mapping === undefined ? {} : { format: 'table', mapping }), ...trusted, ...watched(io),
  };
  try {
    return await found(path, io, {
      folder: async () => readFolder(await inPatience(filesIn(path), path, io), options),
      file: async () => readFile(await pathSource(path, io), options),
      pipe: async () => readFile(sourceOfBytes(await pipeBytes(path, io), path === '-' ? undefined : basename(path)), options),
    });
  } finally {
    io?.progress?.('');
  }
}

interface Input {
  input: Uint8Array | NamedFile[];
  name: string;
  issues: Issue[];
}

/**
 * The bytes of a file or the files of a folder, unpacked where they are packed, with its name and what is wrong with the packing.
 * Throws MisuseError where there is no such file, or it unpacks to too much.
 */
export async function inputOf(path: string, io: Io): Promise<Input> {
  const alone = async (bytes: Uint8Array): Promise<Input> => {
    const { files: [file], issues } = await unpackedFiles([{ name: basename(path), bytes }]);
    if (!file) throw new MisuseError([`${path} cannot be read:`, ...issueLines(issues)].join('\n'));
    return { input: file.bytes, name: file.name, issues };
  };
  return found<Input>(path, io, {
    folder: async () => {
      const { files, issues } = await unpackedFiles(await inPatience(filesIn(path), path, io));
      return { input: files, name: basename(path), issues };
    },
    file: async () => alone(new Uint8Array(await inPatience(readBytes(path), path, io))),
    pipe: async () => alone(await pipeBytes(path, io)),
  });
}

/** The bytes of a file as they lie on the disk, still packed. Throws MisuseError where there is no such file. */
export async function fileBytes(path: string, io: Io): Promise<Uint8Array> {
  return found<Uint8Array>(path, io, {
    folder: async () => {
      throw new MisuseError(`${path} is a folder. Name a file in it.`);
    },
    file: async () => new Uint8Array(await inPatience(readBytes(path), path, io)), pipe: () => pipeBytes(path, io),
  });
}

/** How what may lie at a path is read. */
interface Readers<T> {
  folder(): Promise<T>;
  file(): Promise<T>;
  pipe(): Promise<T>;
}

async function found<T>(path: string, io: Io | undefined, read: Readers<T>): Promise<T> {
  return whereFound(path, async () => {
    if (await inPatience(isPipe(path), path, io)) return read.pipe();
    const there = await inPatience(stat(path), path, io);
    if (!there.isFile() && !there.isDirectory())
      throw new MisuseError(`${path} is a device, which may never end. Save what it gives to a file first.`);
    return there.isDirectory() ? read.folder() : read.file();
  });
}

/** Tells a terminal what the reading is at, how far it is and how long it will take. */
export function watched(io: Io | undefined): { onProgress?: OnProgress } {
  if (!io?.progress) return {};
  const left = new TimeLeft(performance.now());
  return {
    onProgress: (done, detail = {}) =>
      io.progress!(
        [detail.phase ?? 'Reading', `${Math.round(done * 100)} %`, workText(detail, left.after(done, performance.now()))]
          .filter((part) => part !== '')
          .join(' · '),
      ),
  };
}

async function filesIn(folder: string): Promise<NamedFile[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(entries.map(async ({ name }) => ({ name, bytes: await readBytes(join(folder, name)) })));
}

/**
 * The dataset of a file, or the one inside a snapshot, with all that the file brings besides: a frozen chart, views of its own.
 * Throws MisuseError with the report where it cannot be read.
 */
export async function openWhole(path: string = BUNDLED_CASE, io?: Io): Promise<Reading & { dataset: Dataset }> {
  const reading = await readPath(path, io);
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${path} cannot be read as a dataset:`, ...issueLines(reading.report.issues)].join('\n'));
  tellAssumptions(reading, path, io);
  return { ...reading, dataset };
}

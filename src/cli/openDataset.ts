import { readdir, readFile as readBytes, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFile, readFolder, type NamedFile, type Reading } from '../formats';
import { TimeLeft, workText, type Dataset, type OnProgress } from '../model';
import { MisuseError, type Io } from './io';
import { issueLines } from './issueLines';
import { pathSource } from './pathSource';

const GRAPH_DATA = join(import.meta.dirname, '../../graph-data');

/** The dataset that is asked where `--data` names no other. */
export const BUNDLED_CASE = join(GRAPH_DATA, 'north-korea-telecom.json');
/** Where its entities are drawn. */
export const BUNDLED_CHART = join(GRAPH_DATA, 'north-korea-telecom.chart.json');

/** Reads a file, or a folder of files, in any format that the registry knows, and says how far it is. Throws MisuseError where there is no such file. */
export async function readPath(path: string, io?: Io, format?: string): Promise<Reading> {
  const options = { ...(format === undefined ? {} : { format }), ...watched(io) };
  try {
    if ((await stat(path)).isDirectory()) return await readFolder(await filesIn(path), options);
    return await readFile(await pathSource(path), options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new MisuseError(`${path}: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  } finally {
    io?.progress?.('');
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
  const reading = await readPath(path, io);
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${path} cannot be read as a dataset:`, ...issueLines(reading.report.issues)].join('\n'));
  return dataset;
}

import { readdir, readFile as readBytes, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFile, readFolder, type NamedFile, type Reading } from '../formats';
import type { Dataset } from '../model';
import { MisuseError } from './io';
import { issueLines } from './issueLines';

const GRAPH_DATA = join(import.meta.dirname, '../../graph-data');

/** The dataset that is asked where `--data` names no other. */
export const BUNDLED_CASE = join(GRAPH_DATA, 'north-korea-telecom.json');
/** Where its entities are drawn. */
export const BUNDLED_CHART = join(GRAPH_DATA, 'north-korea-telecom.chart.json');

/** Reads a file, or a folder of files, in any format that the registry knows. Throws MisuseError where there is no such file. */
export async function readPath(path: string, format?: string): Promise<Reading> {
  const chosen = format === undefined ? {} : { format };
  try {
    if ((await stat(path)).isDirectory()) return readFolder(await filesIn(path), chosen);
    return readFile(await readBytes(path), { name: basename(path), ...chosen });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new MisuseError(`${path}: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  }
}

async function filesIn(folder: string): Promise<NamedFile[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(entries.map(async ({ name }) => ({ name, bytes: await readBytes(join(folder, name)) })));
}

/** The dataset of a file, or the one inside a snapshot. Throws MisuseError with the report where it cannot be read. */
export async function openDataset(path: string = BUNDLED_CASE): Promise<Dataset> {
  const reading = await readPath(path);
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${path} cannot be read as a dataset:`, ...issueLines(reading.report.issues)].join('\n'));
  return dataset;
}

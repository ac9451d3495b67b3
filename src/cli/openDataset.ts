import { readFile as readBytes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFile, type Reading } from '../formats';
import type { Dataset } from '../model';
import { MisuseError } from './io';
import { issueLines } from './issueLines';

const GRAPH_DATA = join(import.meta.dirname, '../../graph-data');

/** The dataset that is asked where `--data` names no other. */
export const BUNDLED_CASE = join(GRAPH_DATA, 'north-korea-telecom.json');
/** Where its entities are drawn. */
export const BUNDLED_CHART = join(GRAPH_DATA, 'north-korea-telecom.chart.json');

/** Reads any file in any format that the registry knows. Throws MisuseError where there is no such file. */
export async function readPath(path: string): Promise<Reading> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch (error) {
    throw new MisuseError(`${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file.' : (error as Error).message}`);
  }
  return readFile(bytes, { name: basename(path) });
}

/** The dataset of a file, or the one inside a snapshot. Throws MisuseError with the report where it cannot be read. */
export async function openDataset(path: string = BUNDLED_CASE): Promise<Dataset> {
  const reading = await readPath(path);
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${path} cannot be read as a dataset:`, ...issueLines(reading.report.issues)].join('\n'));
  return dataset;
}

import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset } from '../../model';
import { packDataset } from '../../store';
import { sinkInMemory } from '../../store/testing/sinkInMemory';

const folder = mkdtempSync(join(tmpdir(), 'throughline-served-'));
let count = 0;

/** A packed file of a dataset, in a folder of the system's for such. */
export async function packedOnDisk(dataset: Dataset): Promise<string> {
  const sink = sinkInMemory();
  await packDataset(dataset, sink);
  const path = join(folder, `${++count}.throughline`);
  await writeFile(path, sink.bytes());
  return path;
}

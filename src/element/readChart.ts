import { readFile } from '../formats';
import type { Snapshot } from '../model';
import { snapshotOfDataset } from '../publish';

/** A file that cannot be shown; the message is for whoever reads the page. */
class UnshowableError extends Error {
  override readonly name = 'UnshowableError';
}

/** More entities than these are no picture. */
const MOST_ENTITIES = 600;

/** A file as a snapshot: one that it holds, or its whole dataset, laid out. Throws UnshowableError with what is wrong. */
export async function readChart(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<Snapshot> {
  const { snapshot, dataset, report } = await readFile(bytes, { name, signal });
  if (snapshot) return snapshot;
  if (!dataset) throw new UnshowableError(report.issues[0]?.message ?? 'The file cannot be read.');
  if (dataset.entities.length > MOST_ENTITIES)
    throw new UnshowableError(
      `The file has ${dataset.entities.length} entities, and at most ${MOST_ENTITIES} are drawn. Show a snapshot of a part.`,
    );
  return snapshotOfDataset(dataset);
}

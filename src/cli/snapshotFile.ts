import { PictureTooLargeError, renderSnapshot, type RenderOptions } from '../publish';
import type { Snapshot } from '../model';
import { MisuseError, type Io } from './io';
import { nodeAssets } from './nodeAssets';
import { nodeCanvas } from './nodeCanvas';
import { writeOutput } from './outputFile';
import { snapshotKindOf } from './snapshotKindOf';

/** Writes a snapshot as its file's ending says, and tells what is in it. Throws MisuseError where it cannot be written or painted. */
export async function writeSnapshotFile(
  path: string, taken: Snapshot, options: Pick<RenderOptions, 'scale' | 'theme' | 'references'>, io: Io,
): Promise<void> {
  await writeOutput(path, await rendered(path, taken, options));
  const { entities, relationships, sources } = taken.dataset;
  io.out(`${path}: ${entities.length} entities, ${relationships.length} relationships, ${sources.length} sources.`);
}

async function rendered(
  path: string, taken: Snapshot, options: Pick<RenderOptions, 'scale' | 'theme' | 'references'>,
): Promise<Uint8Array> {
  try {
    return await renderSnapshot(taken, snapshotKindOf(path), { assets: await nodeAssets(), canvas: nodeCanvas, ...options });
  } catch (error) {
    if (error instanceof PictureTooLargeError) throw new MisuseError(`${path}: ${error.message}`);
    throw error;
  }
}

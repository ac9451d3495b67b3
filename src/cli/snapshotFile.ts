import { PictureTooLargeError, renderSnapshot, type RenderOptions } from '../publish';
import type { Snapshot } from '../model';
import { MisuseError, type Io } from './io';
import { nodeAssets } from './nodeAssets';
import { nodeCanvas } from './nodeCanvas';
import { writeOutput } from './outputFile';
import { snapshotKindOf } from './snapshotKindOf';

type Look = Pick<RenderOptions, 'scale' | 'theme' | 'size' | 'references' | 'leaf' | 'layers'> & {
  /** Looks at every file before it is written, and throws where it must not be. */
  readonly check?: (path: string, bytes: Uint8Array) => void;
};

/**
 * Writes a snapshot as its file's ending says, and tells what is in it; a picture's page of references is written beside it.
 * Throws MisuseError where it cannot be written or painted.
 */
export async function writeSnapshotFile(path: string, taken: Snapshot, options: Look, io: Io): Promise<void> {
  await writeOutput(path, await rendered(path, taken, options));
  const { entities, relationships, sources } = taken.dataset;
  io.out(`${path}: ${entities.length} entities, ${relationships.length} relationships, ${sources.length} sources.`);
  const [picture, ending] = /^(.*)(\.(?:png|svg))$/i.exec(path)?.slice(1) ?? [];
  if (options.references !== 'page' || picture === undefined) return;
  const beside = `${picture}-sources${ending}`;
  await writeOutput(beside, await rendered(beside, taken, { ...options, leaf: 'references' }));
  io.out(`${beside}: the sources by the numbers on its lines.`);
}

async function rendered(path: string, taken: Snapshot, { check, ...look }: Look): Promise<Uint8Array> {
  try {
    const bytes = await renderSnapshot(taken, snapshotKindOf(path), { assets: await nodeAssets(), canvas: nodeCanvas, ...look });
    check?.(path, bytes);
    return bytes;
  } catch (error) {
    if (error instanceof PictureTooLargeError) throw new MisuseError(`${path}: ${error.message}`);
    throw error;
  }
}

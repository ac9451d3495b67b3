import { renderSnapshot, snapshotKinds, type RenderOptions } from '../../publish';
import type { Snapshot } from '../../model';
import type { SnapshotKind } from '../platform';

/** A snapshot as a file of its kind. The page loads this, and all that writes pictures and pages, when the first one is asked for. */
export async function snapshotBlob(snapshot: Snapshot, kind: SnapshotKind, options: RenderOptions): Promise<Blob> {
  const bytes = await renderSnapshot(snapshot, kind, options);
  return new Blob([bytes as BlobPart], { type: snapshotKinds[kind].mediaType });
}

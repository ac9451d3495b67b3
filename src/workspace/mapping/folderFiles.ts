import { compareText } from '../../model';
import type { NamedFile } from '../../formats';
import type { FolderFile } from '../platform';

/** The files of a folder with their bytes, in order of their names, so that the same folder always reads the same. */
export async function filesOf(files: readonly FolderFile[]): Promise<NamedFile[]> {
  const sorted = [...files].sort((a, b) => compareText(a.name, b.name));
  return Promise.all(sorted.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })));
}

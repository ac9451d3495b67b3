import { open, rename, rm } from 'node:fs/promises';
import type { PackedSink } from '../packed';
import { writing } from './outputFile';

/**
 * Writes a file through a sink: beside its place until it is whole, so that there is never a half of it.
 * Throws MisuseError where the system does not allow it.
 */
export async function throughSink<T>(path: string, write: (sink: PackedSink) => Promise<T>): Promise<T> {
  const beside = `${path}.part`;
  const file = await writing(path, () => open(beside, 'w'));
  let whole = false;
  try {
    const written = await write({
      append: async (bytes) => void (await writing(path, () => file.appendFile(bytes))),
      begin: async (bytes) => void (await writing(path, () => file.write(bytes, 0, bytes.length, 0))),
    });
    await writing(path, () => file.sync());
    whole = true;
    return written;
  } finally {
    await file.close();
    if (whole) await writing(path, () => rename(beside, path));
    else await rm(beside, { force: true });
  }
}

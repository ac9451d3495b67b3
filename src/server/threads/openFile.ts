import type { MessagePort } from 'node:worker_threads';
import { PackedFileError } from '../../packed';
import { plainError, sharePackedStore } from '../../store';
import { descriptorBytes } from './descriptorBytes';
import type { FromOpening, OpeningData, ReadNames } from './messages';

/**
 * Reads a packed file in a thread that ends with it: what is read on the way is given back to the system, and only the columns in shared
 * memory are left. They are told first, then the names.
 */
export async function openFile(port: MessagePort, data: OpeningData): Promise<void> {
  const tell = (message: FromOpening) => port.postMessage(message);
  try {
    const { names, ...opened } = await sharePackedStore(descriptorBytes(data));
    tell({ kind: 'file', opened });
    tell({ kind: 'names', names: await names().then((parts): ReadNames => ({ parts }), failed) });
  } catch (error) {
    if (!(error instanceof PackedFileError)) throw error;
    const { fault, at, message } = error;
    tell({ kind: 'refused', fault, at, message });
  }
}

function failed(error: unknown): ReadNames {
  return { failure: plainError(error).message };
}

import { read } from 'node:fs';
import { promisify } from 'node:util';
import type { ByteSource } from '../../packed';
import type { OpenFile } from './messages';

const readInto = promisify(read);

/** The bytes of a file that another thread of this process has open, and closes. */
export function descriptorBytes({ descriptor, size }: OpenFile): ByteSource {
  return {
    size,
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      for (let at = 0; at < bytes.length; ) {
        const { bytesRead } = await readInto(descriptor, bytes, at, bytes.length - at, from + at);
        // Whoever asked sees that they are too few.
        if (bytesRead === 0) return bytes.subarray(0, at);
        at += bytesRead;
      }
      return bytes;
    },
  };
}

import { bytesAtHand, isPacked } from '../../packed';
import type { Format } from '../format';

export { refusedPacked } from './refusedPacked';

/**
 * Packed datasets of our own. Whoever can read them in place does that; here all records are read, for what needs them all.
 * They are written by the command `pack`.
 */
export const packed: Format = {
  id: 'throughline-packed',
  label: 'Throughline packed dataset',
  extensions: ['.throughline'],
  mime: 'application/octet-stream',
  holds: ['notes'],
  guess: (head) => (isPacked(head) ? 1 : 0),
  read: async (bytes, options) => (await import('./readPacked')).readPacked(bytesAtHand(bytes), options),
  readStream: async (source, options) => {
    const { slice, size } = source;
    const bytes = slice ? { size, read: slice } : bytesAtHand(await source.bytes());
    return (await import('./readPacked')).readPacked(bytes, options);
  },
};

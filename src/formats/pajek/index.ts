import { glimpse } from '../text/decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';

/** Networks and projects of Pajek. */
export const pajek: Format = {
  id: 'pajek',
  label: 'Pajek network or project',
  extensions: ['.net', '.paj'],
  mime: 'text/plain',
  guess(head) {
    const text = glimpse(head).replace(/^\ufeff/, '').trimStart();
    if (!/^\s*\*\s*vertices\s+\d+/im.test(text)) return 0;
    return /^[%*]/.test(text) ? 0.95 : 0.7;
  },
  read: async (bytes, options) => (await import('./readPajek')).readPajek(sourceOfBytes(bytes), options),
  readStream: async (source, options) => (await import('./readPajek')).readPajek(source, options),
};

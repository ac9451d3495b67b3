import { glimpse } from '../text/decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';

/** GEXF, the format of Gephi. */
export const gexf: Format = {
  id: 'gexf',
  label: 'GEXF (Gephi)',
  extensions: ['.gexf'],
  mime: 'application/gexf+xml',
  guess: (head) => (/<(?:[\w-]+:)?gexf[\s>]/.test(glimpse(head)) ? 0.97 : 0),
  read: async (bytes, options) => (await import('./readGexf')).readGexf(sourceOfBytes(bytes, options.name), options),
  readStream: async (source, options) => (await import('./readGexf')).readGexf(source, options),
  write: async (dataset, options) => (await import('./writeGexf')).writeGexf(dataset, options),
};

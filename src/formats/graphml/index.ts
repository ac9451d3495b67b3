import { glimpse } from '../text/decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';

/** GraphML, with the dialects of yEd, Gephi, igraph and NetworkX. */
export const graphml: Format = {
  id: 'graphml',
  label: 'GraphML (yEd, Gephi, igraph, NetworkX)',
  extensions: ['.graphml'],
  mime: 'application/graphml+xml',
  guess: (head) => (/<(?:[\w-]+:)?graphml[\s>]/.test(glimpse(head)) ? 0.97 : 0),
  read: async (bytes, options) => (await import('./readGraphml')).readGraphml(sourceOfBytes(bytes, options.name), options),
  readStream: async (source, options) => (await import('./readGraphml')).readGraphml(source, options),
  write: async (dataset, options) => (await import('./writeGraphml')).writeGraphml(dataset, options),
};

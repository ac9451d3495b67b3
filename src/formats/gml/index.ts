import { glimpse } from '../text/decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';

/**
 * Comments, and what may stand before a graph: keys with plain values.
 * No text can be read as it in two ways, so that the cost is that of its length.
 */
const BEFORE = /^(?:\s|#[^\n]*\n|(?!graph\s*\[)[A-Za-z_]\w*\s+(?:"[^"]*"|[^\s["]+(?=\s)))*graph\s*\[/i;

/** Graph Modelling Language. */
export const gml: Format = {
  id: 'gml',
  label: 'GML graph (Gephi, igraph, NetworkX, yEd)',
  extensions: ['.gml'],
  mime: 'text/plain',
  guess(head, name) {
    const text = glimpse(head.subarray(0, 8192)).replace(/^\ufeff/, '');
    if (!/graph\s*\[/i.test(text) || !BEFORE.test(text)) return 0;
    return /\b(?:node|edge)\s*\[/i.test(text) ? 0.95 : /\.gml$/i.test(name ?? '') ? 0.8 : 0.6;
  },
  read: async (bytes, options) => (await import('./readGml')).readGml(sourceOfBytes(bytes), options),
  readStream: async (source, options) => (await import('./readGml')).readGml(source, options),
};

import { glimpse } from '../text/decodeText';
import type { Format } from '../format';
import { writtenOnly } from '../output/writtenOnly';

const LABEL = 'Graphviz DOT';

/** A picture for Graphviz. */
export const dot: Format = {
  id: 'dot',
  label: LABEL,
  extensions: ['.dot', '.gv'],
  mime: 'text/vnd.graphviz',
  writeOnly: true,
  guess(head) {
    const text = glimpse(head.subarray(0, 8192)).replace(/^\ufeff/, '').replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|#[^\n]*\n)+/, '');
    return /^(?:strict\s+)?(?:di)?graph\b\s*(?:"(?:[^"\\]|\\.)*"|[\w.-]+)?\s*\{/i.test(text) ? 0.9 : 0;
  },
  read: async () => writtenOnly('dot', LABEL),
  write: async (dataset, options) => (await import('./writeDot')).writeDot(dataset, options),
};

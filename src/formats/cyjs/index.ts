import { glimpse } from '../text/decodeText';
import type { Format } from '../format';

/** Elements of Cytoscape.js, exports of a whole graph of it, and networks of Cytoscape desktop. */
export const cyjs: Format = {
  id: 'cyjs',
  label: 'Cytoscape.js elements and Cytoscape networks (CYJS)',
  extensions: ['.cyjs', '.json'],
  mime: 'application/json',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (!/^[{[]/.test(text)) return 0;
    if (/"target_cytoscapejs_version"\s*:/.test(text)) return 0.98;
    if (!/"data"\s*:\s*\{/.test(text)) return 0;
    if (/^\{\s*(?:"data"|"elements"|"nodes"|"edges"|"style")/.test(text) && /"(?:elements|nodes|edges)"\s*:\s*[[{]/.test(text)) return 0.94;
    if (/"elements"\s*:\s*(?:\[\s*\{|\{\s*"(?:nodes|edges)")/.test(text)) return 0.92;
    return /^\[\s*\{\s*"(?:data|group|position|classes|selected|removed)"\s*:/.test(text) ? 0.92 : 0;
  },
  read: async (bytes, options) => (await import('./readCyjs')).readCyjs(bytes, options),
  write: async (dataset, options) => (await import('./writeCyjs')).writeCyjs(dataset, options),
};

import { glimpse } from '../text/decodeText';
import type { Format } from '../format';

/** Networks of NDEx and Cytoscape: CX2, and CX before it. */
export const cx2: Format = {
  id: 'cx2',
  label: 'CX2 network (NDEx, Cytoscape)',
  extensions: ['.cx2', '.cx', '.json'],
  mime: 'application/json',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (!text.startsWith('[')) return 0;
    if (/^\[\s*\{[^{}[\]]*"CXVersion"\s*:/.test(text)) return 0.99;
    if (/^\[\s*\{\s*"numberVerification"\s*:/.test(text)) return 0.98;
    return /^\[\s*\{\s*"(?:metaData|attributeDeclarations|nodes|networkAttributes)"\s*:\s*\[/.test(text) ? 0.93 : 0;
  },
  read: async (bytes, options) => (await import('./readCx2')).readCx2(bytes, options),
  write: async (dataset, options) => (await import('./writeCx2')).writeCx2(dataset, options),
};

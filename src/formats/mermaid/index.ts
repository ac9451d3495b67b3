import { glimpse } from '../text/decodeText';
import type { Format } from '../format';
import { writtenOnly } from '../output/writtenOnly';

const LABEL = 'Mermaid flowchart';

/** A picture for Mermaid, which Markdown of GitHub, GitLab, Obsidian and Notion draws. */
export const mermaid: Format = {
  id: 'mermaid',
  label: LABEL,
  extensions: ['.mmd', '.mermaid'],
  mime: 'text/vnd.mermaid',
  writeOnly: true,
  guess(head) {
    const text = glimpse(head.subarray(0, 8192)).replace(/^\ufeff/, '').replace(/^(?:\s|%%[^\n]*\n|---\n[\s\S]*?\n---\n)+/, '');
    return /^(?:flowchart|graph)\s+(?:TB|TD|BT|LR|RL)\b/.test(text) ? 0.9 : 0;
  },
  read: async () => writtenOnly('mermaid', LABEL),
  write: async (dataset) => (await import('./writeMermaid')).writeMermaid(dataset),
};

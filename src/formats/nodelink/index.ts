import { glimpse } from '../text/decodeText';
import type { Format } from '../format';

/** Graphs in JSON as libraries write them: node-link (NetworkX, D3), graphology, and exports of Neo4j's APOC. */
export const nodelink: Format = {
  id: 'nodelink',
  label: 'JSON graph (NetworkX, D3, graphology, Neo4j APOC)',
  extensions: ['.json', '.jsonl', '.ndjson'],
  mime: 'application/json',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (!/^[{[]/.test(text)) return 0;
    if (/"type"\s*:\s*"(?:node|relationship)"/.test(text) && /"labels"\s*:\s*\[|"(?:start|end)"\s*:\s*\{/.test(text)) return 0.93;
    if (!text.startsWith('{') || /"data"\s*:\s*\{/.test(text)) return 0;
    if (/"nodes"\s*:\s*\[\s*\{\s*"key"\s*:/.test(text) || /"options"\s*:\s*\{[^}]*"(?:multi|allowSelfLoops)"\s*:/.test(text)) return 0.93;
    if (/"(?:directed|multigraph)"\s*:\s*(?:true|false)/.test(text) && /"(?:nodes|links|edges)"\s*:\s*\[/.test(text)) return 0.93;
    const lists = /"nodes"\s*:\s*\[\s*[{\]]/.test(text) || /"links"\s*:\s*\[\s*\{/.test(text);
    return lists && !/"(?:entities|relationships|elements|captions)"\s*:/.test(text) ? 0.75 : 0;
  },
  read: async (bytes, options) => (await import('./readNodeLink')).readNodeLink(bytes, options),
};

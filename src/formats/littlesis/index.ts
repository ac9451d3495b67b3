import { glimpse } from '../text/decodeText';
import type { Format } from '../format';

/** Maps of Oligrapher and records of the LittleSis database. */
export const littlesis: Format = {
  id: 'littlesis',
  label: 'LittleSis records and Oligrapher maps',
  extensions: ['.json'],
  mime: 'application/json',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (!/^[{[]/.test(text)) return 0;
    if (/"(entity1_id|node1_id|primary_ext|annotations_data|graph_data)"\s*:/.test(text)) return 0.96;
    if (/"captions"\s*:\s*[{[]/.test(text) && /"(nodes|edges)"\s*:\s*\{/.test(text)) return 0.95;
    if (/"(graph|nodes)"\s*:\s*\{/.test(text) && /"display"\s*:\s*\{/.test(text)) return 0.9;
    if (/"(?:sources|relationships|claims)"\s*:\s*\[/.test(text)) return 0;
    return /"url"\s*:\s*"(?:https?:)?\/\/(?:www\.)?littlesis\.org\/(?:org|person|entities|relationships?)\//.test(text) ? 0.8 : 0;
  },
  read: async (bytes, options) => (await import('./readLittleSis')).readLittleSis(bytes, options),
};

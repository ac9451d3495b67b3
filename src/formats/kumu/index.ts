import { glimpse } from '../text/decodeText';
import type { Format } from '../format';

export * from './columns';

/** Projects of Kumu in JSON. */
export const kumu: Format = {
  id: 'kumu',
  label: 'Kumu project (JSON)',
  extensions: ['.json'],
  mime: 'application/json',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (!text.startsWith('{')) return 0;
    if (/"_id"\s*:\s*"(?:elem|conn|attr|map|pers|loop)-/.test(text)) return 0.97;
    if (/"(?:attributeRelevance|defaultPerspective)"\s*:/.test(text) && /"elements"\s*:\s*\[/.test(text)) return 0.95;
    return /"elements"\s*:\s*\[\s*\{\s*"(?:_id|id|label|attributes|type|description|tags)"\s*:/.test(text) && !/"data"\s*:\s*\{/.test(text)
      ? 0.9
      : 0;
  },
  read: async (bytes, options) => (await import('./readKumu')).readKumu(bytes, options),
};

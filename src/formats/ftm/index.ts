import { glimpse } from '../text/decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';
import { isStatementCsv } from './isStatementCsv';

/** FollowTheMoney entities, Aleph diagrams and statements. */
export const ftm: Format = {
  id: 'ftm',
  label: 'FollowTheMoney entities (OpenSanctions, Aleph)',
  extensions: ['.ftm.json', '.ijson', '.vis', '.ndjson', '.jsonl'],
  mime: 'application/x-ndjson',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (isStatementCsv(text)) return 0.9;
    if (!/^[{[]/.test(text)) return 0;
    if (/"schema"\s*:\s*"[A-Z]\w+"/.test(text)) return /"properties"\s*:\s*\{/.test(text) ? 0.95 : /"prop"\s*:\s*"/.test(text) ? 0.9 : 0.5;
    return /"properties"\s*:\s*\{\s*"\w+"\s*:\s*\[/.test(text) && /"id"\s*:/.test(text) ? 0.6 : 0;
  },
  read: async (bytes, options) => (await import('./readFtm')).readFtm(sourceOfBytes(bytes), options),
  readStream: async (source, options) => (await import('./readFtm')).readFtm(source, options),
  write: async (dataset) => (await import('./writeFtm')).writeFtm(dataset),
};

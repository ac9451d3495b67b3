import type { Dataset } from '../../model';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';
import { WrittenLines } from '../output';
import { glimpse } from '../text/decodeText';
import { linesOf } from './recordLines';

export { eachRecordLine, LineError, linesOf, type LinesHead } from './recordLines';

/** Our own records, a line each: what is too large for one JSON text is written, read and packed line after line. */
export const lines: Format = {
  id: 'throughline-lines',
  label: 'Throughline records, a line each',
  extensions: ['.throughline.jsonl'],
  mime: 'application/x-ndjson',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (/^\{\s*"format"\s*:\s*"throughline-lines\//.test(text)) return 1;
    return /^\{"(?:source|entity|relationship)":\{"id":/.test(text) ? 0.97 : 0;
  },
  read: async (bytes, options) => (await import('./readLines')).readLines(sourceOfBytes(bytes), options),
  readStream: async (source, options) => (await import('./readLines')).readLines(source, options),
  holds: ['notes'],
  write: async (dataset: Dataset) => {
    const written = new WrittenLines();
    for (const line of linesOf(dataset)) written.add(line);
    return { bytes: written.bytes(), issues: [] };
  },
};

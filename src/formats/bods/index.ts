import { glimpse } from '../text/decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';
import { namesIn } from '../records';

/** Statements of the Beneficial Ownership Data Standard. */
export const bods: Format = {
  id: 'bods',
  label: 'Beneficial Ownership Data Standard (BODS) statements',
  extensions: ['.bods.json', '.json', '.jsonl', '.ndjson', '.zip'],
  mime: 'application/json',
  guess(head) {
    if (namesIn(head).some((name) => /\.(json|jsonl|ndjson)$/.test(name))) return 0.5;
    const text = glimpse(head).trimStart();
    if (!/^[{[]/.test(text) || !/"statementI[Dd]"\s*:/.test(text)) return 0;
    return /"(statementType|recordType)"\s*:/.test(text) ? 0.97 : 0.5;
  },
  read: async (bytes, options) => (await import('./readBods')).readBods(sourceOfBytes(bytes), options),
  readStream: async (source, options) => (await import('./readBods')).readBods(source, options),
  write: async (dataset) => (await import('./writeBods')).writeBods(dataset),
};

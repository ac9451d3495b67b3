import { glimpse } from '../text/decodeText';
import type { Format } from '../format';
import { namesIn } from '../records';

/** The Global LEI Index: who is who (level 1) and who owns whom (level 2). */
export const gleif: Format = {
  id: 'gleif',
  label: 'GLEIF LEI records, relationships and reporting exceptions',
  extensions: ['.xml', '.json', '.zip'],
  mime: 'application/xml',
  guess(head) {
    if (namesIn(head).some((name) => /(gleif|lei2|lei-?cdf|rr-?cdf|repex|goldencopy|golden-copy)[^/]*\.(xml|json)$/.test(name))) return 0.9;
    const text = glimpse(head).trimStart();
    if (text.startsWith('<')) return /<(?:[\w-]+:)?(LEIData|RelationshipData|ReportingExceptionData)\b/.test(text) ? 0.97 : 0;
    if (!/^[{[]/.test(text)) return 0;
    if (/"StartNode"\s*:/.test(text) && /"RelationshipType"\s*:/.test(text)) return 0.95;
    return /"LEI"\s*:/.test(text) && /"(LegalName|ExceptionCategory)"\s*:/.test(text) ? 0.95 : 0;
  },
  read: async (bytes, options) => (await import('./readGleif')).readGleif(bytes, options),
  readFolder: async (files, options) => (await import('./readGleif')).readGleifFolder(files, options),
};

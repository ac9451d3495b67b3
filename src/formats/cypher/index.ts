import { glimpse } from '../text/decodeText';
import type { Format } from '../format';
import { writtenOnly } from '../output/writtenOnly';

const LABEL = 'openCypher script (Neo4j)';

/** A script that fills a graph database. */
export const cypher: Format = {
  id: 'cypher',
  label: LABEL,
  extensions: ['.cypher', '.cql'],
  mime: 'application/x-cypher-query',
  writeOnly: true,
  guess(head) {
    const text = glimpse(head.subarray(0, 8192))
      .replace(/^\ufeff/, '')
      .replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|:(?:begin|commit|param)[^\n]*\n)+/i, '');
    return /^(?:CREATE\s*(?:CONSTRAINT\b|INDEX\b|\()|MERGE\s*\(|MATCH\s*\(|UNWIND\s*\[)/i.test(text) ? 0.85 : 0;
  },
  read: async () => writtenOnly('cypher', LABEL),
  write: async (dataset) => (await import('./writeCypher')).writeCypher(dataset),
};

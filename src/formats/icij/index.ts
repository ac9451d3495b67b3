import { glimpse } from '../text/decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';
import { firstLineIn, namesIn } from '../records';
import { tableOf } from './tables';

/** Tables of other tools have files of these names too: the header decides. */
function isHeader(line: string): boolean {
  return /(^|,)"?(node_id|node_id_start|START_ID|node_1)"?,/.test(line) && tableOf('', line) !== undefined;
}

/** The Offshore Leaks database of the ICIJ, as it is published for download. */
export const icij: Format = {
  id: 'icij',
  label: 'ICIJ Offshore Leaks CSV',
  extensions: ['.zip', '.csv'],
  mime: 'application/zip',
  guess(head) {
    const names = namesIn(head);
    const isOurs = (name: string) => /(nodes|relationships|edges)[^/]*\.csv$/.test(name);
    if (names.some(isOurs)) return isHeader(firstLineIn(head, isOurs)) ? 0.95 : 0.1;
    return names.length === 0 && isHeader(glimpse(head).split(/\r?\n/, 1)[0]!) ? 0.9 : 0;
  },
  read: async (bytes, options) => (await import('./readIcij')).readIcij(sourceOfBytes(bytes), options),
  readStream: async (source, options) => (await import('./readIcij')).readIcij(source, options),
  readFolder: async (files, options) => (await import('./readIcij')).readIcijFolder(files, options),
};

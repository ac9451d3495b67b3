import { glimpse } from '../decodeText';
import { sourceOfBytes } from '../fileSource';
import type { Format } from '../format';
import { namesIn } from '../gather';
import { tableOf } from './tables';

/** The Offshore Leaks database of the ICIJ, as it is published for download. */
export const icij: Format = {
  id: 'icij',
  label: 'ICIJ Offshore Leaks CSV',
  extensions: ['.zip', '.csv'],
  mime: 'application/zip',
  guess(head) {
    const names = namesIn(head);
    if (names.some((name) => /(nodes|relationships|edges)[^/]*\.csv$/.test(name))) return 0.95;
    if (names.length > 0) return 0;
    const header = glimpse(head).split(/\r?\n/, 1)[0]!;
    return /(^|,)"?(node_id|node_id_start|START_ID|node_1)"?,/.test(header) && tableOf('', header) !== undefined ? 0.9 : 0;
  },
  read: async (bytes, options) => (await import('./readIcij')).readIcij(sourceOfBytes(bytes), options),
  readStream: async (source, options) => (await import('./readIcij')).readIcij(source, options),
  readFolder: async (files, options) => (await import('./readIcij')).readIcijFolder(files, options),
};

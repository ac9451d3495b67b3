import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultModel } from '@alephdata/followthemoney';
import { compactSchemata } from './compactSchemata';

/** Writes schemata.json anew from the package that carries the schema; a test tells when that is due. */
writeFileSync(join(import.meta.dirname, 'schemata.json'), `${JSON.stringify(compactSchemata(defaultModel), null, 1)}\n`);

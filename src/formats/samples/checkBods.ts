import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What stands for `urn:` in the names of the schema's files: `urn:statement` is no URN (RFC 8141), and ajv takes none that is not. */
const BASE = 'https://bods.example/';

/** What is wrong with a list of statements under the published schema: where, and what; nothing where all are valid. */
export type BodsCheck = (statements: unknown) => string[];

/**
 * The JSON Schema of BODS 0.4 as its publisher has it (`statement.json` and the files that it refers to), from a folder
 * of it; undefined where there is no such folder. The schema is in no package, so it is read where it lies.
 */
export function checkBodsBy(folder: string): BodsCheck | undefined {
  if (!existsSync(join(folder, 'statement.json'))) return undefined;
  // The publisher's own keywords (codelist, propertyOrder …) are no part of JSON Schema.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')))
    ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8').replaceAll('"urn:', `"${BASE}`)) as object);
  const validate = ajv.getSchema(`${BASE}statement`)!;
  return (statements) => {
    void validate(statements);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

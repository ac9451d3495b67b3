import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFile } from './readFile';

const folder = join(import.meta.dirname, '../../graph-data');
const bundled = readdirSync(folder).filter((name) => /^[^.]+\.json$/.test(name));

test.each(bundled)('the bundled %s is sound, so that it can be opened on trust', async (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const checked = await readFile(bytes);
  expect(checked.report.issues.filter((i) => i.severity === 'error')).toEqual([]);
  expect((await readFile(bytes, { trusted: true })).dataset).toEqual(checked.dataset);
});

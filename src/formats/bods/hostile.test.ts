import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const elm =
  '{"statementId":"s1","recordId":"elm","recordType":"entity","recordDetails":{"name":"Elm","entityType":{"type":"registeredEntity"}}}';
const read = (text: string) => readFile(encode(text), { format: 'bods' });

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a list that breaks off', `[${elm},\n{"statementId":"s2","recordTy`, 'not-json line 2, column 21'],
    ['something else in the list', `[${elm},\n"x"]`, 'not-a-statement [1] (line 2)'],
    ['a statement that is there twice', `[${elm},\n${elm}]`, 'repeated-statement [1] (line 2)'],
    [
      'details that are no object', `[${elm},\n{"statementId":"s2","recordId":"r","recordType":"relationship","recordDetails":7}]`,
      'missing-end [1] (line 2)',
    ],
    [
      'a prototype',
      `[${elm},\n{"statementId":"s2","recordId":"b","recordType":"entity","recordDetails":{"name":"B","__proto__":{"x":1}}},7]`,
      'not-a-statement [2] (line 2)',
    ],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities[0]!.name).toBe('Elm');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('paths that lead out of a zip, methods that are not read and damaged files', async () => {
    const zip = zipSync({ 'a.json': encode(`[${elm}]`), '../../b.json': encode('[]'), 'c.json': [encode('[]'.repeat(200)), { level: 9 }] });
    const { dataset, report } = await readFile(zip);
    expect(dataset!.entities).toHaveLength(1);
    expect(report.issues).toMatchObject([{ code: 'bad-path', at: '../../b.json' }]);
    expect((await readFile(zip.subarray(0, zip.length - 40))).report.issues[0]).toMatchObject({ code: 'damaged-zip', severity: 'error' });
  });

  test('a zip that declares more than the limit is not unpacked', async () => {
    const zip = zipSync({ 'a.json': encode(`[${elm}]`), 'b.json': encode('['.repeat(5000)) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = [...zip.keys()].filter((i) => i + 4 <= zip.length && view.getUint32(i, true) === 0x02014b50)[1]!;
    view.setUint32(central + 24, 0xf0000000, true);
    const { dataset, report } = await readFile(zip);
    expect(dataset!.entities).toHaveLength(1);
    expect(report.issues).toMatchObject([{ code: 'too-large', message: expect.stringContaining('512 MiB') }]);
  });

  test('a chain of twenty thousand replaced statements, and one that replaces them all', async () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => ({
      statementID: `e${i}`, statementType: 'entityStatement', entityType: 'registeredEntity', name: 'E', replacesStatements: [`e${i + 1}`],
    }));
    const all = {
      statementID: 'all', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'All',
      replacesStatements: chain.map((s) => s.statementID),
    };
    const { dataset } = await readFile(encode(JSON.stringify([...chain, all])));
    expect(dataset!.entities).toHaveLength(1);
  });
});

describe('whatever the bytes, there is a report', () => {
  const files = ['harbour-0.4.json', 'harbour-0.2.json'].map(golden);
  const zip = zipSync({ 'a.json': files[0]!, 'b.json': files[1]! });

  test('of statements in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...files, zip), async (file) => {
        expect(unexplained(await readFile(file, { format: 'bods' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  test('of statements in which values were replaced', async () => {
    const all = files.flatMap((file) => JSON.parse(new TextDecoder().decode(file)));
    await fc.assert(
      fc.asyncProperty(withValueReplaced(all), async (file) => {
        expect(unexplained(await readFile(file, { format: 'bods' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 2 },
    );
  });
});

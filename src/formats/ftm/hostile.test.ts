import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const oak = '{"id":"oak","schema":"Person","properties":{"name":["Oak"]}}';
const read = (text: string) => readFile(encode(text), { format: 'ftm' });
const codes = async (text: string) => (await read(text)).report.issues.map((i) => `${i.code} ${i.at}`);

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a broken line', `${oak}\n{"id":"a","schema":\n${oak.replaceAll('oak', 'ash')}`, 'not-json line 2, column 20'],
    ['a line of something else', `${oak}\n42`, 'not-an-entity line 2'],
    ['a record without a schema', `${oak}\n{"id":"x","properties":{}}`, 'not-an-entity line 2'],
    ['a file that breaks off in a line', `${oak}\n{"id":"ash","schema":"Per`, 'not-json line 2, column 22'],
    ['a list that breaks off in a record', `[\n${oak},\n{"id":"ash","schema":"Per`, 'not-json line 3, column 22'],
    ['a list that breaks off between records', `[\n${oak},\n`, 'cut-short (end of file)'],
    ['a broken record in a list', `[\n${oak},\n{"id":"x" "schema":1},\n${oak.replaceAll('oak', 'ash')}]`, 'not-json line 3, column 11'],
    ['a prototype', `${oak}\n{"id":"p","schema":"Person","properties":{"name":["P"],"__proto__":["x"]}}`, 'forbidden-field line 2'],
    ['half a character', '{"id":"p","schema":"Person","properties":{"name":["P\\ud83d"]}}', 'lone-surrogate (root)'],
    [
      'nesting without end', `${oak}\n{"id":"n","schema":"Person","properties":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`,
      'too-deep line 2',
    ],
    [
      'entities nested in entities without end',
      `${oak}\n${'{"id":"n","schema":"Person","properties":{"parent":['.repeat(40)}${']}}'.repeat(40)}`, 'too-deep line 2',
    ],
  ])('%s', async (_what, text, issue) => {
    expect(await codes(text)).toContain(issue);
    expect((await read(text)).dataset!.entities[0]!.name).toMatch(/Oak|P/);
  });

  test('bytes that are no text', async () => {
    const { dataset, report } = await readFile(
      new Uint8Array([
        ...encode(`${oak}\n`), ...encode(oak.replaceAll('oak', 'ash').replace('Oak', '')).slice(0, 53), 0xff, 0xfe, ...encode('"]}}'),
      ]),
      { format: 'ftm' },
    );
    expect(report.issues).toMatchObject([{ code: 'not-text', at: 'line 2' }]);
    expect(dataset!.entities).toHaveLength(2);
  });

  test('UTF-16 is read as it is', async () => {
    const { dataset } = await readFile(new Uint8Array(Buffer.from(`\ufeff${oak}`, 'utf16le')));
    expect(dataset!.entities).toMatchObject([{ id: 'oak', type: 'person' }]);
  });

  test('ids beyond 200 characters stay different', async () => {
    const long = (end: string) => oak.replace('"oak"', `"${'x'.repeat(250)}${end}"`);
    const { dataset, report } = await read(`${long('1')}\n${long('2')}`);
    expect(new Set(dataset!.entities.map((e) => e.id)).size).toBe(2);
    expect(report.issues.map((i) => i.code)).toEqual(['bad-id', 'bad-id']);
  });

  test('markup in names stays text', async () => {
    const { dataset } = await read(oak.replace('Oak', '<img src=x onerror=alert(1)>'));
    expect(dataset!.entities[0]!.name).toBe('<img src=x onerror=alert(1)>');
  });
});

test('nothing that could be read is an error', async () => {
  const { dataset, report } = await read('{"id":"x"}\n{"id":"y"}');
  expect(dataset).toBeUndefined();
  expect(report.issues.at(-1)).toMatchObject({ code: 'nothing-read', severity: 'error' });
});

describe('whatever the bytes, there is a report', () => {
  const lines = new TextDecoder().decode(golden('harbour.ftm.json')).trim().split('\n').map((line) => JSON.parse(line));

  test('of entities, diagrams and statements in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(golden('harbour.ftm.json'), golden('harbour.vis'), golden('statements.csv')), async (file) => {
        expect(unexplained(await readFile(file, { format: 'ftm' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  test('of entities in which values were replaced', async () => {
    await fc.assert(
      fc.asyncProperty(withValueReplaced(lines), async (file) => {
        expect(unexplained(await readFile(file, { format: 'ftm' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 2 },
    );
  });
});

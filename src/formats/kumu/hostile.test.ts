import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const read = (text: string) => readFile(new TextEncoder().encode(text), { format: 'kumu' });
const oak = '{"_id":"elem-1","attributes":{"label":"Oak"}}';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a list that breaks off', `{"elements":[${oak},\n{"_id":"elem-2","at`, 'not-json line 2, column 17'],
    ['an element of another kind', `{"elements":[${oak},\n7]}`, 'not-an-object elements[1] (line 2)'],
    ['an element that says nothing', `{"elements":[${oak},\n{"attributes":{}}]}`, 'no-name elements[1] (line 2)'],
    ['a connection with one end', `{"elements":[${oak}],\n"connections":[{"from":"elem-1"}]}`, 'missing-end connections[0] (line 2)'],
    [
      'a direction that is none', `{"elements":[${oak}],\n"connections":[{"from":"elem-1","to":"elem-1","direction":"up"}]}`,
      'unknown-direction connections[0] (line 2)',
    ],
    [
      'a prototype', `{"elements":[${oak},\n{"_id":"p","attributes":{"label":"P","__proto__":{"x":1}}}]}`,
      'forbidden-field elements[1] (line 2)',
    ],
    ['two elements of one id', `{"elements":[${oak},\n${oak}]}`, 'duplicate-id elements[1] (line 2)'],
    ['a field that breaks off', `{"elements":[${oak}],"name":"Har`, 'cut-short “name”'],
    ['a project that is not closed', `{"elements":[${oak}]`, 'cut-short (end of file)'],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities[0]!.name).toBe('Oak');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('a broken element costs neither the others nor the connections', async () => {
    const { dataset } = await read(
      `{"elements":[\n${oak},\n{"_id":"elem-2" "attributes":{}},\n${oak.replace('elem-1', 'elem-3')}\n`
      + `],"connections":[{"from":"elem-1","to":"elem-3"}]}`,
    );
    expect(dataset!.entities.map((e) => e.id)).toEqual(['elem-1', 'elem-3']);
    expect(dataset!.relationships).toHaveLength(1);
  });

  test('a hundred thousand lists', async () => {
    const { report } = await read(`{${`"elements":[${oak}],`.repeat(100_000)}"maps":[]}`);
    expect(report.issues.map((i) => i.code)).toContain('too-many-lists');
    expect(report.entities).toBe(100);
  });

  test('nesting without end', async () => {
    const { report } = await read(
      `{"elements":[${oak},\n{"_id":"deep","attributes":{"label":${'['.repeat(100_000)}${']'.repeat(100_000)}}}]}`,
    );
    expect(report.issues.map((i) => i.code)).toContain('too-deep');
    expect(report.entities).toBe(1);
  });
});

test('what is no project at all is an error that says so', async () => {
  expect((await read('[1]')).report.issues.map((i) => i.code)).toEqual(['not-json', 'nothing-read']);
});

describe('whatever the bytes, there is a report', () => {
  const files = ['harbour.json', 'blueprint.json'].map(golden);

  test('of projects in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...files), async (file) => {
        expect(unexplained(await readFile(file, { format: 'kumu' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  test('of projects in which values were replaced', async () => {
    for (const file of files) {
      await fc.assert(
        fc.asyncProperty(withValueReplaced(JSON.parse(new TextDecoder().decode(file))), async (changed) => {
          expect(unexplained(await readFile(changed, { format: 'kumu' }))).toEqual([]);
        }),
        { numRuns: FUZZ_RUNS },
      );
    }
  });
});

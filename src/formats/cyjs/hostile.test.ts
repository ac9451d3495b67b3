import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const read = (text: string) => readFile(new TextEncoder().encode(text), { format: 'cyjs' });
const oak = '{"data":{"id":"oak","name":"Oak"}}';
const loop = '{"data":{"id":"e","source":"oak","target":"oak"}}';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a list that breaks off', `[${oak},\n{"data":{"id":"a`, 'not-json line 2, column 15'],
    ['an element of another kind', `[${oak},\n7]`, 'not-an-element [1] (line 2)'],
    ['an element without data', `{"nodes":[${oak},\n{"id":"x"}]}`, 'not-an-element nodes[1] (line 2)'],
    ['an edge with one end', `{"nodes":[${oak}],\n"edges":[{"data":{"source":"oak"}}]}`, 'missing-end edges[0] (line 2)'],
    ['a node without an id', `[${oak},\n{"data":{"name":"Ash"}}]`, 'no-id [1] (line 2)'],
    ['a prototype', `[${oak},\n{"data":{"id":"p","__proto__":{"x":1}}}]`, 'forbidden-field [1] (line 2)'],
    ['two nodes of one id', `[${oak},\n${oak}]`, 'duplicate-id [1] (line 2)'],
    ['a file that is not closed', `{"elements":{"nodes":[${oak}`, 'cut-short (end of file)'],
    ['a field that breaks off', `{"elements":{"nodes":[${oak}]},"zoom":{"x":`, 'cut-short “zoom”'],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities[0]!.name).toBe('Oak');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('a broken node costs neither the nodes nor the edges behind it', async () => {
    const { dataset, report } = await read(
      `{"elements":{"nodes":[\n${oak},\n{"data":{"id":"ash" "name":"Ash"}},\n${oak.replaceAll('oak', 'elm')}\n`
      + `],"edges":[${loop}]},"data":{"name":"N"}}`,
    );
    expect(report.issues.map((i) => i.code)).toContain('not-json');
    expect(dataset!.entities.map((e) => e.id)).toEqual(['oak', 'elm']);
    expect(dataset!.relationships).toHaveLength(1);
    expect(dataset!.title).toBe('N');
  });

  test('nesting without end, and parents in a circle', async () => {
    const { dataset, report } = await read(
      `[${oak},\n{"data":{"id":"deep","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}},\n{"data":{"id":"a","parent":"b"}},`
      + `{"data":{"id":"b","parent":"a"}}]`,
    );
    expect(report.issues.map((i) => i.code)).toContain('too-deep');
    expect(dataset!.entities.map((e) => e.id)).toEqual(['oak', 'a', 'b']);
  });

  test('a field of ours that somebody else filled', async () => {
    const { dataset, report } = await read(
      `[${oak},{"data":{"id":"a","name":"A","throughline":"{\\"claims\\":[{\\"source\\":\\"x\\",\\"stance\\":\\"asserts\\"}]}"}}]`,
    );
    expect(report.issues.map((i) => i.code)).toContain('bad-carried-field');
    expect(dataset!.entities[1]!.properties).toHaveProperty('throughline');
  });

  test('a hundred thousand lists', async () => {
    const { report } = await read(`{${`"nodes":[${oak}],`.repeat(100_000)}"edges":[]}`);
    expect(report.issues.map((i) => i.code)).toContain('too-many-lists');
    expect(report).toMatchObject({ entities: 100, notExpressed: { 'lists of elements beyond the limit': 99_901 } });
  });

  test('positions that are no figures', async () => {
    const { perspectives } = await read(
      `[${oak.replace('}}', '},"position":{"x":1e999,"y":2}}')},{"data":{"id":"a"},"position":{"x":"1","y":null}}]`,
    );
    expect(perspectives).toBeUndefined();
  });
});

test('what is no JSON at all is an error that says so', async () => {
  const { dataset, report } = await read('graph { a -- b }');
  expect(dataset).toBeUndefined();
  expect(report.issues.map((i) => i.code)).toEqual(['not-json', 'nothing-read']);
});

describe('whatever the bytes, there is a report', () => {
  const files = ['elements.json', 'whole.json', 'desktop.cyjs'].map(golden);

  test('of elements and networks in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...files), async (file) => {
        expect(unexplained(await readFile(file, { format: 'cyjs' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  test('of an element whose id is an object that cannot be written as text', async () => {
    const network = {
      elements: { nodes: [{ data: { id: { toString: '' }, SUID: 7, name: 'A' } }, { data: { id: '8', SUID: 8, name: 'B' } }], edges: [] },
    };
    expect(unexplained(await readFile(new TextEncoder().encode(JSON.stringify(network)), { format: 'cyjs' }))).toEqual([]);
  });

  test('of elements and networks in which values were replaced', async () => {
    for (const file of files) {
      await fc.assert(
        fc.asyncProperty(withValueReplaced(JSON.parse(new TextDecoder().decode(file))), async (changed) => {
          expect(unexplained(await readFile(changed, { format: 'cyjs' }))).toEqual([]);
        }),
        { numRuns: FUZZ_RUNS },
      );
    }
  });
});

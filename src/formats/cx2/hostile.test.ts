import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { DatasetBuilder } from '../builder';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';
import { Declarations } from './declarations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const read = (text: string) => readFile(new TextEncoder().encode(text), { format: 'cx2' });
const head = '[{"CXVersion":"2.0","hasFragments":false},\n{"nodes":[{"id":1,"v":{"name":"Oak"}}]},\n';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a file that breaks off', `${head}{"edges":[{"id":1,"s":1`, 'not-json line 3, column 24'],
    ['something that is no aspect', `${head}7]`, 'not-an-aspect [2] (line 3)'],
    ['an aspect that is no list', `${head}{"edges":{"id":1}}]`, 'not-an-aspect [2] (line 3)'],
    ['an edge that is no object', `${head}{"edges":[[]]}]`, 'not-an-element edges[0] in [2] (line 3)'],
    ['an edge with one end', `${head}{"edges":[{"id":1,"s":1}]}]`, 'missing-end edges[0] in [2] (line 3)'],
    ['a node without an id', `${head}{"nodes":[{"v":{"name":"B"}}]}]`, 'no-id nodes[1] in [2] (line 3)'],
    ['two nodes of one id', `${head}{"nodes":[{"id":1}]}]`, 'duplicate-id nodes[1] in [2] (line 3)'],
    ['a prototype', `${head}{"nodes":[{"id":2,"v":{"__proto__":{"x":1}}}]}]`, 'forbidden-field nodes[1] in [2] (line 3)'],
    [
      'a type that is none', `${head}{"attributeDeclarations":[{"nodes":{"a":{"d":"date"}}}]}]`,
      'unknown-type attributeDeclarations[0] in [2] (line 3)',
    ],
    ['an aspect called as what every object has', `${head}{"constructor":[1],"toString":[2]}]`, 'no-status (end of file)'],
    [
      'an attribute of CX 1 without an owner', '[{"nodes":[{"@id":1,"n":"Oak"}]},\n{"nodeAttributes":[{"n":"a","v":"b"}]}]',
      'not-an-attribute nodeAttributes[0] in [1] (line 2)',
    ],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities[0]!.name).toBe('Oak');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('nesting without end', async () => {
    const { dataset, report } = await read(`${head}{"edges":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`);
    expect(report.issues.map((i) => i.code)).toContain('too-deep');
    expect(dataset!.entities).toHaveLength(1);
  });

  test('markup in a description and in names', async () => {
    const { dataset } = await read(
      `${head}{"networkAttributes":[{"name":"<b>N</b>","description":"<script>alert(1)</script><img src=x onerror=alert(1)>text"}]},\n`
      + `{"nodes":[{"id":2,"v":{"name":"<i>x</i>"}}]}]`,
    );
    expect(dataset).toMatchObject({ title: 'N', summary: 'text', entities: [{ name: 'Oak' }, { name: '<i>x</i>' }] });
  });

  test('defaults that would fill in more than a limit', () => {
    const builder = new DatasetBuilder('cx2', {});
    const aspects = new Map([
      ['attributeDeclarations', [{ value: { nodes: { a: { v: 'x' }, b: { v: 'y', a: 'c' }, d: {} } }, at: 'here' }]],
    ]);
    const declarations = new Declarations({ version: '2.0', aspects }, 'nodes', builder, 3);
    expect([{}, { c: 'own' }, {}].map((values) => Object.fromEntries(declarations.fieldsOf(values, 'there')))).toEqual([
      { a: 'x', b: 'y' }, { b: 'own', a: 'x' }, {},
    ]);
    expect(builder.reading().report.issues[0]).toMatchObject({
      code: 'too-many-defaults', message: expect.stringContaining('more than the 3 values'),
    });
  });

  test('a hundred thousand fragments', async () => {
    const { report } = await read(
      `[{"CXVersion":"2.0"}${Array.from({ length: 100_000 }, (_, i) => `,\n{"nodes":[{"id":${i}}]}`).join('')}]`,
    );
    expect(report.entities).toBe(100_000);
  });
});

describe('whatever the bytes, there is a report', () => {
  const files = ['harbour.cx2', 'harbour.cx'].map(golden);

  test('of networks in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...files), async (file) => {
        expect(unexplained(await readFile(file, { format: 'cx2' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  test('of networks in which values were replaced', async () => {
    for (const file of files) {
      await fc.assert(
        fc.asyncProperty(withValueReplaced(JSON.parse(new TextDecoder().decode(file))), async (changed) => {
          expect(unexplained(await readFile(changed, { format: 'cx2' }))).toEqual([]);
        }),
        { numRuns: FUZZ_RUNS },
      );
    }
  });
});

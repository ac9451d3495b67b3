import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const read = (text: string) => readFile(new TextEncoder().encode(text), { format: 'littlesis' });
const oak = '{"id":1,"name":"Oak","url":"//littlesis.org/person/1/Oak"}';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a list that breaks off', `[${oak},\n{"id":2,"na`, 'not-json line 2, column 9'],
    ['something else in the list', `[${oak},\n7]`, 'not-a-record [1] (line 2)'],
    ['a relationship with one end', `[${oak},\n{"id":2,"entity1_id":1,"category_id":1}]`, 'missing-end [1] (line 2)'],
    ['nodes that are no objects', `{"nodes":{"1":${oak},"2":[]},"edges":{}}`, 'not-an-object (root).nodes.2'],
    ['a line without its ends', `{"nodes":{"1":${oak}},"edges":{"9":{"id":9}}}`, 'missing-end (root).edges.9'],
    ['a node without a name', `{"nodes":{"1":${oak},"2":{"id":2}},"edges":[]}`, 'no-name (root).nodes.2'],
    ['a prototype', `[${oak},\n{"id":2,"name":"P","__proto__":{"x":1}}]`, 'forbidden-field [1] (line 2)'],
    ['two nodes of one id', `{"nodes":[${oak},${oak}],"edges":[]}`, 'duplicate-id (root).nodes[1]'],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities[0]!.name).toBe('Oak');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('nesting without end, in the file and in a text inside it', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect((await read(`[${oak},\n${deep}]`)).report.issues).toMatchObject([{ code: 'too-deep' }]);
    expect((await read(JSON.stringify({ graph_data: deep }))).report.issues.map((i) => i.code)).toContain('nothing-read');
  });

  test('more steps than are read, each of which shows everybody', async () => {
    const nodes = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [i, { id: i, name: `N${i}`, x: i, y: 0 }]));
    const { perspectives, report } = await read(
      JSON.stringify({ nodes, edges: {}, annotations: Array.from({ length: 20_000 }, () => ({})) }),
    );
    expect(perspectives).toHaveLength(500);
    expect(report.issues).toMatchObject([{ code: 'too-many-views', message: expect.stringContaining('500') }]);
    expect(report.notExpressed).toEqual({ 'views beyond the limit': 19_501 });
  });

  test('a large map costs no more than its parts', { timeout: 180_000 }, async () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [i, { id: i, name: `N${i}`, url: `https://elsewhere.example/${i}` }]),
    );
    const edges = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [i, { id: i, node1_id: i, node2_id: (i * 7) % 20_000, label: 'owns' }]),
    );
    expect((await read(JSON.stringify({ nodes, edges }))).report).toMatchObject({ entities: 20_000, relationships: 20_000 });
  });

  test('positions that are no figures, and markup and scripts in a story', async () => {
    const { dataset, perspectives } = await read(
      `{"nodes":{"1":{"id":1,"name":"<b>Oak</b>","x":"1","y":2},"2":{"id":2,"name":"Ash","x":1e999,"y":0},"3":{"id":3,"name":"Elm","x":1,`
      + `"y":2}},"edges":{},"annotations":[{"header":"<script>alert(1)</script>","text":"<img src=x onerror=alert(1)>&lt;b&gt;"}]}`,
    );
    expect(dataset!.entities[0]!.name).toBe('<b>Oak</b>');
    expect(perspectives).toMatchObject([{ positions: { 3: { x: 1, y: 2 } } }, { title: 'Step 1', summary: '<b>' }]);
  });
});

describe('whatever the bytes, there is a report', () => {
  const files = ['harbour-map-2.json', 'harbour-map-3.json', 'api.json', 'entities.json'].map(golden);

  test('of maps and records in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...files), async (file) => {
        expect(unexplained(await readFile(file, { format: 'littlesis' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  test('of maps and records in which values were replaced', async () => {
    for (const file of files) {
      await fc.assert(
        fc.asyncProperty(withValueReplaced(JSON.parse(new TextDecoder().decode(file))), async (changed) => {
          expect(unexplained(await readFile(changed, { format: 'littlesis' }))).toEqual([]);
        }),
        { numRuns: FUZZ_RUNS },
      );
    }
  });
});

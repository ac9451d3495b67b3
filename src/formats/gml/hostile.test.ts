import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gml } from '.';
import { cutAt } from '../testing/cutAt';
import { FUZZ_RUNS, mutated, unexplained, withMarks } from '../testing/mutations';

const golden = ['harbour.gml', 'yed.gml', 'networkx.gml'].map(
  (name) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name))),
);
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => gml.read(encode(text), { name: 'a.gml' });
const oak = 'node [ id 1 label "Oak" ]';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a node that is not closed', `graph [\nnode [ id 1 label "Oak"\nnode [ id 2 label "Ash" ]\n]`, 'missing-bracket line 3'],
    [
      'a list in a node that is not closed', `graph [\nnode [ id 1 label "Oak" graphics [ x 1 y 2\nedge [ source 1 target 1 ]\n]`,
      'missing-bracket line 3',
    ],
    ['a bracket too many', `graph [ ${oak} ] ]\n]`, 'extra-bracket line 1'],
    ['a file that breaks off', `graph [ ${oak} node [ id 2 label "As`, 'cut-short line 1'],
    ['a quote that is not closed in its line', `graph [\nnode [ id 1 label "Oak\n]\nnode [ id 2 label "Ash" ]\n]`, 'unclosed-text line 2'],
    ['a key without a value', `graph [ ${oak} node [ id ] ]`, 'no-value line 1'],
    ['a node without an id', `graph [ ${oak} node [ label "Ash" ] ]`, 'no-id line 1'],
    ['an edge without an end', `graph [ ${oak} edge [ source 1 ] ]`, 'missing-end line 1'],
    ['a text without a key', `graph [ ${oak} node [ "x" id 2 ] ]`, 'no-key line 1'],
    ['a list without a key', `graph [ ${oak} node [ id 2 [ 3 4 ] ] ]`, 'no-key line 1'],
    ['an id that is used twice', `graph [ ${oak} ${oak} ]`, 'duplicate-id line 1'],
    ['nesting without end', `graph [ ${oak} node [ id 2 ${'a [ '.repeat(100_000)}${'] '.repeat(100_000)} ] ]`, 'too-deep line 1'],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities.some((e) => e.name === 'Oak')).toBe(true);
  });

  test('brackets that never close', async () => {
    const { dataset, report } = await read(`graph [ ${oak} ${'['.repeat(200_000)}`);
    expect(dataset!.entities).toHaveLength(1);
    expect(report.issues.length).toBeLessThan(100);
  });

  test('a quote that is not closed in twenty megabytes', async () => {
    const { dataset } = await read(
      `graph [ node [ id 1 label "Oak\n ]\n${`node [ id 2 name Ash ]\n`.repeat(100)}${'x'.repeat(20_000_000)}`,
    );
    expect(dataset!.entities[0]!.name).toBe('Oak');
    expect(dataset!.entities).toHaveLength(101);
  });

  test('a hundred thousand edges of one id', async () => {
    const { dataset } = await read(`graph [ ${oak} ${'edge [ id 7 source 1 target 1 ] '.repeat(100_000)} ]`);
    expect(dataset!.relationships).toHaveLength(100_000);
  });

  test('a prototype, markup and formulas stay text or go', async () => {
    const { dataset } = await read(
      'graph [ node [ id "__proto__" label "<img src=x onerror=alert(1)>" __proto__ [ a 1 ] __proto__ 3 formula "=1+1" graphics [ x 1 y 2 '
      + '] ] node [ id 2 graphics [ x 3 y 4 ] ] ]',
    );
    expect(dataset!.entities[0]).toMatchObject({ id: '__proto__', name: '<img src=x onerror=alert(1)>' });
    expect(dataset!.entities[0]!.properties).toMatchObject({ formula: '=1+1' });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('a share of more than the whole stays a property', async () => {
    const { dataset } = await read(`graph [ ${oak} edge [ source 1 target 1 label "owns" share 140 ] ]`);
    expect(dataset!.relationships[0]).toMatchObject({ properties: { share: 140 } });
  });
});

test('nothing that could be read is an error', async () => {
  const { dataset, report } = await read('graph [ directed 1 ]');
  expect(dataset).toBeUndefined();
  expect(report.issues.at(-1)).toMatchObject({ code: 'nothing-read', severity: 'error' });
});

test('reading can be cancelled', async () => {
  const nodes = Array.from({ length: 60_000 }, (_, i) => `node [ id ${i} label "n${i}" ]`).join('\n');
  const stop = new AbortController();
  const reading = gml.read(encode(`graph [ ${nodes} ]`), { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) });
  await expect(reading).rejects.toThrow('enough');
});

describe('whatever the bytes, there is a report', () => {
  test('of graphs in which bytes were changed', async () => {
    const brackets = withMarks(golden, '[', ']', '"', '#', ' node [', ' graph [', ' edge [ source ', '&#xD800;', '&');
    await fc.assert(
      fc.asyncProperty(brackets, async (file) => {
        expect(unexplained(await gml.read(file, {}))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });

  test('however it is cut into pieces, it is the same', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...golden), fc.array(fc.nat(), { maxLength: 12 }), async (bytes, cuts) => {
        expect(await gml.readStream!(cutAt(bytes, cuts), {})).toEqual(await gml.read(bytes, {}));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

test('a guess costs no more than its text', () => {
  for (const text of [
    `${' '.repeat(8000)}x graph [`, `${'a b'.repeat(2600)} graph [`, `${'a "'.repeat(2600)} graph [`, `${'#\n'.repeat(4000)}x graph [`,
    `${'word '.repeat(1600)}graph[`,
  ]) {
    expect(gml.guess(encode(text))).toBeLessThan(1);
  }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const graphml = (inner: string, keys = '', head = '') =>
  `<?xml version="1.0"?>\n${head}<graphml>${keys}<graph edgedefault="directed">${inner}</graph></graphml>`;
const read = (text: string) => readFile(encode(text), { format: 'graphml' });
const ash = '<node id="Ash"/>';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    [
      'a file that breaks off in an edge',
      graphml(`${ash}<edge source="Ash" target="Ash"/>\n<edge id="2" sou`).replace('</graph></graphml>', ''), 'cut-short',
    ],
    ['an edge with one end', graphml(`${ash}<edge id="1" source="Ash"/>`), 'missing-end'],
    ['an end that is not there', graphml(`${ash}<edge id="1" source="Ash" target="elm"/>`), 'dangling-end'],
    ['two nodes with one id', graphml(ash + ash), 'duplicate-id'],
    [
      'an entity that would grow',
      graphml(
        `${ash}<node id="b"><data key="label">&lol;</data></node>`, '',
        '<!DOCTYPE graphml [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>',
      ),
      'doctype',
    ],
    ['groups in groups without end', graphml(`${ash}${'<node id="n"><graph>'.repeat(100_000)}`), 'too-deep'],
    ['a key that is not declared', graphml('<node id="Ash"><data key="q">1</data></node>'), 'undeclared-key'],
    ['a key that is declared twice', graphml(ash, '<key id="a" for="node"/><key id="a" for="node"/>'), 'duplicate-key'],
    [
      'a value that is none of its type',
      graphml('<node id="Ash"><data key="a">many</data></node>', '<key id="a" for="node" attr.name="n" attr.type="int"/>'), 'bad-value',
    ],
  ])('%s', async (_what, text, code) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => i.code)).toContain(code);
    expect(dataset!.entities[0]!.name).toBe('Ash');
  });

  test('prototypes are names like others, or told and left out', async () => {
    const { dataset, report } = await read(
      graphml(
        '<node id="__proto__"><data key="a">x</data></node><node id="b"/><edge source="__proto__" target="b"/>',
        '<key id="a" for="node" attr.name="__proto__"/>',
      ),
    );
    expect(dataset!.entities[0]!.id).toBe('__proto__');
    expect(report.issues.map((i) => i.code)).toContain('forbidden-field');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('places that are none are no layout', async () => {
    const keys = '<key id="x" for="node" attr.type="double"/><key id="y" for="node" attr.type="double"/>';
    const { perspectives } = await read(
      graphml(
        '<node id="a"><data key="x">1e999</data><data key="y">NaN</data></node><node id="b"><data key="x">1</data><data key="y">2</data>'
        + '</node>',
        keys,
      ),
    );
    expect(perspectives).toBeUndefined();
  });

  test('markup in labels stays text', async () => {
    const { dataset } = await read(graphml('<node id="a"><data key="label">&lt;img src=x onerror=alert(1)&gt;</data></node>'));
    expect(dataset!.entities[0]!.name).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('whatever the bytes, there is a report', () => {
  const files = ['yed', 'networkx', 'gephi', 'written'].map((name) => golden(`${name}.graphml`));

  test('of graphs in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...files), async (file) => {
        expect(unexplained(await readFile(file, { format: 'graphml' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });

  test('of graphs in which values were replaced', async () => {
    const texts = files.map((bytes) => new TextDecoder().decode(bytes));
    const places = texts.flatMap((text) =>
      [...text.matchAll(/="([^"]*)"|>([^<]+)</g)].map((found) => ({
        text, at: found.index + (found[1] === undefined ? 1 : 2), length: (found[1] ?? found[2]!).length,
      })),
    );
    const strange = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '', ' ', '..', '-1', '1e999', 'NaN', '2003-02-30', '__proto__', 'owns', 'undirected', 'all', 'x'.repeat(300),
        '{&quot;claims&quot;:[null]}', '&#0;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), strange, async ({ text, at, length }, value) => {
        const changed = text.slice(0, at) + value.replace(/[<"]/g, '') + text.slice(at + length);
        expect(unexplained(await readFile(encode(changed), { format: 'graphml' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });
});

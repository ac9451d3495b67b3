import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const gexf = (nodes: string, edges = '', head = '') =>
  `<?xml version="1.0"?>\n${head}<gexf><graph defaultedgetype="directed"><nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`;
const read = (text: string) => readFile(encode(text), { format: 'gexf' });
const ash = '<node id="ash" label="Ash"/>';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    [
      'a file that breaks off in an edge',
      gexf(ash, '<edge id="1" source="ash" target="ash"/>\n<edge id="2" sou').replace('</edges></graph></gexf>', ''), 'cut-short',
    ],
    ['an edge with one end', gexf(ash, '<edge id="1" source="ash"/>'), 'missing-end'],
    ['an end that is not there', gexf(ash, '<edge id="1" source="ash" target="elm"/>'), 'dangling-end'],
    ['two nodes with one id', gexf(ash + ash), 'duplicate-id'],
    ['a node without an id', gexf(`${ash}<node label="Elm"/>`), 'missing-id'],
    [
      'an entity that would grow',
      gexf(ash.replace('Ash', 'Ash &lol;'), '', '<!DOCTYPE gexf [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'), 'doctype',
    ],
    ['nesting without end', gexf(`${ash}${'<node id="n"><nodes>'.repeat(100_000)}`), 'too-deep'],
    [
      'a date that does not exist', gexf(ash.replace('/>', ' start="2003-02-30"/>')).replace('<graph', '<graph timeformat="date"'),
      'bad-date',
    ],
    [
      'a value that is none of its type',
      gexf(ash.replace('/>', '><attvalues><attvalue for="0" value="many"/></attvalues></node>')).replace(
        '<nodes>', '<attributes class="node"><attribute id="0" title="n" type="integer"/></attributes><nodes>',
      ),
      'bad-value',
    ],
    [
      'a carried field that is none',
      gexf(
        ash,
        '<edge id="1" source="ash" target="ash"><attvalues><attvalue for="throughline" value="{&quot;claims&quot;:[{&quot;source&quot;'
        + ':&quot;nowhere&quot;,&quot;stance&quot;:&quot;asserts&quot;}]}"/></attvalues></edge>',
      ),
      'bad-carried-field',
    ],
    [
      'a carried field that nests without end',
      gexf(ash.replace('/>', `><attvalues><attvalue for="throughline" value="${'['.repeat(100_000)}"/></attvalues></node>`)),
      'bad-carried-field',
    ],
    ['bytes that are no text', gexf(ash.replace('Ash', 'Ash\uFFFD')), 'not-text'],
  ])('%s', async (_what, text, code) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => i.code)).toContain(code);
    expect(dataset!.entities[0]!.name).toMatch(/Ash/);
  });

  test('a record without end stops at the limit that the message names', async () => {
    const { dataset, report } = await read(
      gexf(
        `${ash}<node id="b"><attvalues>`
        + `${'<attvalue for="0" value="xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"/>'.repeat(300_000)}</attvalues></node>`,
      ),
    );
    expect(dataset!.entities[0]!.name).toBe('Ash');
    expect(report.issues.find((i) => i.code === 'too-long')!.message).toContain('16777216');
  });

  test('many nodes in one node are read, since only what is open is held', async () => {
    const inner = Array.from({ length: 20_000 }, (_, i) => `<node id="n${i}" label="A name that has some length, ${i}"/>`).join('');
    const { dataset } = await read(gexf(`<node id="all" label="All"><nodes>${inner}</nodes></node>`));
    expect(dataset!.entities).toHaveLength(20_001);
    expect(dataset!.entities[0]!.properties).toMatchObject({ parent: 'all' });
  });

  test('prototypes are names like others, or told and left out', async () => {
    const { dataset, report } = await read(
      gexf(
        '<node id="__proto__" label="constructor"><attvalues><attvalue for="__proto__" value="x"/><attvalue for="toString" value="y"/>'
        + '</attvalues></node><node id="b"/>',
        '<edge id="__proto__" source="__proto__" target="b" label="constructor"/>',
      ),
    );
    expect(dataset!.entities[0]).toMatchObject({ id: '__proto__', name: 'constructor', properties: { toString: 'y' } });
    expect(dataset!.relationships[0]).toMatchObject({ id: '__proto__', label: 'constructor' });
    expect(report.issues.map((i) => i.code)).toContain('forbidden-field');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('a prototype in what was carried is left out', async () => {
    const { dataset } = await read(
      gexf(
        ash.replace(
          '/>',
          '><attvalues><attvalue for="throughline" value="{&quot;properties&quot;:{&quot;__proto__&quot;:{&quot;x&quot;:1},&quot;a&quot;'
          + ':&quot;\\ud800&quot;}}"/></attvalues></node>',
        ),
      ),
    );
    expect(dataset!.entities[0]!.properties).toMatchObject({ a: '\uFFFD' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('markup and formulas in names stay text', async () => {
    const { dataset } = await read(gexf('<node id="a" label="&lt;img src=x onerror=alert(1)&gt;"/><node id="b" label="=HYPERLINK(1)"/>'));
    expect(dataset!.entities.map((e) => e.name)).toEqual(['<img src=x onerror=alert(1)>', '=HYPERLINK(1)']);
  });

  test('tens of thousands of parallel edges without ids are told apart in no time', async () => {
    const { dataset } = await read(gexf('<node id="a"/><node id="b"/>', '<edge source="a" target="b"/>'.repeat(30_000)));
    expect(new Set(dataset!.relationships.map((r) => r.id)).size).toBe(30_000);
  });
});

test('UTF-16 is read as it is', async () => {
  expect((await readFile(new Uint8Array(Buffer.from(`\ufeff${gexf(ash)}`, 'utf16le')))).dataset!.entities).toMatchObject([{ id: 'ash' }]);
});

test('nothing that could be read is an error', async () => {
  expect((await read('<gexf><graph/></gexf>')).report.issues.at(-1)).toMatchObject({ code: 'nothing-read', severity: 'error' });
});

test('a reading that is cancelled rejects', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(readFile(encode(gexf(ash)), { signal: controller.signal })).rejects.toThrow();
});

describe('whatever the bytes, there is a report', () => {
  test('of networks in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(golden('harbour.gexf'), golden('early.gexf'), golden('written.gexf')), async (file) => {
        expect(unexplained(await readFile(file, { format: 'gexf' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 2 },
    );
  });

  test('of networks in which values were replaced', async () => {
    const values = ['harbour', 'early', 'written'].flatMap((name) => {
      const text = new TextDecoder().decode(golden(`${name}.gexf`));
      return [...text.matchAll(/="([^"]*)"/g)].map((found) => ({ text, at: found.index + 2, length: found[1]!.length }));
    });
    const strange = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '', ' ', '..', '-1', '101', '1e999', 'NaN', '-Infinity', '2003-02-30', '[', '<[,];', '{}', 'null', '__proto__', 'owns',
        'x'.repeat(300), '{&quot;claims&quot;:[null]}', '&#0;', '&a;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...values), strange, async ({ text, at, length }, value) => {
        const changed = text.slice(0, at) + value.replace(/[<"]/g, '') + text.slice(at + length);
        expect(unexplained(await readFile(encode(changed), { format: 'gexf' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });
});

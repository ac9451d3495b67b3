import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pajek } from '.';
import { cutAt } from '../testing/cutAt';
import { FUZZ_RUNS, mutated, unexplained, withMarks } from '../testing/mutations';

const golden = ['harbour.paj', 'years.paj', 'lists.net'].map(
  (name) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name))),
);
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => pajek.read(encode(text), {});
const two = '*Vertices 2\n1 "Oak"\n2 "Ash"\n';

describe('a part that cannot be read is reported, and the rest is read', () => {
  test.each([
    ['a vertex without a number', `${two}three "Elm"\n`, 'bad-vertex line 4'],
    ['a vertex that is listed twice', `${two}2 "Elm"\n`, 'repeated-vertex line 4'],
    ['a line that leads nowhere', `${two}*Arcs\n1 Elm\n`, 'bad-line line 5'],
    ['a negative vertex', `${two}*Arcslist\n1 -2\n`, 'bad-line line 5'],
    ['a vertex beyond the number of vertices', `${two}*Arcs\n1 9\n`, 'dangling-end line 5'],
    ['times that are none', `${two}*Arcs\n1 2 1 [soon]\n`, 'bad-times line 5'],
    ['a row that is too short', `${two}*Matrix\n0 1\n0\n`, 'bad-row line 6'],
    ['a row that is too many', `${two}*Matrix\n0 1\n0 0\n0 0\n`, 'bad-row line 7'],
    ['a row with words', `${two}*Matrix\n0 x\n0 0\n`, 'bad-row line 5'],
    ['a section of another kind', `${two}*Events\nTI 1\n`, 'unread-section line 4'],
    ['a partition of nothing', `${two}*Partition P\n*Vertices 7\n1\n`, 'no-network line 4'],
    ['a partition that breaks off', `${two}*Partition P\n*Vertices 2\n1\n`, 'other-count line 4'],
    ['a value that is no number', `${two}*Vector V\n*Vertices 2\n1\nx\n`, 'bad-value line 7'],
    ['a number of vertices that is none', `*Vertices many\n1 "Oak"\n`, 'bad-count line 1'],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await read(text);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities[0]!.name).toBe('Oak');
  });

  test('a network that says that it has a billion vertices', async () => {
    const { dataset, report } = await read('*Vertices 999999999\n1 "Oak"\n*Arcs\n1 999999998\n*Matrix\n1 0 1\n');
    expect(dataset!.entities.map((e) => e.id)).toEqual(['1', '999999998', '3']);
    expect(report.issues.map((i) => i.code)).toContain('too-many-unlisted');
  });

  test('a line of four megabytes', async () => {
    const { dataset, report } = await read(`${two}*Arcslist\n1${' 2'.repeat(2_000_000)}\n2 1\n`);
    expect(report.issues.map((i) => i.code)).toContain('too-long');
    expect(dataset!.relationships.at(-1)).toMatchObject({ from: '2', to: '1' });
  }, 180_000);

  test('lines before any vertices', async () => {
    const { dataset } = await read('*Arcs\n1 2\n');
    expect(dataset!.entities.map((e) => e.properties)).toMatchObject([{ notInFile: true }, { notInFile: true }]);
  });

  test('a prototype and markup stay text or go', async () => {
    const { dataset } = await read('*Vertices 2\n1 "<b>Oak</b>" 0 0 box __proto__ 1\n2 "=1+1"\n*Partition __proto__\n*Vertices 2\n3\n4\n');
    expect(dataset!.entities.map((e) => e.name)).toEqual(['<b>Oak</b>', '=1+1']);
    expect(dataset!.entities.map((e) => e.properties?.partition)).toEqual([3, 4]);
  });
});

test('nothing that could be read is an error', async () => {
  const { dataset, report } = await read('*Vertices 0\n*Arcs\n');
  expect(dataset).toBeUndefined();
  expect(report.issues.at(-1)).toMatchObject({ code: 'nothing-read', severity: 'error' });
});

test('reading can be cancelled', async () => {
  const stop = new AbortController();
  const lines = Array.from({ length: 60_000 }, (_, i) => `${i + 1} "n${i}"`).join('\n');
  const reading = pajek.read(encode(`*Vertices 60000\n${lines}\n*Arcs\n${'1 2\n'.repeat(60_000)}`), {
    signal: stop.signal, onProgress: () => stop.abort(new Error('enough')),
  });
  await expect(reading).rejects.toThrow('enough');
});

describe('whatever the bytes, there is a report', () => {
  test('of networks in which bytes were changed', async () => {
    const headings = withMarks(
      golden, '\n*Vertices 3 2\n', '\n*Matrix\n', '\n*Partition x\n', '\n*Cluster\n', '\n*Arcs :2 "x\n', '*', '%', '[', '"', '\r', '-',
      '99999999',
    );
    await fc.assert(
      fc.asyncProperty(headings, async (file) => {
        expect(unexplained(await pajek.read(file, {}))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });

  test('however it is cut into pieces, it is the same', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(...golden), fc.array(fc.nat(), { maxLength: 12 }), async (bytes, cuts) => {
        expect(await pajek.readStream!(cutAt(bytes, cuts), {})).toEqual(await pajek.read(bytes, {}));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

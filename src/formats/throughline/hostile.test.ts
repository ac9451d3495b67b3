import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LARGEST_FILE, readFile, type Reading } from '..';
import { pngChunk, PNG_SIGNATURE } from './pngChunks';
import { LARGEST_UNPACKED } from './snapshotInPng';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const bytes = (content: string) => new TextEncoder().encode(content);
const harbour = new TextDecoder().decode(golden('harbour.json'));
const issueOf = async (content: string | Uint8Array) => {
  const { report } = await readFile(typeof content === 'string' ? bytes(content) : content);
  return report.issues[0];
};

describe('broken text is reported where it breaks', () => {
  test.each([
    ['a comma too many', '{\n  "format": "throughline/1",\n}', 'line 3, column 1', 'field name'],
    ['a comma too few', '{\n  "format": "throughline/1"\n  "id": "x"\n}', 'line 3, column 3', 'comma'],
    ['a missing colon', '{"format" "throughline/1"}', 'line 1, column 11', 'colon'],
    ['single quotes', "{'format': 1}", 'line 1, column 2', 'JSON'],
    ['a comment', '{\n// note\n"format": 1}', 'line 2, column 1', 'comments'],
    ['text that is not closed', '{"format": "throughline/1\n}', 'line 1, column 12', 'double quote'],
    ['text after the end', '{"format": "throughline/1"}\n{}', 'line 2, column 1', 'nothing more'],
  ])('%s', async (_what, content, at, expected) => {
    const issue = await issueOf(content);
    expect(issue).toMatchObject({ code: 'not-json', severity: 'error', at });
    expect(issue!.message).toContain(expected);
  });

  test('a file that breaks off says that it ends too early', async () => {
    const issue = await issueOf(harbour.slice(0, 700));
    expect(issue).toMatchObject({ code: 'not-json', value: expect.any(String) });
    expect(await issueOf('{"format": "throughline/1", "entities": [')).toMatchObject({
      value: '(end of file)', hint: expect.stringContaining('ends too early'),
    });
  });

  test('bytes that are no text name the line', async () => {
    const broken = bytes(harbour);
    broken[harbour.indexOf('Quayside')] = 0xff;
    expect(await issueOf(broken)).toMatchObject({
      code: 'not-text', at: expect.stringMatching(/^line \d+, column \d+$/), hint: expect.stringContaining('UTF-8'),
    });
  });
});

describe('what is wrong in a dataset is reported with its path, line and column', () => {
  const changed = (from: string, to: string) => issueOf(harbour.replace(from, to));
  const lineOf = (needle: string) => harbour.slice(0, harbour.indexOf(needle)).split('\n').length;

  test('an unknown type', async () => {
    expect(await changed('"jointVenture"', '"venture"')).toMatchObject({
      code: 'bad-value', at: `entities[1].type (line ${lineOf('"jointVenture"')}, column 15)`, value: 'venture',
    });
  });

  test('a missing field, at the object that lacks it', async () => {
    expect(await changed('      "publisher": "The Gazette",\n', '')).toMatchObject({
      code: 'missing-field', at: expect.stringMatching(/^sources\[0\]\.publisher \(line \d+, column 5\)$/),
    });
  });

  test('an end and a source that are not there', async () => {
    expect(await changed('"to": "elm-port"', '"to": "oak-port"')).toMatchObject({
      code: 'dangling-end', at: expect.stringMatching(/^relationships\[0\]\.to \(line \d+/), value: 'oak-port',
    });
    expect(await changed('"source": "register"', '"source": "rumour"')).toMatchObject({
      code: 'dangling-source', at: expect.stringMatching(/^entities\[0\]\.claims\[0\]\.source \(line/),
    });
  });

  test('a property whose key looks like a path', async () => {
    expect(await changed('"dotted.key[0]": "kept"', '"dotted.key[0]": {}')).toMatchObject({
      at: expect.stringMatching(/^entities\[0\]\.properties\.dotted\.key\[0\] \(line \d+, column \d+\)$/),
    });
  });

  test('in the dataset of a snapshot too', async () => {
    const snapshot = new TextDecoder().decode(golden('harbour-snapshot.json'));
    const issue = await issueOf(snapshot.replace('"to": "elm-port"', '"to": "oak-port"'));
    expect(issue).toMatchObject({ code: 'dangling-end', at: expect.stringMatching(/^dataset\.relationships\[0\]\.to \(line \d+/) });
  });

  test('a field that an object has twice, of which one would be lost', async () => {
    expect(await changed('"id": "harbour"', '"id": "first",\n  "id": "harbour"')).toMatchObject({
      code: 'duplicate-field', at: expect.stringMatching(/^id \(line 4/),
    });
  });

  test('a dangling warning does not keep the dataset from opening', async () => {
    const { dataset, report } = await readFile(
      bytes(
        harbour
          .replace('"partnerIn"', '"directs"')
          .replace('"ministry",\n      "to": "elm-port"', '"ministry",\n      "to": "quayside"')
          .replace('"owns"', '"employs"'),
      ),
    );
    expect(dataset).toBeDefined();
    expect(report.issues.map((i) => i.code)).toContain('unusual-ends');
  });

  test('a thousand times is listed in part and counted in full', async () => {
    const entities = Array.from({ length: 1000 }, (_, i) => ({ id: `e${i}`, type: 'firm', name: 'X' }));
    const { report } = await readFile(
      bytes(JSON.stringify({ format: 'throughline/1', id: 'x', title: 'x', sources: [], entities, relationships: [] })),
    );
    expect(report.issues).toHaveLength(501);
    expect(report.issues.at(-1)).toMatchObject({ code: 'more-issues', value: '500' });
  });
});

describe('hostile files', () => {
  test('that nest without end are refused', async () => {
    for (const bomb of ['['.repeat(2_000_000), `{"a
${'['.repeat(500_000)}`, '{"a":'.repeat(500_000), `{"format":"throughline/1","x":${'['.repeat(70)}${']'.repeat(70)}}`]) {
      expect(await issueOf(bomb)).toMatchObject({ code: 'too-deep' });
    }
  });

  test('with a prototype in them are refused', async () => {
    const issue = await issueOf(harbour.replace('"properties": {', '"properties": {"__proto__": {"polluted": true},'));
    expect(issue).toMatchObject({ code: 'forbidden-field', at: expect.stringContaining('entities[0].properties.__proto__') });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('that are empty, blank, of another kind or too large say so', async () => {
    expect(await issueOf('')).toMatchObject({ code: 'empty-file' });
    expect(await issueOf(' \n\t')).toMatchObject({ code: 'empty-file' });
    expect(await issueOf(Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9))).toMatchObject({ code: 'damaged-zip' });
    expect(await issueOf(zipSync({ 'read.me': bytes('x') }))).toMatchObject({
      code: 'unknown-format', hint: expect.stringContaining('PNG'),
    });
    expect(await issueOf('[1, 2]')).toMatchObject({ code: 'unknown-format' });
    expect(await issueOf('{"format": "throughline/9"}')).toMatchObject({ code: 'newer-format', value: 'throughline/9' });
    expect(await issueOf('{"hello": 1}')).toMatchObject({ code: 'unknown-format', hint: expect.stringContaining('throughline/1') });
    expect(await issueOf(new Uint8Array(LARGEST_FILE + 1).fill(0x7b))).toMatchObject({ code: 'too-large', value: '257 MiB' });
    expect((await readFile(bytes('x'), { format: 'excel' })).report.issues[0]).toMatchObject({ code: 'unknown-format', value: 'excel' });
  });

  test('without a snapshot say so', async () => {
    for (const file of [
      golden('plain.png'), '<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html><title>x</title>',
      '<svg><metadata id="throughline-snapshot">', '<svg><metadata',
    ]) {
      expect(await issueOf(file)).toMatchObject({ code: 'no-snapshot' });
    }
  });

  test('that are damaged pictures say so', async () => {
    const png = golden('harbour-snapshot.png');
    const flipped = png.slice();
    flipped[png.length - 40]! ^= 0xff;
    expect(await issueOf(flipped)).toMatchObject({ code: 'damaged-file', message: expect.stringContaining('checksum') });
    expect(await issueOf(png.subarray(0, png.length - 30))).toMatchObject({
      code: 'damaged-file', message: expect.stringContaining('breaks off'),
    });
    expect(await issueOf(picture(Uint8Array.of(1, 0, 0, 0, 1, 2, 3)))).toMatchObject({
      code: 'damaged-file', message: expect.stringContaining('unpack'),
    });
    expect(await issueOf(picture(Uint8Array.of(1, 0)))).toMatchObject({
      code: 'damaged-file', message: expect.stringContaining('cut short'),
    });
  });

  test('whose picture unpacks beyond the limit are refused before the memory is spent', async () => {
    const bomb = zlibSync(new Uint8Array(LARGEST_UNPACKED + 1));
    const issue = await issueOf(picture(Uint8Array.of(1, 0, 0, 0, ...bomb)));
    expect(issue).toMatchObject({ code: 'damaged-file', value: expect.stringContaining('64 MiB') });
  });
});

/** A PNG whose snapshot chunk has these bytes after its keyword. */
function picture(rest: Uint8Array): Uint8Array {
  const chunk = pngChunk('iTXt', new Uint8Array([...bytes('throughline-snapshot\0'), ...rest]));
  return new Uint8Array([...PNG_SIGNATURE, ...chunk, ...pngChunk('IEND', new Uint8Array())]);
}

describe('whatever the bytes, there is a report', () => {
  const files = [
    'harbour.json', 'harbour-snapshot.json', 'harbour-snapshot.png', 'harbour-snapshot.svg', 'harbour-snapshot.html',
  ].map(golden);
  const explained = ({ dataset, report }: Reading) => (dataset === undefined) === report.issues.some((i) => i.severity === 'error');

  test('of a file in which bytes were changed, cut out or doubled', async () => {
    const edit = fc.record({ at: fc.nat(), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 40 }) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 4 }), async (file, edits) => {
        let changed = [...file];
        for (const { at, cut, put } of edits) changed = changed.toSpliced(at % changed.length || 0, cut, ...put);
        expect(explained(await readFile(Uint8Array.from(changed)))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test.each(['harbour.json', 'harbour-snapshot.json'])('of %s in which a value was replaced by any other', async (name) => {
    const content = new TextDecoder().decode(golden(name));
    const paths = pathsOf(JSON.parse(content));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), async (path, value) => {
        const changed = JSON.parse(content);
        const last = path.at(-1)!;
        path.slice(0, -1).reduce((at: Record<string, never>, key) => at[key]!, changed)[last] = value as never;
        expect(explained(await readFile(bytes(JSON.stringify(changed))))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('of bytes at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (file) => {
        expect(explained(await readFile(file))).toBe(true);
      }),
    );
  });
});

test('a cancelled reading rejects with the reason of its signal', async () => {
  const reason = new Error('another file');
  await expect(readFile(golden('harbour.json'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

/** The paths of every value of a JSON value but the root. */
function pathsOf(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])]);
}

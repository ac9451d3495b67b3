import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf, LARGEST_FILE, LARGEST_STREAMED, readFile, sourceOfBlob, sourceOfBytes, UnreadableFileError, type FileSource } from '.';
import { cutAt } from './testing/cutAt';
import { FUZZ_RUNS, mutated } from './testing/mutations';

const ICIJ = Buffer.from(
  'node_id,name,countries,sourceID\r\n1,"Oak ""Hafen"" Ltd",Türkei,Panama Papers\r\n2,"Ash,\r\nin two lines",Чили,Panama Papers\n3,'
  + 'Elm 😀,,Bahamas Leaks\n,lost,,\n',
);
const goldenOf = (format: string, name: string) => readFileSync(join(import.meta.dirname, format, 'golden', name));
const FILES = [
  ...['ftm', 'bods'].flatMap((format) =>
    readdirSync(join(import.meta.dirname, format, 'golden')).map((name) => ({
      format, name, text: goldenOf(format, name).toString('utf8'),
    })),
  ),
  { format: 'icij', name: 'nodes-entities.csv', text: ICIJ.toString('utf8') },
];
const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['lines that end as on Windows, with a byte order mark', (text) => Buffer.from(`\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`)],
  ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, big end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
];
const cuts = fc.array(fc.nat(), { maxLength: 20 });

describe('however a file is cut into pieces, it is read as from all its bytes', () => {
  test.each(
    FILES.flatMap((file) => encodings.map(([encoding, encode]) => ({ ...file, encoding, bytes: Uint8Array.from(encode(file.text)) }))),
  )('$name in $encoding', async ({ format, name, bytes }) => {
    const whole = await formatOf(format)!.read(bytes, { name });
    expect(whole.dataset!.entities.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        expect(await readFile(cutAt(bytes, places), { format, name })).toEqual(whole);
      }),
      { numRuns: Math.ceil(FUZZ_RUNS / 10) },
    );
  });

  test.each(['ftm', 'bods', 'icij'])('whatever is wrong with it: %s', async (format) => {
    const files = FILES.filter((file) => file.format === format).map(({ text }) => Uint8Array.from(Buffer.from(text)));
    await fc.assert(
      fc.asyncProperty(mutated(...files), cuts, async (bytes, places) => {
        expect(await readFile(cutAt(bytes, places), { format })).toEqual(await readFile(bytes, { format }));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

test('a file of the browser’s is read from where it lies, and its progress tells bytes and rows', async () => {
  const lines = Array.from(
    { length: 12_000 }, (_, i) => `{"id":"e${i}","schema":"Company","properties":{"name":["Oak ${i} ${'x'.repeat(150)}"]}}`,
  );
  const file = new Blob([lines.join('\n')]);
  const told: [number, unknown][] = [];
  const { dataset } = await readFile(sourceOfBlob(file, 'oaks.ftm.json'), { onProgress: (done, detail) => told.push([done, detail]) });
  expect(dataset).toMatchObject({ title: 'oaks.ftm', entities: { length: 12_000 } });
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  expect(told).toContainEqual([
    expect.any(Number), { phase: 'Reading', bytes: expect.any(Number), totalBytes: file.size, rows: expect.any(Number) },
  ]);
});

test('a file that cannot be read any more is a report', async () => {
  const gone: FileSource = {
    ...sourceOfBytes(new Uint8Array(10)), head: () => Promise.reject(new UnreadableFileError(new Error('The file was changed.'))),
  };
  expect((await readFile(gone)).report.issues).toMatchObject([{ code: 'unreadable-file', value: 'The file was changed.' }]);
});

test('the limit is named: of a format that is read piece after piece, and of one that is not', async () => {
  const sized = (text: string, size: number): FileSource => ({ ...sourceOfBytes(new TextEncoder().encode(text)), size });
  const refusal = async (file: FileSource) => (await readFile(file)).report.issues[0]!.message;
  expect(await refusal(sized('{"id":"a","schema":"Person","properties":{}}', LARGEST_STREAMED + 1))).toBe(
    'The file has 2049 MiB; the largest of its format that is read has 2048 MiB.',
  );
  expect(await refusal(sized('{"format":"throughline/1"', LARGEST_FILE + 1))).toContain('read has 256 MiB');
});

import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { formatOf, guessFormat } from '../registry';
import { readFile } from '../readFile';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const report = strToU8('%PDF-1.4 an annual report');
const filing = strToU8('A filing.');
const captured = (name: string, bytes: Uint8Array) => ({ name, mediaType: 'application/pdf', bytes: bytes.length, sha256: hashOf(bytes) });
const data: Dataset = {
  format: 'throughline/1', id: 'harbour', title: 'Harbour', entities: [], relationships: [],
  sources: [
    { id: 'report', title: 'Annual report', publisher: 'Oak', kind: 'report', file: captured('../report.pdf', report) },
    { id: 'filing', title: 'A filing', publisher: 'Register', kind: 'filing', file: captured('filing.pdf', filing) },
  ],
};
const files = new Map([report, filing].map((bytes) => [hashOf(bytes), bytes]));
const written = async (given = files) => formatOf('throughline-case-zip')!.write!(data, { files: given });
const codes = (reading: Awaited<ReturnType<typeof readFile>>) => reading.report.issues.map((i) => i.code);

test('a case with its files is known by its content, and gives back both, byte for byte', async () => {
  const { bytes, issues } = await written();
  expect([guessFormat(bytes)?.id, issues]).toEqual(['throughline-case-zip', []]);
  const reading = await readFile(bytes);
  expect([reading.kind, reading.format, reading.report.issues]).toEqual(['case', 'throughline-case-zip', []]);
  expect(reading.files!.map(({ name, content }) => [name, hashOf(content)])).toEqual(
    expect.arrayContaining([['../report.pdf', hashOf(report)], ['filing.pdf', hashOf(filing)]]),
  );
});

test('the same case gives the same bytes in whatever order its files came, and no path leads out of it', async () => {
  const [one, two] = [await written(), await written(new Map([...files].reverse()))];
  expect(hashOf(one.bytes)).toBe(hashOf(two.bytes));
  const paths = Object.keys(unzipSync(one.bytes));
  expect(paths[0]).toBe('case.json');
  expect(paths.filter((path) => path.includes('..') || path.split('/').length > 3)).toEqual([]);
});

test('a file that is not at hand, or is another than its hash says, is told when it is written and when it is read', async () => {
  const { bytes, issues } = await written(new Map([[hashOf(report), filing]]));
  expect(issues.map((i) => [i.code, i.value])).toEqual([['lost-file', 'filing.pdf'], ['lost-file', '../report.pdf']].sort());
  const reading = await readFile(bytes);
  expect([codes(reading), reading.files, reading.dataset?.sources.length]).toEqual([['missing-file', 'missing-file'], [], 2]);
});

test('a file that was changed in the zip is told and left out, and so is one that no source names', async () => {
  const inside = unzipSync((await written()).bytes);
  const [path] = Object.keys(inside).filter((name) => name.includes(hashOf(report)));
  const changed = zipSync({ ...inside, [path!]: strToU8('%PDF-1.4 another report'), 'files/readme.txt': strToU8('Hello.') });
  const reading = await readFile(changed);
  expect(codes(reading).sort()).toEqual(['changed-file', 'unknown-file']);
  expect(reading.files!.map((f) => f.name)).toEqual(['filing.pdf']);
});

test('a zip whose case cannot be read is refused, and a bomb among its files costs no more than the limits', async () => {
  const broken = zipSync({ 'case.json': strToU8('{ "format": "throughline-case/1", ') });
  expect((await readFile(broken)).dataset).toBeUndefined();
  const inside = unzipSync((await written()).bytes);
  const bomb = zipSync({ ...inside, [`files/${'0'.repeat(64)}/bomb`]: new Uint8Array(5_000_000) }, { level: 9 });
  const reading = await readFile(bomb, { limits: { entry: 1_000_000 } });
  expect([codes(reading), reading.files!.length]).toEqual([['too-large'], 2]);
});

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFile, readFolder, sourceOfBlob } from '.';
import { zstdBomb, zstdFrame } from './testing/zstdFrame';

const golden = (format: string) =>
  readdirSync(join(import.meta.dirname, format, 'golden')).map((name) => ({
    format, name, bytes: new Uint8Array(readFileSync(join(import.meta.dirname, format, 'golden', name))),
  }));
const FILES = [
  'bods', 'cx2', 'cyjs', 'ftm', 'gexf', 'gleif', 'gml', 'graphml', 'kumu', 'littlesis', 'pajek', 'table', 'throughline',
].flatMap(golden);
const ties = new TextEncoder().encode(
  `from,to\n${Array.from({ length: 24_000 }, (_, i) => `Oak Harbour ${i % 300},Ash ${i % 70}`).join('\n')}\n`,
);
const codes = async (bytes: Uint8Array, name: string, limits = {}) =>
  (await readFile(bytes, { name, limits })).report.issues.map((issue) => `${issue.severity} ${issue.code}`);

describe('a file that is packed as a whole', () => {
  test.each(FILES)('is read as what is in it: $format, $name', async ({ name, bytes }) => {
    const plain = await readFile(bytes, { name });
    expect(await readFile(gzipSync(bytes), { name: `${name}.gz` })).toEqual(plain);
    expect(await readFile(zstdFrame(bytes), { name: `${name}.zst` })).toEqual(plain);
  });

  test('is read from where it lies, of several members, and beside others in a folder', { timeout: 180_000 }, async () => {
    const half = ties.indexOf(0x0a, ties.length / 2) + 1;
    const members = Buffer.concat([gzipSync(ties.subarray(0, half)), gzipSync(ties.subarray(half))]);
    const plain = await readFile(ties, { name: 'ties.csv' });
    expect(await readFile(sourceOfBlob(new Blob([members]), 'ties.csv.gz'))).toEqual(plain);
    expect((await readFolder([{ name: 'ties.csv.gz', bytes: members }], { name: 'ties' })).dataset!.relationships).toEqual(
      plain.dataset!.relationships,
    );
  });

  test.each([
    ['gz', gzipSync(ties)], ['zst', zstdFrame(ties)],
  ])('breaks off: .%s is an error, and what comes before is read', { timeout: 180_000 }, async (ending, packed) => {
    const { dataset, report } = await readFile(packed.subarray(0, packed.length / 2), { name: `ties.csv.${ending}` });
    expect(report.issues[0]).toMatchObject({
      code: 'damaged-file', severity: 'error', at: expect.stringMatching(/^byte [1-9]\d* of what is in it$/) as string,
    });
    expect(dataset!.relationships.length).toBeGreaterThan(1000);
    expect(await codes(packed.subarray(0, 12), `ties.csv.${ending}`)).toContain('error damaged-file');
  });

  test('with a checksum that does not fit is an error', async () => {
    const packed = gzipSync(ties);
    packed[packed.length - 7]! ^= 1;
    expect((await codes(packed, 'ties.csv.gz'))[0]).toBe('error damaged-file');
  });

  test('that unpacks to a thousand times its size, or to more than is read, is refused with the limit', { timeout: 180_000 }, async () => {
    expect(await codes(gzipSync(new Uint8Array(64 * 1024 * 1024)), 'a.csv.gz')).toEqual(['error packed-too-tightly']);
    expect(await codes(zstdBomb(8000, 0), 'a.csv.zst')).toEqual(['error packed-too-tightly']);
    const window = zstdBomb(8000, 1024 ** 3);
    for (const bomb of [window, Buffer.concat([zstdFrame(ties), window])])
      expect((await readFile(bomb, { name: 'a.csv.zst' })).report.issues).toMatchObject([{ code: 'too-large', value: '1024 MiB' }]);
    expect(await codes(gzipSync(ties), 'ties.csv.gz', { streamed: 1000 })).toEqual(['error too-large']);
  });
});

describe('a zip', () => {
  const zip = zipSync({ 'ties.csv': ties });

  test('that is damaged is called that, with an error', async () => {
    const changed = (at: number) => zip.map((byte, i) => (i === at ? byte ^ 0x55 : byte));
    expect(await codes(zip.subarray(0, zip.length - 30), 'ties.zip')).toContain('error damaged-zip');
    expect(await codes(zip.subarray(0, 20_000), 'ties.zip')).toContain('error damaged-zip');
    expect(await codes(changed(5000), 'ties.zip')).toContain('error damaged-zip');
    expect(await codes(Buffer.concat([zip.subarray(0, 4), new Uint8Array(5000).fill(7)]), 'x.bin')).toEqual(['error damaged-zip']);
  });

  test('of sixty-five thousand files is refused, and of too many names none is remembered', { timeout: 180_000 }, async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 65_000 }, (_, i) => [`f${i}.csv`, new Uint8Array()])), { level: 0 });
    expect(await codes(many, 'many.zip')).toContain('warning too-many-files');
  });
});

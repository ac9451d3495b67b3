import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATASET_FORMAT, type Dataset } from '../../model';
import { formatOf, readFile } from '..';
import { FUZZ_RUNS } from '../testing/mutations';
import { defused, undefused } from './mappedRow';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const write = (dataset: Dataset, format: string) => formatOf(format)!.write!(dataset);
const both = [['csv-zip'], ['xlsx']] as const;

/** A dataset with something in every field, and much that spreadsheets and CSV stumble over. */
const full: Dataset = {
  format: DATASET_FORMAT,
  id: 'full',
  title: 'full',
  sources: [
    { id: 'S 1', title: '=HYPERLINK("http://x.example")', publisher: '-Quay-', author: '@oak', published: '2008-12', url: 'https://x.example/a?b=c', kind: 'news', reliability: 'B' },
    { id: 's2', title: "'=1+1", publisher: '+49', kind: 'registry' },
  ],
  entities: [
    { id: 'oak', type: 'person', name: 'Oak, "the" Tree\nof Quay', shortName: 'Oak', aliases: ['O;ak', ' Oak ', '["x"]'], jurisdiction: 'US-DE', start: '1950', end: '..', identifiers: [{ scheme: 'LEI', value: '5493001KJTIIGC8Y1R12' }, { scheme: 'a:b', value: 'c;d' }], summary: '\t=tab', claims: [{ source: 'S 1', stance: 'alleges', statement: '_x000D_ and\r\nmore', locator: '¶19', made: '2009-01-02', credibility: 3 }], properties: { sector: '007', note: "'", many: [1, 'a', true, null], yes: true, none: null, n: 5, '=SUM(A1)': 'x' } },
    { id: 'OAK', type: 'company', name: 'Oak, "the" Tree\nof Quay', aliases: ['a', 'b'] },
    { id: 'ива', type: 'network', name: '<b>Ива</b> 😀' },
  ],
  relationships: [
    { id: 'oak', type: 'owns', from: 'oak', to: 'OAK', start: '2008-12-15', end: '2010', share: { min: 25, max: 50 }, indirect: true, role: '=role', label: 'owns by word of mouth', claims: [{ source: 's2', stance: 'denies' }, { source: 'S 1', stance: 'asserts' }], properties: { sector: 'x' } },
    { id: 'r2', type: 'pays', from: 'OAK', to: 'oak', amount: { value: -1250.5, currency: 'EUR', ceiling: true }, share: 33.333333, claims: [] },
    { id: 'r3', type: 'connectedWith', from: 'ива', to: 'ива', claims: [] },
  ],
};

describe.each(both)('written as %s', (format) => {
  test('a dataset reads back exactly', async () => {
    const { bytes, issues } = await write(full, format);
    expect(issues).toEqual([]);
    const reading = await readFile(bytes, { name: 'full.x' });
    expect(reading.report.issues).toEqual([]);
    expect(reading.dataset).toEqual(full);
  });

  test('the same dataset gives the same bytes', async () => {
    const first = await write(full, format);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await write(structuredClone(full), format)).bytes).toEqual(first.bytes);
  });

  test('what is lost is listed', async () => {
    const { issues } = await write({ ...full, summary: 'A case.', licence: 'CC0' }, format);
    expect(issues.map((i) => i.code)).toEqual(['head']);
  });

  test('what an earlier release wrote reads as it did', async () => {
    const { dataset } = await readFile(golden(format === 'xlsx' ? 'harbour.xlsx' : 'harbour.csv.zip'), { name: 'Harbour' });
    const { dataset: harbour } = await readFile(new Uint8Array(readFileSync(join(import.meta.dirname, '../throughline/golden/harbour.json'))));
    expect([dataset!.entities, dataset!.relationships, dataset!.sources]).toEqual([harbour!.entities, harbour!.relationships, harbour!.sources]);
  });

  test('whatever the texts, they come back, whole and as texts', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.constantFrom('=1', "'=1", "''@x", '\t', '-', '+1', 'a;b', 'a,b', '"', '\r\n', '_x0041_', '1.00', 'TRUE', '2008-12-15', '75 %', '[1]', '{"scheme":"a","value":"b"}')).map((t) => `x${t}x`);
    const free = fc.oneof(text, fc.constantFrom('=cmd|x', '@SUM(1)', '-2+3', "'=x", '\t=x', '1', 'yes', '..'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ name: text, aliases: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), summary: free, value: free, scheme: text }), { minLength: 1, maxLength: 4 }), async (rows) => {
        const entities = rows.map(({ name, aliases, summary, value, scheme }, i): Dataset['entities'][number] => ({ id: `e${i}`, type: 'asset', name: name.replace(/\s+/g, ' '), aliases: aliases.filter((a) => a !== name.replace(/\s+/g, ' ')), identifiers: [{ scheme, value }], summary, properties: { value } }));
        const dataset = { ...full, sources: [], relationships: [], entities: entities.map(({ aliases, ...e }) => (aliases!.length > 0 ? { ...e, aliases } : e)) };
        const { bytes } = await write(dataset as Dataset, format);
        expect((await readFile(bytes, { name: 'full.x' })).dataset!.entities).toEqual(dataset.entities);
      }),
      { numRuns: Math.min(FUZZ_RUNS, 1000) },
    );
  });
});

describe('no text is a formula', () => {
  test('in CSV an apostrophe stands before what could be one, and goes when it is read', () => {
    for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', "'=x", "''-x"]) {
      expect(defused(text)).toBe(`'${text}`);
      expect(undefused(defused(text))).toBe(text);
    }
    for (const text of ["'tis", 'a=b', '', "'", '1', '’=x']) expect([defused(text), undefused(text)]).toEqual([text, text]);
  });

  test('figures stay figures', async () => {
    const { bytes } = await write(full, 'csv-zip');
    const file = unzipSync(bytes)['relationships.csv']!;
    const table = strFromU8(file);
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(table).toContain(',-1250.5,EUR,yes');
    expect(table.split('\r\n')[1]).toBe(`oak,owns,oak,"Oak, ""the"" Tree\nof Quay",OAK,"Oak, ""the"" Tree\nof Quay",owns by word of mouth,'=role,2008-12-15,2010,25-50,yes,,,,x`);
  });

  test('in a workbook every text is a text cell, under a bold header that stays', async () => {
    const { bytes } = await write(full, 'xlsx');
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts)) if (name.includes('worksheets/')) expect(strFromU8(part)).not.toContain('<f>');
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets.map((s) => s.name)).toEqual(['entities', 'relationships', 'claims', 'sources']);
    expect(sheets.every((s) => s.cells?.get('0,0')?.style?.font?.bold === true)).toBe(true);
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('<pane ySplit="1"');
  });

  test('a text that no cell holds is cut, and counted', async () => {
    const long = { ...full, relationships: [], sources: [], entities: [{ id: 'a', type: 'asset' as const, name: 'A', summary: 'x'.repeat(40_000) }] };
    const { bytes, issues } = await write(long, 'xlsx');
    expect(issues).toMatchObject([{ code: 'long-text', at: 'a', value: '1' }]);
    expect((await readFile(bytes)).dataset!.entities[0]!.summary).toHaveLength(32_767);
    expect((await write(long, 'csv-zip')).issues).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { previewTables, readFile, tableMapping } from '..';
import { FUZZ_RUNS, mutated, unexplained } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFile(encode(text), { name: 'x.csv', format: 'table' });
const names = async (text: string) => (await read(text)).dataset!.entities.map((e) => e.name);
const codes = async (text: string) => (await read(text)).report.issues.map((i) => `${i.code} ${i.at}`);

describe('tables as people save them', () => {
  test('ragged rows: what is missing is empty, what is beyond is kept and reported', async () => {
    const { dataset, report } = await read('from,to,role\nA,B\nC,D,chair,2008,x\n');
    expect(dataset!.relationships.map((r) => [r.role, r.properties])).toEqual([
      [undefined, undefined], ['chair', { 'column 4': '2008', 'column 5': 'x' }],
    ]);
    expect(report.issues.map((i) => i.code)).toContain('ragged-row');
  });

  test('blank columns and rows, headers that come twice and `__proto__` among them', async () => {
    const { dataset } = await read('from,,to,note,note,__proto__\n\nA,,B,1,2,3\n,,,,,\n');
    expect(dataset!.relationships[0]!.properties).toEqual({ note: '1', 'note (2)': '2', 'column __proto__': '3' });
    expect(Object.getPrototypeOf(dataset!.relationships[0]!.properties)).toBe(Object.prototype);
  });

  test('fields of several lines, old line ends, tabs, pipes and a declared delimiter', async () => {
    expect(await names('from,to\n"A\nB",C\n')).toEqual(['A B', 'C']);
    expect(await names('from,to\rA,B\rC,D\r')).toEqual(['A', 'B', 'C', 'D']);
    expect(await names('from\tto\nA, x\tB\n')).toEqual(['A, x', 'B']);
    expect(await names('from|to\nA, x|B\n')).toEqual(['A, x', 'B']);
    expect(await names('sep=|\nfrom|to\nA;x|B,y\n')).toEqual(['A;x', 'B,y']);
  });

  test('a file that breaks off in a row or a quote', async () => {
    expect(await names('from,to\nA,B\nC')).toEqual(['A', 'B', 'C']);
    expect(await codes('from,to\nA,B\nC,"D')).toContain('cut-short line 3');
  });

  test('formulas, markup and half characters stay text', async () => {
    const { dataset } = await readFile(
      new Uint8Array(Buffer.from('\ufefffrom,to\n=HYPERLINK(1),<img src=x onerror=1>\n\ud83dA,B\n', 'utf16le')), { format: 'table' },
    );
    expect(dataset!.entities.map((e) => e.name)).toEqual(['=HYPERLINK(1)', '<img src=x onerror=1>', '\ufffdA', 'B']);
  });

  test('bytes that are no text in what is UTF-8 for the most part', async () => {
    const text = encode(`from,to\n${'Öl,Elm\n'.repeat(2000)}Ash,Fir\n`);
    text[text.length - 2] = 0xff;
    const { dataset, report } = await readFile(text);
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Öl', 'Elm', 'Ash', 'Fi\ufffd']);
    expect(report.issues.map((i) => i.code)).toContain('not-text');
  });
});

describe('limits are stated', () => {
  test('a row wider than any sheet is cut', async () => {
    const { report } = await read(`from,to\nA,B\n${'x,'.repeat(20_000)}\n`);
    expect(report.issues.some((i) => i.code === 'bad-row' && i.message.includes('16384'))).toBe(true);
  });

  test('a line without end costs no more than it is long', async () => {
    const { dataset, report } = await read(`from,to\nA,B\n${'y'.repeat(17 * 1024 * 1024)}`);
    expect(dataset!.relationships).toHaveLength(1);
    expect(report.issues.map((i) => i.code)).toContain('bad-row');
  });

  test('a workbook that declares more than is read is not unpacked', async () => {
    const sheet = new Uint8Array(90 * 1024 * 1024);
    const bomb = zipSync(
      {
        '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'),
        ...Object.fromEntries(['1', '2', '3'].map((n) => [`xl/worksheets/sheet${n}.xml`, sheet])),
      },
      { level: 1 },
    );
    const { report } = await readFile(bomb, { limits: { packedTimes: 2000 } });
    expect(report.issues).toMatchObject([{ code: 'too-large', message: expect.stringContaining('256 MiB') }, { code: 'nothing-read' }]);
    expect((await readFile(bomb)).report.issues).toContainEqual(
      expect.objectContaining({ code: 'packed-too-tightly', message: expect.stringContaining('100 times') as string }),
    );
  });

  test('a cell at the far corner, paths out of the zip and other parts of a workbook cost nothing', async () => {
    const parts = unzipSync(golden('quays.xlsx'));
    const far = strToU8(
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
      + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    );
    expect((await readFile(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': far }))).report.issues.map((i) => i.code)).toContain(
      'damaged-workbook',
    );
    const { dataset, report } = await readFile(
      zipSync({ ...parts, '../../etc/passwd.csv': strToU8('x'), 'xl/media/x.png': new Uint8Array(10) }),
    );
    expect([dataset!.entities.length, report.issues.some((i) => i.code === 'damaged-workbook')]).toEqual([3, false]);
    const zipped = await readFile(zipSync({ '../up.csv': strToU8('from,to\nA,B\n'), 'ties.csv': strToU8('from,to\nA,B\nB,C\n') }));
    expect(zipped.report.issues.map((i) => `${i.code} ${i.at}`)).toContain('bad-path ../up.csv');
    expect(zipped.dataset!.relationships).toHaveLength(2);
  });

  test('entities of XML that multiply are no entities here', async () => {
    const parts = unzipSync(golden('quays.xlsx'));
    const doubling = [...'bcdefghij'].map((c, i) => `<!ENTITY ${c} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('');
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
      + '<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>';
    const laughs = strToU8(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}">${doubling}]>${sheet}`);
    const { tables } = await previewTables(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': laughs }));
    expect(JSON.stringify(tables).length).toBeLessThan(10_000);
  });

  test('a workbook of another kind is named, with what to do', async () => {
    const files = [
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3),
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.bin': new Uint8Array(9) }),
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8('<x/>') }),
    ];
    for (const file of files)
      expect((await previewTables(file)).doubts[0]).toMatchObject({
        code: 'unread-workbook', message: expect.stringContaining('save it as .xlsx'),
      });
    const values = await Promise.all(
      files.map(async (file) => (await readFile(file)).report.issues.map((i) => `${i.code} ${i.value ?? ''}`)),
    );
    expect(values).toEqual([
      [expect.stringMatching(/unread-workbook.*\.xls\b/), 'nothing-read '],
      [expect.stringMatching(/unread-workbook.*\.xlsb/), 'nothing-read '],
      [expect.stringMatching(/unread-workbook.*OpenDocument/), 'nothing-read '],
    ]);
  });

  test('reading can be cancelled', async () => {
    const controller = new AbortController();
    const long = encode(`from,to\n${Array.from({ length: 200_000 }, (_, i) => `A${i},B${i}\n`).join('')}`);
    const reading = readFile(long, { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) });
    await expect(reading).rejects.toThrow('enough');
  });
});

describe('whatever the bytes, there is a report', () => {
  const files = ['beteiligungen.csv', 'nodes.csv', 'edges.csv', 'harbour.csv.zip', 'harbour.xlsx', 'quays.xlsx'].map(golden);
  const inside = (name: string, path: string) => {
    const parts = unzipSync(golden(name));
    return mutated(parts[path]!).map((part) => zipSync({ ...parts, [path]: part }, { level: 0 }));
  };

  test('of texts, zips and workbooks in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          mutated(...files), inside('quays.xlsx', 'xl/worksheets/sheet2.xml'), inside('quays.xlsx', 'xl/workbook.xml'),
          inside('harbour.xlsx', 'xl/sharedStrings.xml'), inside('quays.xlsx', 'xl/styles.xml'), inside('harbour.csv.zip', 'claims.csv'),
        ),
        async (file) => {
          expect(unexplained(await readFile(file, { format: 'table' }))).toEqual([]);
        },
      ),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });

  test('of tables with any headers and cells, whose mapping holds to its schema', async () => {
    const header = fc.oneof(
      fc.constantFrom(
        'from', 'to', 'source', 'target', 'type', 'label', 'share', 'start', 'end', 'amount', 'id', 'name', 'alias', 'country', 'LEI',
        'url', 'stance', '__proto__', 'constructor', '', 'Amount (USD)', 'property (JSON): x', 'directed',
      ),
      fc.string({ maxLength: 6 }),
    );
    const cell = fc.oneof(
      fc.constantFrom(
        '', 'A', 'B', '1', '0.5', '75 %', '1.000,5', '31.12.2008', '12/31/08', '2003-02-30', 'https://x.example', 'owns', 'is owned by',
        'denied', 'EUR 5', '{"a":1}', '["x"]', "'=1", '..', 'present', '\ufeff', '\u0000',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const line = (cells: readonly string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    await fc.assert(
      fc.asyncProperty(
        fc.array(header, { minLength: 1, maxLength: 7 }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 8 }),
        async (headers, rows) => {
          const file = encode([headers, ...rows].map(line).join('\n'));
          expect(unexplained(await readFile(file, { format: 'table' }))).toEqual([]);
          const { mapping } = await previewTables(file);
          expect(tableMapping.safeParse(mapping).error?.issues ?? []).toEqual([]);
        },
      ),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { defused, nameInReach, undefused, DATASET_FORMAT, type Dataset } from '../../model';
import { formatOf, readFile } from '..';
import { FUZZ_RUNS } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const write = (dataset: Dataset, format: string) => formatOf(format)!.write!(dataset);
const both = [['csv-zip'], ['xlsx']] as const;

/** A dataset with something in every field, and much that spreadsheets and CSV stumble over. */
const full: Dataset = {
  format: DATASET_FORMAT, id: 'full', title: 'full',
  sources: [
    {
      id: 'S 1', title: '=HYPERLINK("http://x.example")', publisher: '-Quay-', author: '@oak', published: '2008-12',
      url: 'https://x.example/a?b=c', kind: 'news', reliability: 'B',
    },
    { id: 's2', title: "'=1+1", publisher: '+49', kind: 'registry' },
  ],
  entities: [
    {
      id: 'oak',
      type: 'person',
      name: 'Oak, "the" Tree\nof Quay',
      shortName: 'Oak',
      aliases: ['O;ak', ' Oak ', '["x"]'],
      jurisdiction: 'US-DE',
      start: '1950',
      end: '..',
      identifiers: [
        { scheme: 'LEI', value: '5493001KJTIIGC8Y1R12' }, { scheme: 'a:b', value: 'c;d' },
      ],
      summary: '\t=tab',
      claims: [{ source: 'S 1', stance: 'alleges', statement: '_x000D_ and\r\nmore', locator: '¶19', made: '2009-01-02', credibility: 3 }],
      properties: { sector: '007', note: "'", many: [1, 'a', true, null], yes: true, none: null, n: 5, '=SUM(A1)': 'x' },
    },
    { id: 'OAK', type: 'company', name: 'Oak, "the" Tree\nof Quay', aliases: ['a', 'b'] },
    { id: 'ива', type: 'network', name: '<b>Ива</b> 😀' },
  ],
  relationships: [
    {
      id: 'oak', type: 'owns', from: 'oak', to: 'OAK', start: '2008-12-15', end: '2010', share: { min: 25, max: 50 }, indirect: true,
      role: '=role', label: 'owns by word of mouth',
      claims: [
        { source: 's2', stance: 'denies' }, { source: 'S 1', stance: 'asserts' },
      ],
      properties: { sector: 'x' },
    },
    {
      id: 'r2', type: 'pays', from: 'OAK', to: 'oak', amount: { value: -1250.5, currency: 'EUR', ceiling: true }, share: 33.333333,
      claims: [],
    },
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
    // A zip has room for the time at which its files were made, to two seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect((await write(structuredClone(full), format)).bytes).toEqual(first.bytes);
  });

  test('what is lost is listed', async () => {
    const { issues } = await write({ ...full, summary: 'A case.', licence: 'CC0' }, format);
    expect(issues.map((i) => i.code)).toEqual(['head']);
  });

  test('what an earlier release wrote reads as it did', async () => {
    const { dataset } = await readFile(golden(format === 'xlsx' ? 'harbour.xlsx' : 'harbour.csv.zip'), { name: 'Harbour' });
    const { dataset: harbour } = await readFile(
      new Uint8Array(readFileSync(join(import.meta.dirname, '../throughline/golden/harbour.json'))),
    );
    expect([dataset!.entities, dataset!.relationships, dataset!.sources]).toEqual([
      harbour!.entities, harbour!.relationships, harbour!.sources,
    ]);
  });

  test('whatever the texts, they come back, whole and as texts', async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.constantFrom(
          '=1', "'=1", "''@x", '\t', '-', '+1', 'a;b', 'a,b', '"', '\r\n', '_x0041_', '1.00', 'TRUE', '2008-12-15', '75 %', '[1]',
          '{"scheme":"a","value":"b"}',
        ),
      )
      .map((t) => `x${t}x`);
    const free = fc.oneof(text, fc.constantFrom('=cmd|x', '@SUM(1)', '-2+3', "'=x", '\t=x', '1', 'yes', '..'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: text, aliases: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), summary: free, value: free, scheme: text,
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (rows) => {
          const entities = rows.map(({ name, aliases, summary, value, scheme }, i): Dataset['entities'][number] => ({
            id: `e${i}`, type: 'asset', name: name.replace(/\s+/g, ' '), aliases: aliases.filter((a) => a !== name.replace(/\s+/g, ' ')),
            identifiers: [{ scheme, value }], summary, properties: { value },
          }));
          const dataset = {
            ...full, sources: [], relationships: [],
            entities: entities.map(({ aliases, ...e }) => (aliases!.length > 0 ? { ...e, aliases } : e)),
          };
          const { bytes } = await write(dataset as Dataset, format);
          expect((await readFile(bytes, { name: 'full.x' })).dataset!.entities).toEqual(dataset.entities);
        },
      ),
      { numRuns: Math.min(FUZZ_RUNS, 1000) },
    );
  });
});

/** Texts that tables stumble over, none with outer spaces. */
const HOSTILE = [
  '100% Energy', '100%', '75 %', '=1+1', '=HYPERLINK("http://x.example","y")', '+49', '-Quay-', '@oak', "'=1", "''-x", '"', '""quoted""',
  'a,b', 'a;b;c;d;e;f;g;h;i;j;k;l', 'a|b\tc', 'two\nlines', 'two\r\nlines', 'old\rline', '["x"]', '{"a":1}', '\u202eright to left\u202c',
  '\u200fאבג', 'مساهم', '__proto__', 'constructor', 'toString', '2008', '2008-12-15', '31.12.2008', '12/31/2008', '1.000,5', '0.5', '1',
  '007', 'TRUE', 'yes', '..', 'https://x.example/a?b=c', '_x0041_', '<b>bold</b>', '💡 😀', 'é', 'é', 'id', 'owns', 'is owned by',
  'Vorstand', 'sep=;', '#REF!', '\ufeffmark',
];
const hostile = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((t) => `x${t.replaceAll('\ufffd', '')}x`) },
  )
  .map((text) => text.trim());
const dated = fc.constantFrom('1950', '2008-12', '2008-12-15', '2019-02-28');
const scalar = fc.oneof(
  hostile, fc.constantFrom('', ' padded '), fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)), fc.boolean(), fc.constant(null),
);
const percent = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 100, 33.333, 33.333333333333336, 1e-7),
  fc.double({ min: 0, max: 100, noNaN: true }).filter((n) => !Object.is(n, -0)),
);
const bounds = fc.tuple(percent, percent).filter(([a, b]) => a !== b).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const properties = fc.dictionary(
  hostile.filter((key) => key !== '__proto__'), fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);
const without = <T extends object>(record: T) => JSON.parse(JSON.stringify(record)) as T;

/** Names that cannot be told are brought in when a file is read. */
const told = hostile.map((name) => nameInReach(name, 'unnamed').name);

/** Any dataset, with hostile texts wherever the model takes a text. */
const datasets = fc
  .record({
    sources: fc.uniqueArray(
      fc.record({
        id: hostile,
        title: hostile,
        publisher: hostile,
        author: maybe(hostile),
        published: maybe(dated),
        url: maybe(fc.constantFrom('https://x.example', 'http://x.example/a b'.replace(' ', '%20'))),
        kind: fc.constantFrom('news', 'registry', 'other'),
        reliability: maybe(fc.constantFrom('A', 'F')),
        accessed: maybe(dated),
        archived: maybe(fc.constant('https://archive.example/x')),
        language: maybe(fc.constantFrom('en', 'zh-Hans')),
        file: maybe(
          fc.record({ name: hostile, mediaType: fc.constant('application/pdf'), bytes: fc.nat(), sha256: fc.constant('0a'.repeat(32)) }),
        ),
      }),
      { selector: (s) => s.id, minLength: 1, maxLength: 3 },
    ),
    derived: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 3 }),
    entities: fc.uniqueArray(
      fc.record({
        id: hostile,
        type: fc.constantFrom('person', 'company', 'jointVenture', 'place'),
        name: told,
        shortName: maybe(hostile.filter((t) => t.length <= 40)),
        aliases: maybe(fc.uniqueArray(hostile, { minLength: 1, maxLength: 3 })),
        jurisdiction: maybe(fc.constantFrom('KP', 'US-DE', 'SU')),
        start: maybe(dated),
        end: maybe(fc.oneof(dated, fc.constant('..'))),
        identifiers: maybe(fc.array(fc.record({ scheme: hostile, value: hostile }), { minLength: 1, maxLength: 2 })),
        summary: maybe(hostile),
        properties: maybe(properties),
      }),
      { selector: (e) => e.id, minLength: 2, maxLength: 4 },
    ),
    ties: fc.uniqueArray(
      fc.record({
        id: hostile,
        type: fc.constantFrom('owns', 'directs', 'linkedTo', 'connectedWith', 'supplies', 'employs'),
        from: fc.nat(),
        to: fc.nat(),
        label: maybe(told),
        role: maybe(hostile),
        start: maybe(dated),
        end: maybe(dated),
        share: maybe(fc.oneof(percent, bounds)),
        indirect: maybe(fc.constant(true)),
        amount: maybe(
          fc.record({
            value: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
            currency: fc.constantFrom('EUR', 'USD'), ceiling: maybe(fc.constant(true)),
          }),
        ),
        properties: maybe(properties),
      }),
      { selector: (r) => r.id, maxLength: 4 },
    ),
    claims: fc.array(
      fc.record({
        about: fc.nat(), source: fc.nat(), stance: fc.constantFrom('asserts', 'alleges', 'denies', 'questions'), statement: maybe(hostile),
        locator: maybe(hostile), made: maybe(dated), credibility: maybe(fc.integer({ min: 1, max: 6 })), quote: maybe(hostile),
        checked: maybe(fc.record({ by: hostile, on: dated })),
      }),
      { maxLength: 4 },
    ),
    notes: fc.uniqueArray(
      fc.record({
        id: hostile, text: hostile, at: fc.constantFrom('entity', 'relationship', 'place', 'nothing'), about: fc.nat(), by: maybe(hostile),
        made: maybe(fc.constant('2026-11-27')),
      }),
      { selector: (n) => n.id, maxLength: 2 },
    ),
  })
  .map(({ sources: listed, derived, entities, ties, claims, notes }): Dataset => {
    const sourceAt = (n: number) => listed[n % listed.length]!.id;
    const sources = listed.map((s) => {
      const from = [...new Set(derived.filter(([of]) => sourceAt(of) === s.id).map(([, origin]) => sourceAt(origin)))];
      return from.length === 0 ? s : { ...s, derivedFrom: from };
    });
    const relationships = ties.map((r) => ({
      ...r, from: entities[r.from % entities.length]!.id, to: entities[r.to % entities.length]!.id, claims: [] as unknown[],
    }));
    const named = entities.map(({ aliases, ...e }) => ({
      ...e, aliases: aliases?.filter((alias) => alias !== e.name), claims: [] as unknown[],
    }));
    const records = [...named, ...relationships];
    for (const { about, source, ...claim } of claims)
      records[about % records.length]!.claims.push({ source: sources[source % sources.length]!.id, ...claim });
    const at = ({ at: of, about }: { at: string; about: number }) =>
      of === 'entity'
        ? { entity: entities[about % entities.length]!.id }
        : of === 'relationship' && ties.length > 0
          ? { relationship: ties[about % ties.length]!.id }
          : of === 'place'
            ? { place: { x: about % 1000, y: -0.5 } }
            : {};
    const written = notes.map(({ id, text, by, made, ...of }) => ({ id, text, by, made, ...at(of) }));
    const whole = {
      ...full, sources,
      entities: named.map(({ aliases, claims: said, ...e }) => ({
        ...e, ...(aliases?.length ? { aliases } : {}), ...(said.length ? { claims: said } : {}),
      })),
      relationships, ...(written.length > 0 ? { notes: written } : {}),
    };
    return without(whole) as unknown as Dataset;
  });

describe.each(both)('any dataset written as %s', (format) => {
  test('comes back whole, whatever its texts', async () => {
    await fc.assert(
      fc.asyncProperty(datasets, async (dataset) => {
        const { bytes, issues } = await write(dataset, format);
        expect(issues).toEqual([]);
        const reading = await readFile(bytes, { name: 'full.x' });
        expect(reading.dataset).toEqual(dataset);
        expect(reading.report.issues).toEqual([]);
      }),
      { numRuns: Math.min(FUZZ_RUNS, 300) },
    );
  });

  test('opens by what it is, before anybody guesses: a name with a per cent sign is a name', async () => {
    const { bytes } = await write(
      {
        ...full, sources: [],
        entities: [
          { id: '1', type: 'company', name: '100% Energy' }, { id: '2', type: 'company', name: '50% Steel' },
        ],
        relationships: [{ id: 'r', type: 'owns', from: '1', to: '2', share: 0.5, claims: [] }],
      },
      format,
    );
    const { dataset } = await readFile(bytes, { name: 'full.x' });
    expect(dataset!.relationships).toMatchObject([{ from: '1', to: '2', share: 0.5 }]);
  });
});

describe('an edge list of others', () => {
  test('may name what has a per cent sign', async () => {
    const { dataset } = await readFile(new TextEncoder().encode('from,to,share\n100% Energy,Birch,50%\nBirch,75 %,20%\n'), {
      name: 'x.csv',
    });
    expect(dataset!.relationships.map((r) => [r.from, r.to, r.share])).toEqual([['100-energy', 'birch', 50], ['birch', '75', 20]]);
  });
});

describe('no text is a formula', () => {
  test('in CSV an apostrophe stands before what could be one, and goes when it is read', () => {
    for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\n=x', '＝1+1', '＋1', '－1', '＠x', "'=x", "''-x", "'＝x"]) {
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
    expect(table.split('\r\n')[1]).toBe(
      `oak,owns,oak,"Oak, ""the"" Tree\nof Quay",OAK,"Oak, ""the"" Tree\n`
      + `of Quay",owns by word of mouth,'=role,2008-12-15,2010,25-50,yes,,,,x`,
    );
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
    const long = {
      ...full, relationships: [], sources: [], entities: [{ id: 'a', type: 'asset' as const, name: 'A', summary: 'x'.repeat(40_000) }],
    };
    const { bytes, issues } = await write(long, 'xlsx');
    expect(issues).toMatchObject([{ code: 'long-text', at: 'a', value: '1' }]);
    expect((await readFile(bytes)).dataset!.entities[0]!.summary).toHaveLength(32_767);
    expect((await write(long, 'csv-zip')).issues).toEqual([]);
  });
});

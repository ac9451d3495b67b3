import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../model';
import { formats, readFile } from '.';
import { FUZZ_RUNS, unexplained, withWordReplaced } from './testing/mutations';

/** The golden files that are text and of a format that is read: what may come to any of them is tried on each. */
const FILES = [
  'bods', 'cx2', 'cyjs', 'ftm', 'gexf', 'gleif', 'gml', 'graphml', 'kumu', 'littlesis', 'nodelink', 'pajek', 'table', 'throughline',
].flatMap((format) =>
  readdirSync(join(import.meta.dirname, format, 'golden'))
    .filter((name) => !['.zip', '.xlsx', '.png', '.html', '.svg'].includes(extname(name)))
    .map((name) => ({
      format: name.endsWith('.case.json') ? 'throughline-case' : name.endsWith('.throughline.jsonl') ? 'throughline-lines' : format, name,
      text: readFileSync(join(import.meta.dirname, format, 'golden', name), 'utf8'),
    })),
);
FILES.push({
  format: 'icij', name: 'nodes-entities.csv',
  text: 'node_id,name,countries,incorporation_date,sourceID\n1,Oak Trading,Malta,2003-02-11,Panama Papers\n2,Ash Holding,Malta,2004-05-06,'
    + 'Panama Papers\n',
});

const read = (format: string, name: string, bytes: Uint8Array | string) =>
  readFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { format, name });

/** A text as it stands inside a string of the file. */
function escapedFor(file: string, text: string): string {
  if (file.startsWith('{') || file.startsWith('[')) return JSON.stringify(text).slice(1, -1);
  return file.startsWith('<') || file.startsWith('\ufeff<') ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}

/** A name that the file says, and that is no word of its format; files of relationships alone have none. */
function nameIn(text: string, { entities }: Dataset): string | undefined {
  return entities
    .map((e) => e.name)
    .find((name) => /^\p{Lu}.*[ \p{L}]{4}/u.test(name) && !entities.some((e) => e.id === name) && text.includes(escapedFor(text, name)));
}

/** An id of the file that stands in it as a word of its own, more often than once, and is no name. */
function idIn(text: string, { entities }: Dataset): string | undefined {
  return entities
    .map((e) => e.id)
    .filter((id) => /^[\w-]{2,}$/.test(id) && /[a-z]/i.test(id) && !entities.some((e) => e.name === id))
    .find((id) => [...text.matchAll(new RegExp(wordOf(id), 'g'))].length > 1);
}

const sizeOf = ({ entities, relationships }: Dataset) => [entities.length, relationships.length];

/** Where blanks are no text (between tags, in labels of Pajek), or a name of an earlier statement stands in. */
const BLANK_IS_NONE: ReadonlySet<string> = new Set(['bods', 'graphml', 'pajek']);

/** A word as it stands alone. */
function wordOf(id: string): string {
  return `(?<![\\w-])${id}(?![\\w-])`;
}

describe.each(FILES)('$format: $name', ({ format, name, text }) => {
  test('in UTF-16 of either order is what it is in UTF-8', async () => {
    const { dataset } = await read(format, name, text);
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [Uint8Array.from(little), Uint8Array.from(Buffer.from(little).swap16())]) {
      const found = await read(format, name, bytes);
      expect(found.dataset?.entities).toEqual(dataset!.entities);
      expect(found.dataset?.relationships).toEqual(dataset!.relationships);
    }
  });

  test('broken off anywhere is read as far as it goes, or refused with the reason', async () => {
    for (let part = 0; part < 12; part += 1)
      expect(unexplained(await read(format, name, text.slice(0, Math.floor((text.length * part) / 12))))).toEqual([]);
  });

  test('that opens and never closes is no crash', async () => {
    const half = text.slice(0, text.length / 2);
    for (const bomb of ['[', '{"a":', '<a>', '(', '"', '{', 'graph [ '])
      expect(unexplained(await read(format, name, half + bomb.repeat(100_000)))).toEqual([]);
  });

  test('with a line that is many megabytes long is no crash', { timeout: 180_000 }, async () => {
    const line = 'x'.repeat((FUZZ_RUNS > 1000 ? 100 : 8) * 1024 * 1024);
    const middle = text.indexOf(' ', text.length / 2);
    expect(unexplained(await read(format, name, text.slice(0, middle) + line + text.slice(middle)))).toEqual([]);
  });

  test.each(['__proto__', 'constructor', '<script>alert(1)</script>', '=SUM(A1)', '@SUM(1)', '＝SUM(A1)', '𝔒𝔞𝔨 𠮷野'])(
    'keeps a name that reads %s as text',
    async (hostile) => {
      const victim = nameIn(text, (await read(format, name, text)).dataset!);
      if (victim === undefined) return;
      const found = await read(format, name, text.replaceAll(escapedFor(text, victim), escapedFor(text, hostile)));
      expect(unexplained(found)).toEqual([]);
      expect(found.dataset!.entities.map((e) => e.name)).toContain(hostile);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test('whatever word its names and ids become, there is a report', { timeout: 180_000 }, async () => {
    const { dataset } = await read(format, name, text);
    const { entities, relationships } = dataset!;
    const told = [...entities.map((e) => e.name), ...[...entities, ...relationships].map((r) => r.id)];
    const words = told.filter((word) => word.length > 2 && text.includes(word));
    if (words.length === 0) return;
    await fc.assert(
      fc.asyncProperty(withWordReplaced(words, new TextEncoder().encode(text)), async (bytes) => {
        expect(unexplained(await read(format, name, bytes))).toEqual([]);
      }),
      { numRuns: Math.ceil(FUZZ_RUNS / 5) },
    );
  });

  test.each([
    ['Oak\u202egnidarT', 'unseen-characters'], ['\u2066Oak', 'unseen-characters'],
    ['\u200b\u3164', 'invisible-name'], ['\u2800', 'invisible-name'],
  ])('with the name %j shows nothing that turns or cannot be seen, and says so', async (hostile, code) => {
    const victim = nameIn(text, (await read(format, name, text)).dataset!);
    if (victim === undefined) return;
    const found = await read(format, name, text.replaceAll(escapedFor(text, victim), escapedFor(text, hostile)));
    expect(unexplained(found)).toEqual([]);
    for (const entity of found.dataset!.entities) {
      expect(entity.name).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(entity.name).toMatch(/[\p{L}\p{N}]/u);
    }
    // A field that may be a name, and is none for having no letter, stays a property.
    const kept = JSON.stringify(found.dataset!.entities.map((e) => e.properties)).includes(JSON.stringify(hostile));
    expect(kept || found.report.issues.some((issue) => issue.code === code), 'it is told, or kept').toBe(true);
  });

  test('with a name of blanks alone says that nothing of it is seen', async () => {
    const victim = nameIn(text, (await read(format, name, text)).dataset!);
    if (victim === undefined) return;
    const found = await read(format, name, text.replaceAll(escapedFor(text, victim), '   '));
    expect(unexplained(found)).toEqual([]);
    const told = found.report.issues.some(({ code }) => ['invisible-name', 'no-name', 'not-a-record'].includes(code));
    expect(told || BLANK_IS_NONE.has(format), 'it is told').toBe(true);
    expect(found.dataset!.entities.map((e) => e.name).filter((name) => name.trim() === '')).toEqual([]);
    expect(JSON.stringify(found.dataset!.entities.map((e) => e.properties))).not.toContain('"   "');
  });

  test.each(['__proto__', 'constructor', 'toString'])('with the id %s has as many records as before', async (hostile) => {
    const before = (await read(format, name, text)).dataset!;
    const victim = idIn(text, before);
    if (victim === undefined) return;
    const found = await read(format, name, text.replaceAll(new RegExp(wordOf(victim), 'g'), hostile));
    expect(unexplained(found)).toEqual([]);
    // A field of that name is refused in words.
    if (!found.dataset) expect(found.report.issues).toContainEqual(expect.objectContaining({ code: 'forbidden-field', severity: 'error' }));
    else expect(sizeOf(found.dataset)).toEqual(sizeOf(before));
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each(['javascript:alert(1)', 'see the report'])('with the address %s keeps or tells it, and has it as none', async (hostile) => {
    const addresses = /https?:\/\/[^\s"'<>|;,&\\\])}]+/g;
    const before = await read(format, name, text);
    if (!before.dataset!.sources.some(({ url }) => url !== undefined && text.includes(url))) return;
    const urls = new Set(before.dataset!.sources.map(({ url }) => url));
    const changed = text.replaceAll(addresses, (url) => (urls.has(url) ? hostile : url));
    if (changed === text) return;
    const found = await read(format, name, changed);
    expect(unexplained(found)).toEqual([]);
    const kept = (found.dataset?.sources ?? []).flatMap(({ url, archived }) => [url ?? [], archived ?? []].flat());
    for (const address of kept) expect(address).toMatch(/^https?:/);
    expect(JSON.stringify([found.dataset, found.report]).includes(hostile), `${hostile} is kept or told`).toBe(true);
  });

  test('with half a character in a name has whole ones only', async () => {
    const victim = nameIn(text, (await read(format, name, text)).dataset!);
    if (victim === undefined) return;
    const half = /^\ufeff?[[{]/.test(text) ? 'Oak \\ud800 Ash' : /^\ufeff?</.test(text) ? 'Oak &#xD800; Ash' : 'Oak \u0001 Ash';
    const bytes = new TextEncoder().encode(text.replaceAll(escapedFor(text, victim), half)).map((byte) => (byte === 1 ? 0xed : byte));
    const found = await read(format, name, bytes);
    expect(unexplained(found)).toEqual([]);
    expect(JSON.stringify([found.dataset, found.report])).not.toMatch(/(?<!\\)\\ud[89a-f]/);
  });

  test('with dates that do not exist keeps or reports them, and dates nothing by them', async () => {
    if (!/\d{4}-\d{2}-\d{2}/.test(text)) return;
    const found = await read(format, name, text.replaceAll(/\d{4}-\d{2}-\d{2}/g, '2003-02-30'));
    expect(unexplained(found)).toEqual([]);
    expect(JSON.stringify([found.dataset, found.report])).toContain('2003-02-30');
    for (const { start, end } of [...(found.dataset?.entities ?? []), ...(found.dataset?.relationships ?? [])])
      expect([start, end]).not.toContain('2003-02-30');
  });
});

describe('a zip', () => {
  const golden = (format: string, name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, format, 'golden', name)));
  const nodes = new TextEncoder().encode(FILES.find(({ format }) => format === 'icij')!.text);
  const zips: readonly [string, string, Uint8Array][] = [
    ['bods', 'statements.json', golden('bods', 'harbour-0.4.json')],
    ['gleif', 'lei.xml', golden('gleif', 'lei.xml')],
    ['icij', 'nodes-entities.csv', nodes],
    ['csv-zip', 'edges.csv', golden('table', 'edges.csv')],
  ];

  test.each(zips)('of %s whose paths lead out of it is read without them, or as if they led nowhere', async (format, name, bytes) => {
    // A zip of such a name cannot be made with the library: the name is put in afterwards, of the same length.
    const zip = (files: Zippable) =>
      readFile(
        Uint8Array.from(Buffer.from(Buffer.from(zipSync(files)).toString('latin1').replaceAll('_-proto-_', '__proto__'), 'latin1')),
        { format, name: 'hostile.zip' },
      );
    const plain = await zip({ [name]: bytes });
    expect(plain.dataset?.entities.length).toBeGreaterThan(1);
    for (const path of ['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini', '_-proto-_', `${'a/'.repeat(2000)}b`]) {
      const found = await zip({ [name]: bytes, [path]: new TextEncoder().encode('root:x:0:0') });
      expect(unexplained(found)).toEqual([]);
      expect(found.dataset?.entities).toEqual(plain.dataset!.entities);
      expect(({} as { root?: unknown }).root).toBeUndefined();
    }
  });

  test.each(zips)(
    'of %s that is cut short, or holds what unpacks to a hundred times its size, is no crash',
    async (format, name, bytes) => {
      const zip = zipSync({ [name]: bytes, 'more.csv': new Uint8Array(8 * 1024 * 1024).fill(0x20) });
      for (const share of [0, 0.3, 0.6, 0.9, 0.99, 1])
        expect(unexplained(await readFile(zip.subarray(0, Math.floor(zip.length * share)), { format, name: 'hostile.zip' }))).toEqual([]);
    },
  );
});

test('every format that is read as text is among them, with names that were replaced', async () => {
  const named = new Set<string>();
  for (const { format, name, text } of FILES) if (nameIn(text, (await read(format, name, text)).dataset!) !== undefined) named.add(format);
  const ours = ['throughline-case-zip', 'throughline-png', 'throughline-svg', 'throughline-html', 'throughline-packed'];
  const binary = new Set(['csv-zip', 'xlsx', ...ours]);
  const readable = formats.filter(({ id, writeOnly }) => !writeOnly && !binary.has(id)).map(({ id }) => id);
  expect([...new Set(FILES.map(({ format }) => format))].sort()).toEqual(readable.sort());
  expect(readable.filter((id) => !named.has(id))).toEqual([]);
});

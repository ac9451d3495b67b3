import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../model';
import { formats, guessFormat } from './registry';

const goldens = readdirSync(import.meta.dirname)
  .map((folder) => ({ folder, path: join(import.meta.dirname, folder, 'golden') }))
  .filter(({ path }) => existsSync(path))
  .flatMap(({ folder, path }) => readdirSync(path).map((name): [string, string] => [folder, name]));

const bytesOf = (folder: string, name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, folder, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);

/** The ids that files of a folder may be guessed as: the folder's name, for what Throughline writes with the carrier behind it. */
function expected(folder: string, name: string): string {
  if (name.endsWith('.case.json')) return 'throughline-case';
  if (name.endsWith('.throughline.jsonl')) return 'throughline-lines';
  const carrier = extname(name).slice(1);
  return folder === 'throughline' && carrier !== 'json' ? `throughline-${carrier}` : folder;
}

/** Folders that are a format each. */
const ONE_FORMAT = new Set(formats.map((format) => format.id));
const known = goldens.filter(([folder, name]) => ONE_FORMAT.has(expected(folder, name)));

/** Scripts and diagrams, which nothing here reads; and tables, which are read alike in a zip or a workbook. */
const WRITTEN_ONLY: ReadonlySet<string> = new Set(['cypher', 'dot', 'mermaid']);
const READ_AS: Readonly<Record<string, string>> = { 'csv-zip': 'table', xlsx: 'table' };

describe('every golden file is known by its content alone', () => {
  test.each(known)('%s/%s', (folder, name) => {
    if (name === 'plain.png') return expect(guessFormat(bytesOf(folder, name))?.id).toBe('throughline-png');
    return expect(guessFormat(bytesOf(folder, name))?.id).toBe(expected(folder, name));
  });

  test.each(known.filter(([, name]) => /\.(json|cyjs|cx2?|vis)$/.test(name) && !name.endsWith('.ftm.json')))(
    'and however its JSON is laid out and encoded: %s/%s',
    (folder, name) => {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytesOf(folder, name)));
      const guesses = [JSON.stringify(value), JSON.stringify(value, null, 4), `\ufeff${JSON.stringify(value)}`].map(
        (text) => guessFormat(encode(text))?.id,
      );
      expect(new Set([...guesses, guessFormat(new Uint8Array(Buffer.from(`\ufeff${JSON.stringify(value)}`, 'utf16le')))?.id])).toEqual(
        new Set([expected(folder, name)]),
      );
    },
  );
});

test('what every format that reads writes of the founding case is known as its own', async () => {
  const founding = JSON.parse(readFileSync(join(import.meta.dirname, '../../graph-data/north-korea-telecom.json'), 'utf8')) as Dataset;
  for (const format of formats) {
    if (format.write === undefined) continue;
    const { bytes } = await format.write(founding);
    const guess = guessFormat(bytes)?.id;
    if (!WRITTEN_ONLY.has(format.id)) expect([format.id, guess]).toEqual([format.id, READ_AS[format.id] ?? format.id]);
  }
});

describe('one format is not taken for another by what it cites', () => {
  const page = 'https://littlesis.org/person/1-Olga_Oak';
  test.each([
    ['ftm', { id: 'oak', schema: 'Person', properties: { name: ['Oak'], sourceUrl: [page] } }],
    ['bods', [{ statementId: 's1', recordId: 'oak', recordType: 'person', recordDetails: {}, source: { url: page } }]],
    [
      'throughline',
      {
        format: 'throughline/1', id: 'x', title: 'X', sources: [{ id: 's', title: 'S', publisher: 'P', url: page, kind: 'other' }],
        entities: [], relationships: [],
      },
    ],
    [
      'throughline',
      {
        id: 'x', title: 'X', sources: [{ id: 's', title: 'S', publisher: 'P', url: page, kind: 'other' }], entities: [], relationships: [],
      },
    ],
    ['cyjs', [{ data: { id: 'oak', name: 'Oak', url: page, type: 'person' } }]],
    ['cx2', [{ CXVersion: '2.0', hasFragments: false }, { nodes: [{ id: 1, v: { name: 'Oak', url: page, data: { x: 1 } } }] }]],
    ['kumu', { elements: [{ label: 'Oak', url: page }], connections: [] }],
    ['littlesis', [{ id: 1, name: 'Oak', url: page }]],
    ['littlesis', { nodes: {}, edges: {}, captions: {} }],
  ])('%s', (id, value) => {
    expect(guessFormat(encode(JSON.stringify(value)))?.id).toBe(id);
    expect(guessFormat(encode(JSON.stringify(value, null, 2)))?.id).toBe(id);
  });
});

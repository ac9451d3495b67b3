import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile, type ReadLimits, type Reading } from '.';

const JSON_HEAD = '{"format":"throughline/1","id":"a","title":"A","sources":[],"relationships":[]';
const MIB = 1024 * 1024;

function workbookOf(sharedTexts: number): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync(join(import.meta.dirname, 'table/golden/quays.xlsx'))));
  return zipSync({
    ...parts,
    'xl/sharedStrings.xml': strToU8(
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${'<si><t>a</t></si>'.repeat(sharedTexts)}</sst>`,
    ),
  });
}

const graphml = (inside: string) =>
  `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">${inside}<graph edgedefault="directed"><node id="b"/>`
  + `<node id="c"/><edge source="b" target="c"/></graph></graphml>`;
/** A list of ties of five columns. */
const cells = (rows: number) =>
  `owner,owned,share,note,more\n${Array.from({ length: rows }, (_, i) => `Oak ${i},Ash ${i},50,x,y\n`).join('')}`;
const readGolden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, name)));
const attributes = (count: number) => Array.from({ length: count }, (_, i) => ` a${i}="1"`).join('');
const ftm = (count: number) =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ id: `e${i}`, schema: 'Company', properties: { name: [`Oak ${i}`] } })).join(
    '\n',
  );

/**
 * What a byte of makes more than a byte's work: how it is read, and what says so.
 * Each is small, with limits that are as small, or as it was found.
 */
const HEAVY: readonly (readonly [string, () => string | Uint8Array, string, Partial<ReadLimits>])[] = [
  [
    'a zip of 0.5 MB with 500 MB of zero bytes', () => zipSync({ 'edges.csv': new Uint8Array(500 * MIB) }), 'warning packed-too-tightly',
    {},
  ],
  ['a workbook of a hundred thousand shared texts', () => workbookOf(100_000), 'error too-much', { tags: 100_000, packedTimes: 2000 }],
  ['a list of a million nulls', () => `${JSON_HEAD},"entities":[${'null,'.repeat(MIB)}null]}`, 'error too-many-faults', {}],
  ['a list of a million empty lists', () => `${JSON_HEAD},"entities":[${'[],'.repeat(MIB)}[]]}`, 'error too-much', { json: 16 * MIB }],
  [
    'a hundred thousand times the same key', () => `{${'"a":1,'.repeat(100_000)}"format":"throughline/1"}`, 'error too-many-fields',
    { fields: 50_000 },
  ],
  ['a million times the same key', () => `{${'"a":1,'.repeat(MIB - 10)}"format":"throughline/1"}`, 'error too-many-fields', {}],
  ['a comment of XML of 20 MB', () => graphml(`<!--${'x'.repeat(20 * MIB)}-->`), 'error too-long', {}],
  ['a tag that never ends', () => `${graphml('').slice(0, -10)}<node id="${'x'.repeat(20 * MIB)}`, 'error too-long', {}],
  ['an element of a hundred thousand attributes', () => graphml(`<x${attributes(100_000)}/>`), 'error too-many-fields', {}],
  ['a table of more cells than are read', () => cells(200), 'error too-much', { cells: 1000 }],
  ['a workbook of more cells than are read', () => readGolden('table/golden/quays.xlsx'), 'error too-much', { cells: 8 }],
  [
    'a zip of tables of more cells than are read together', () => zipSync({ 'a.csv': strToU8(cells(120)), 'b.csv': strToU8(cells(120)) }),
    'error too-much', { cells: 1000 },
  ],
  ['statements of more cells than are read', () => readGolden('ftm/golden/statements.csv'), 'error too-much', { streamedCells: 10 }],
  ['more records than memory holds', () => ftm(20_000), 'error too-much', { held: 4 * MIB }],
];

/** Those of which more than the beginning is read before they are refused. */
const LONG = /500 MB|shared texts|million nulls|comment|never ends|memory/;

const codes = ({ report }: Reading) => report.issues.map((issue) => `${issue.severity} ${issue.code}`);
const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

describe('a file that costs more than its bytes', () => {
  test.each(HEAVY)('%s: the limit is named, and others get their turn', { timeout: 180_000 }, async (file, make, code, limits) => {
    const bytes = bytesOf(make());
    const turns = turnsOfOthers();
    const reading = await readFile(bytes, { limits });
    expect(codes(reading)).toContain(code);
    const issue = reading.report.issues.find((i) => code.endsWith(` ${i.code}`))!;
    expect(`${issue.message} ${issue.value}`).toMatch(/\d/);
    expect(issue.hint).not.toBe('');
    // What is refused at once need not give way before.
    expect(turns.end()).toBeGreaterThanOrEqual(LONG.test(file) ? 1 : 0);
  });

  test('150 MB of blanks are passed over, in front of a dataset and inside it', { timeout: 180_000 }, async () => {
    const blanks = ' '.repeat(20 * MIB);
    const { dataset } = await readFile(
      bytesOf(`${blanks}${JSON_HEAD},${blanks}"entities":[{"id":"a","type":"company","name":"A"}]${blanks}}`),
    );
    expect(dataset!.entities).toHaveLength(1);
  });
});

describe('what is out of all reason in a file of another tool', () => {
  const cyjs = (nodes: object[]) =>
    bytesOf(JSON.stringify({ elements: { nodes, edges: [{ data: { id: 'e', source: 'n0', target: 'n1' } }] } }));
  const node = (i: number, x: number, name = `Oak ${i}`) => ({ data: { id: `n${i}`, name }, position: { x, y: i * 10 } });

  test('one far node is brought in, and said with its path', async () => {
    const { perspectives, report } = await readFile(cyjs([...Array.from({ length: 20 }, (_, i) => node(i, i * 100)), node(20, 1e12)]));
    const positions = Object.values(perspectives![0]!.positions);
    expect(Math.max(...positions.map(({ x }) => x))).toBeLessThan(100_000);
    expect(positions[3]).toEqual({ x: 300, y: 30 });
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'far-position', at: 'views.as-in-the-file.positions.n20', value: 'x 1000000000000, y 200' }),
    );
  });

  test('a name of 100 000 characters is cut, one that turns the text around it may not, and one that is not seen is its id', async () => {
    const { dataset, report } = await readFile(
      cyjs([node(0, 0, 'x'.repeat(100_000)), node(1, 9, 'Oak\u202egnidarT'), node(2, 99, '\u3164\u200b')]),
    );
    expect(dataset!.entities.map((e) => e.name.slice(-10))).toEqual([`${'x'.repeat(9)}…`, 'akgnidarT'.padStart(10, 'O').slice(-10), 'n2']);
    expect(report.issues.map((issue) => issue.code)).toEqual(expect.arrayContaining(['long-name', 'unseen-characters', 'invisible-name']));
  });
});

/** Counts the turns that others have. */
function turnsOfOthers(): { end(): number } {
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  return { end: () => (clearInterval(timer), turns) };
}

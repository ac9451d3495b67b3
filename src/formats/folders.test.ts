import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFolder, type NamedFile } from '.';

const file = (name: string, content: string | Uint8Array): NamedFile => ({
  name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const golden = (format: string, name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, format, 'golden', name)));

const SCAN = file('scan.pdf', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3));
const GRAPH = file('drawn.gml', golden('gml', 'harbour.gml'));
const SYSTEM = [file('.DS_Store', Uint8Array.of(0, 0, 0, 1)), file('Thumbs.db', Uint8Array.of(0xd0, 0xcf))];
const FOLDERS: readonly [string, readonly NamedFile[]][] = [
  ['gleif', [file('lei.xml', golden('gleif', 'lei.xml'))]],
  [
    'icij',
    [
      file('nodes-entities.csv', 'node_id,name,countries,incorporation_date,sourceID\n1,Oak Trading,Malta,2003-02-11,Panama Papers\n'),
      file('relationships.csv', 'node_id_start,node_id_end,rel_type\n1,2,officer_of\n'),
    ],
  ],
  ['table', [file('owners.csv', 'owner,owned,share\nOak Ltd,Ash Ltd,50\n'), file('more.csv', 'owner,owned,share\nElm Ltd,Ash Ltd,50\n')]],
];

describe.each(FOLDERS)('a folder of %s', (format, files) => {
  test('with files of other formats is read without them, and each of them is named', async () => {
    const plain = await readFolder(files);
    const mixed = await readFolder([SCAN, ...files, ...SYSTEM, GRAPH]);
    expect(mixed.format).toBe(format);
    expect(mixed.dataset?.entities).toEqual(plain.dataset!.entities);
    expect(mixed.dataset?.relationships).toEqual(plain.dataset!.relationships);
    const told = mixed.report.issues.filter(({ code }) => code === 'file-left-out' || code === 'not-a-table').map(({ at }) => at);
    expect(told.filter((name) => name === 'scan.pdf' || name === 'drawn.gml').sort()).toEqual(['drawn.gml', 'scan.pdf']);
    if (format !== 'table') expect(told).toHaveLength(2);
  });
});

test('a folder of none is refused with what each file is', async () => {
  const { dataset, report } = await readFolder([SCAN, GRAPH]);
  expect(dataset).toBeUndefined();
  expect(report.issues).toMatchObject([{
    severity: 'error', message: expect.stringMatching(/scan\.pdf: of no format that is read here; drawn\.gml: .*GML/),
    hint: expect.stringContaining('one by one'),
  }]);
});

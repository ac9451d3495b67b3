import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../model';
import { guessFormat, readFile } from '..';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';

const GOLDEN = ['networkx.json', 'd3.json', 'graphology.json', 'apoc.jsonl'];
const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const ties = ({ dataset }: Awaited<ReturnType<typeof readFile>>) =>
  dataset!.relationships.map((r) => `${r.from} ${r.label ?? r.type} ${r.to}`);

test.each(GOLDEN)('%s is known by its content and gives a sound dataset', async (name) => {
  const { format, dataset } = await readFile(golden(name));
  expect(format).toBe('nodelink');
  expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
});

describe('node-link of NetworkX', async () => {
  const reading = await readFile(golden('networkx.json'));
  const { dataset, report, perspectives } = reading;

  test('has its nodes with their attributes, and what the graph says of itself', () => {
    expect(dataset).toMatchObject({
      title: 'Who runs the harbour',
      entities: [
        { id: 'Oak Shipping Ltd', type: 'company', jurisdiction: 'CY' },
        { id: 'Olga Oak', type: 'person', properties: { born: 1961 } },
        { name: 'Harbour Club' },
      ],
    });
    expect(report.notExpressed).toEqual({ '“year” of the graph': 1 });
    expect(perspectives).toMatchObject([{ positions: { 'Olga Oak': { x: 10, y: 20 } } }]);
  });

  test('has parallel edges with their verbs, shares and dates', () => {
    expect(ties(reading)).toEqual([
      'Olga Oak owns Oak Shipping Ltd',
      'Olga Oak directs Oak Shipping Ltd',
      'Oak Shipping Ltd moors beside Harbour Club',
    ]);
    expect(dataset!.relationships[0]).toMatchObject({ share: 75, start: '2008-01' });
    expect(dataset!.relationships.map((r) => r.properties?.key)).toEqual([undefined, undefined, 'berth']);
  });
});

describe('adjacency of NetworkX', () => {
  const file = (directed: boolean) =>
    encode({
      directed,
      multigraph: false,
      graph: [],
      nodes: [{ id: 1 }, { id: 2 }, { id: 3 }],
      adjacency: [[{ relation: 'owns', id: 2 }, { id: 3 }], [{ relation: 'owns', id: 1 }], [{ id: 1 }]],
    });

  test('is an edge for each neighbour, where edges have a direction', async () => {
    expect(ties(await readFile(file(true)))).toEqual(['1 owns 2', '1 linkedTo 3', '2 owns 1', '3 linkedTo 1']);
  });

  test('is one edge for each two, where they have none', async () => {
    expect(ties(await readFile(file(false)))).toEqual(['1 owns 2', '1 connectedWith 3']);
  });
});

describe('node-link of D3', async () => {
  const reading = await readFile(golden('d3.json'));

  test('names ends by their places or by the nodes themselves', () => {
    expect(ties(reading)).toEqual(['Elm Trading connectedWith Fir Holding', 'Fir Holding owns Pine Quay']);
    expect(reading.dataset!.relationships[0]!.properties).toEqual({ value: 3 });
  });

  test('is drawn where it was, without what the simulation needs', () => {
    expect(reading.perspectives).toMatchObject([{ positions: { 'Elm Trading': { x: 1.5, y: 2 } } }]);
    expect(reading.dataset!.entities[0]!.properties).toEqual({ group: 1, typeUnknown: true });
  });

  test('with ids that are numbers has ends by these, and not by places', async () => {
    expect(
      ties(
        await readFile(
          encode({
            nodes: [
              { id: 2, name: 'A' },
              { id: 1, name: 'B' },
            ],
            links: [{ source: 1, target: 2 }],
          }),
        ),
      ),
    ).toEqual(['1 connectedWith 2']);
  });

  test('with links before the nodes is the same', async () => {
    const { nodes, links } = JSON.parse(new TextDecoder().decode(golden('d3.json'))) as { nodes: object[]; links: object[] };
    expect(ties(await readFile(encode({ links, nodes })))).toEqual(ties(reading));
  });
});

test('graphology has keys, attributes and a direction for each edge', async () => {
  const { dataset, perspectives } = await readFile(golden('graphology.json'));
  expect(dataset).toMatchObject({
    title: 'Berths',
    entities: [
      { id: 'ash', name: 'Ash & Sons', type: 'company' },
      { id: 'birch', type: 'person' },
    ],
  });
  expect(dataset!.relationships).toMatchObject([
    { id: 'e1', type: 'controls', from: 'birch' },
    { id: 'e2', type: 'connectedWith', properties: { weight: 2 } },
  ]);
  expect(dataset!.sources.map((s) => s.url)).toEqual(['https://news.example/berths', undefined]);
  expect(perspectives).toMatchObject([{ positions: { ash: { x: 1, y: -2 }, birch: { x: 3, y: 4 } } }]);
});

describe('JSON lines of APOC', async () => {
  const { dataset, report } = await readFile(golden('apoc.jsonl'));

  test('have labels as types and relationship types as verbs', () => {
    expect(dataset!.entities).toMatchObject([
      { name: 'Rosa Reed', type: 'person', properties: { labels: 'Person:Politician' } },
      { name: 'Reed Maritime', type: 'company', properties: { 'address.city': 'Quay Town' } },
    ]);
    expect(dataset!.relationships).toMatchObject([
      { id: '0', type: 'owns', from: '0', to: '1', share: 51, start: '2001' },
      { id: '1', type: 'linkedTo', label: 'painted the ships of' },
    ]);
  });

  test('a record of another shape is told, and the others are read', () => {
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain('not-an-element line 3');
    expect(report.notExpressed).toEqual({ 'records that are neither node nor edge': 1 });
  });

  test('are the same as a list, and as lists of nodes and rels', async () => {
    const records = new TextDecoder()
      .decode(golden('apoc.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type?: string });
    const list = await readFile(encode(records));
    const lists = await readFile(
      encode({ nodes: records.filter((r) => r.type === 'node'), rels: records.filter((r) => r.type === 'relationship') }),
    );
    for (const { format, dataset: same } of [list, lists]) {
      expect(format).toBe('nodelink');
      expect({ e: same!.entities, r: same!.relationships }).toEqual({ e: dataset!.entities, r: dataset!.relationships });
    }
  });
});

describe('a part that cannot be read is reported, and the rest is read', () => {
  const oak = '{"id":"oak","name":"Oak"}';
  test.each([
    ['a node that is none', `{"nodes":[${oak},\n7],"links":[]}`, 'not-an-element nodes[1] (line 2)'],
    ['an edge with one end', `{"nodes":[${oak}],\n"links":[{"source":"oak"}]}`, 'missing-end links[0] (line 2)'],
    ['an end that is not there', `{"nodes":[${oak}],\n"links":[{"source":"oak","target":"ash"}]}`, 'dangling-end links[0] (line 2)'],
    ['a place beyond the nodes', `{"nodes":[${oak}],\n"links":[{"source":0,"target":7}]}`, 'dangling-end links[0] (line 2)'],
    ['a node without an id', `{"nodes":[${oak},\n{"x":1}]}`, 'no-id nodes[1] (line 2)'],
    ['a prototype', `{"nodes":[${oak},\n{"id":"p","__proto__":{"x":1}}]}`, 'forbidden-field nodes[1] (line 2)'],
    ['a broken node', `{"nodes":[\n${oak},\n{"id":"a" "b"},\n{"id":"c"}],"links":[]}`, 'not-json line 3, column 11'],
    ['a list that breaks off', `{"nodes":[${oak},\n{"id":"a`, 'not-json line 2, column 7'],
    ['a field that breaks off', `{"nodes":[${oak}],"graph":{"x":`, 'cut-short “graph”'],
  ])('%s', async (_what, text, issue) => {
    const { dataset, report } = await readFile(encode(text), { format: 'nodelink' });
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain(issue);
    expect(dataset!.entities[0]!.name).toBe('Oak');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('whatever the bytes, there is a report', async () => {
    const files = GOLDEN.map(golden);
    await fc.assert(
      fc.asyncProperty(mutated(...files), async (bytes) => {
        expect(unexplained(await readFile(bytes, { format: 'nodelink' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
    const values = JSON.parse(new TextDecoder().decode(golden('networkx.json'))) as object;
    await fc.assert(
      fc.asyncProperty(withValueReplaced(values), async (bytes) => {
        expect(unexplained(await readFile(bytes, { format: 'nodelink' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('lines of JSON', () => {
  const apoc = (id: number) => `{"type":"node","id":"${id}","labels":["Person"],"properties":{"name":"P ${id}"}}`;
  const ftm = (id: number) => `{"id":"p${id}","schema":"Person","properties":{"name":["P ${id}"]}}`;
  const bods = '{"statementId":"s1","recordId":"oak","recordType":"person","recordDetails":{}}';

  test.each([
    ['nodelink', [apoc(1), apoc(2), ftm(3), apoc(4)]],
    ['ftm', [bods, ftm(1), ftm(2), ftm(3)]],
    ['bods', [bods, bods, ftm(1)]],
  ])('are of the format of most of them: %s', (id, lines) => {
    expect(guessFormat(encode(lines.join('\n')))?.id).toBe(id);
  });
});

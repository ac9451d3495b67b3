import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../model';
import { pajek } from '.';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, name = 'a.net') => pajek.read(typeof text === 'string' ? encode(text) : text, { name });

describe('a project of one network with two modes', async () => {
  const { dataset, report, perspectives } = await read(golden('harbour.paj'), 'harbour.paj');
  const entity = (id: string) => dataset!.entities.find((e) => e.id === id)!;
  const ties = dataset!.relationships;

  test('is known by its content, and read whole', () => {
    expect(pajek.guess(golden('harbour.paj'))).toBeGreaterThan(0.9);
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report).toMatchObject({ format: 'pajek', entities: 7, relationships: 6, claims: 6, sources: 1 });
    expect(dataset).toMatchObject({ title: 'Harbour boards', summary: expect.stringContaining('example.org') });
  });

  test('has labels in quotes, without them, with references, and none', () => {
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Ann "Annie" Oak', 'čedo Ash', 'Elm', 'Quay', 'Oak Ltd', 'Fir & Sons', 'v7']);
  });

  test('keeps the mode of each vertex, and guesses nothing from it', () => {
    expect(dataset!.entities.map((e) => e.properties?.mode)).toEqual([1, 1, 1, 1, 2, 2, 2]);
    expect(entity('4')).toMatchObject({ type: 'organization', properties: { Kinds: 'unclear', typeUnknown: true } });
  });

  test('knows what vertices are where the comments of a partition have words for it', () => {
    expect(entity('1')).toMatchObject({ type: 'person', properties: { type: 'woman', typeGuessedFrom: 'type' } });
    expect(entity('5')).toMatchObject({ type: 'company' });
  });

  test('puts vectors and clusters on vertices; one with as many values as the second mode is of the second mode', () => {
    expect(['5', '6', '7'].map((id) => entity(id).properties?.Turnover)).toEqual([1.5, 2000, 0]);
    expect(dataset!.entities.filter((e) => e.properties?.Watched === true).map((e) => e.id)).toEqual(['2', '5']);
  });

  test('has times that look like years as dates, other times as they are written', () => {
    expect(entity('2')).toMatchObject({ start: '1998', end: '2004' });
    expect(entity('4')).toMatchObject({ start: '1990', properties: { times: '1990,1995-*' } });
    expect(ties[0]).toMatchObject({ start: '1999', end: '2001' });
    expect(ties[1]).toMatchObject({ properties: { times: '1-5,7-*', value: 2, c: 'Blue' } });
    expect(ties[1]).not.toHaveProperty('start');
  });

  test('reads relations by their names, in the heading or before the line; undirected stays undirected', () => {
    expect(ties.map((r) => `${r.from} ${r.type} ${r.to}`)).toEqual([
      '1 directs 5', '1 directs 5', expect.stringMatching(/^2 \w+ 6$/), '1 family 2', '3 family 3', '4 owns 5',
    ]);
    expect(ties[2]!.properties).toMatchObject({ relation: 3, value: -1.5 });
  });

  test('is drawn where it says', () => {
    expect(perspectives).toMatchObject([{ positions: { 1: { x: 0.1, y: 0.2 }, 5: { x: 0.5, y: 0.6 } } }]);
    expect(entity('5').properties).toMatchObject({ z: 0.9 });
    expect(entity('1').properties).toMatchObject({ shape: 'ellipse', x_fact: 2, ic: 'Red' });
  });
});

describe('a project of several networks', async () => {
  const { dataset, report } = await read(golden('years.paj'), 'years.paj');

  test('networks under the same labels are between the same entities, others stand apart', () => {
    expect(dataset!.entities.map((e) => `${e.id} ${e.name}`)).toEqual(['1 Oak', '2 Ash', '3 Elm', 'others-1 Oak', 'others-2 Ash']);
    expect(dataset!.relationships.map((r) => `${r.from} ${r.to} ${String(r.properties?.network)}`)).toEqual([
      '1 2 Y1', '1 2 Y2', '2 3 Y2', 'others-1 others-2 Others',
    ]);
    expect(report.issues.map((i) => i.code)).toEqual(expect.arrayContaining(['networks-joined', 'networks-apart']));
    expect(report.notExpressed).toEqual({ 'places of vertices in later networks': 1 });
  });

  test('a partition is of the last network before it with as many vertices', () => {
    expect(dataset!.entities.map((e) => e.properties?.Age)).toEqual([5, 6, 7, undefined, undefined]);
  });

  test('two networks without labels are not taken for one', async () => {
    const { dataset: apart } = await read('*Network A\n*Vertices 2\n*Arcs\n1 2\n*Network B\n*Vertices 2\n*Arcs\n1 2\n');
    expect(apart!.entities.map((e) => e.id)).toEqual(['1', '2', 'b-1', 'b-2']);
  });
});

describe('lists and matrices', () => {
  test('lists have a line for each vertex behind the first, a matrix for each value but 0', async () => {
    const { dataset, report } = await read(golden('lists.net'), 'lists.net');
    expect(dataset!.relationships.slice(0, 4).map((r) => `${r.from} ${r.type} ${r.to}`)).toEqual([
      '1 supplies 2', '1 supplies 3', '1 supplies 4', '2 supplies 3',
    ]);
    expect(dataset!.relationships.slice(5).map((r) => `${r.from} ${r.to} ${String(r.properties?.value)}`)).toEqual([
      '1 2 1', '3 3 2', '5 1 0.5',
    ]);
    expect(dataset!.summary).toBe('A line that stands before everything');
    expect(report.entities).toBe(5);
  });

  test('the matrix of two modes leads from the first to the second, without direction', async () => {
    const { dataset } = await read('*Vertices 5 2\n*Matrix\n1 0 1\n0 0 4\n');
    expect(dataset!.relationships.map((r) => `${r.from} ${r.to}`)).toEqual(['1 3', '1 5', '2 5']);
    expect(dataset!.relationships.every((r) => r.type === 'connectedWith' || r.properties?.undirected === true)).toBe(true);
  });

  const modes = (dataset: Awaited<ReturnType<typeof read>>['dataset']) => dataset!.entities.map((e) => e.properties?.mode);
  const ties = (dataset: Awaited<ReturnType<typeof read>>['dataset']) => dataset!.relationships.map((r) => `${r.from}-${r.to}`);

  test.each([
    ['a matrix of as many rows as there are other vertices', '*Vertices 5\n*Matrix\n1 0\n0 1\n1 1\n'],
    ['the header of the matrix', '*Vertices 5\n*Matrix 3 2\n1 0\n0 1\n1 1\n'],
  ])('%s has two modes', async (_, text) => {
    const { dataset, report } = await read(text);
    expect([modes(dataset), ties(dataset)]).toEqual([[1, 1, 1, 2, 2], ['1-4', '2-5', '3-4', '3-5']]);
    expect(dataset!.relationships.every((r) => r.type === 'connectedWith' && r.label === undefined)).toBe(true);
    expect(report.issues.map((i) => i.code)).not.toContain('bad-row');
  });

  test('an affiliation partition says the modes of lines', async () => {
    const { dataset } = await read(
      '*Network Clubs\n*Vertices 3\n1 "Ann"\n2 "Bo"\n3 "Club"\n*Edges\n1 3\n2 3\n*Partition Affiliation partition of N1 [2,1]\n'
      + '*Vertices 3\n1\n1\n2\n',
      'clubs.paj',
    );
    expect(dataset!.entities.map((e) => e.properties)).toEqual([
      { mode: 1, typeUnknown: true }, { mode: 1, typeUnknown: true }, { mode: 2, typeUnknown: true },
    ]);
  });

  test('a number behind Arcs or Edges is how many there are, behind a colon it is a relation', async () => {
    const { dataset } = await read('*Vertices 2\n*Edges 1\n1 2\n*Arcs :3\n2 1\n');
    expect(dataset!.relationships.map((r) => r.properties?.relation)).toEqual([undefined, 3]);
  });

  test('a vector is a property, whatever it is called', async () => {
    const { dataset } = await read('*Vertices 2\n*Vector Start\n*Vertices 2\n1999\n2001\n', 'a.paj');
    expect(dataset!.entities).toMatchObject([{ properties: { 'vector Start': 1999 } }, { properties: { 'vector Start': 2001 } }]);
    expect(dataset!.entities[0]!.start).toBeUndefined();
  });

  test('a matrix may go on over lines', async () => {
    const { dataset } = await read('*Vertices 3\n*Matrix\n0 1\n0 0 0\n1 0 0 0\n');
    expect(dataset!.relationships.map((r) => `${r.from} ${r.to}`)).toEqual(['1 2', '2 3']);
  });

  test('lines may name vertices by their labels', async () => {
    const { dataset } = await read('*Vertices 2\n1 "Oak Ltd"\n2 Ash\n*Arcs\n"Oak Ltd" Ash 3\n');
    expect(dataset!.relationships).toMatchObject([{ from: '1', to: '2', properties: { value: 3 } }]);
  });
});

test('code pages are guessed and said, and a byte order mark goes', async () => {
  const bytes = Uint8Array.from('*Vertices 2\r\n1 "\u008anidar\u009ai\u00e8"\r\n2 "\u00c8u\u00e8ek"\r\n', (letter) => letter.charCodeAt(0));
  const { dataset, report } = await read(bytes);
  expect(dataset!.entities.map((e) => e.name)).toEqual(['Šnidaršič', 'Čuček']);
  expect(report.issues[0]).toMatchObject({ code: 'guessed-encoding', value: 'windows-1250' });
  expect((await read('\ufeff*Vertices 1\r1 "Андреј"\r')).dataset!.entities[0]!.name).toBe('Андреј');
});

test('other texts are not taken for Pajek', () => {
  for (const text of ['* Vertices are nodes\n* Edges', '# notes\n*vertices* matter', 'graph [ node [ id 1 ] ]', '{"a":"*Vertices 2"}'])
    expect(pajek.guess(encode(text))).toBe(0);
});

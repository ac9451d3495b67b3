import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset, statusOf, type Dataset } from '../../model';
import { guessFormat, readFile } from '..';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const read = (value: unknown) => readFile(new TextEncoder().encode(JSON.stringify(value)), { format: 'littlesis' });
const said = ({ relationships }: Dataset) =>
  relationships.map((r) => `${r.from} ${r.type}${r.label ? ` “${r.label}”` : ''} ${r.to}${r.role ? ` (${r.role})` : ''}`);

test.each(['harbour-map-2.json', 'harbour-map-3.json', 'api.json', 'entities.json'])(
  '%s is known by its content and gives a sound dataset',
  async (name) => {
    expect(guessFormat(golden(name))?.id).toBe('littlesis');
    expect(readDataset((await readFile(golden(name))).dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
  },
);

describe('a map of Oligrapher 2', async () => {
  const { dataset, report, perspectives } = await readFile(golden('harbour-map-2.json'));

  test('tells people from organizations by their pages, and says where it cannot', () => {
    expect(dataset!.entities).toMatchObject([
      {
        id: '101', type: 'person', name: 'Olga Oak', identifiers: [{ scheme: 'LittleSis', value: '101' }],
        properties: { image: '//img.example/oak.png' },
      },
      { id: '202', type: 'organization' },
      { id: '303', type: 'organization' },
      { id: 'x1', name: 'The <quay>', properties: { typeUnknown: true } },
    ]);
  });

  test('keeps what each line means, parallel lines and loops included; what is past does not read as present', () => {
    expect(said(dataset!)).toEqual([
      '101 linkedTo “holds a position at” 202', '101 directs 202 (board member)', '101 linkedTo 202 (former chair)', '303 owns 202',
      '303 controls 202 (parent organization)', 'x1 connectedWith 303 (affiliate)', '202 linkedTo x1 (leased in 2009)',
      'x1 connectedWith x1',
    ]);
    expect(dataset!.relationships[1]!.properties).toEqual({ typeGuessedFrom: 'label' });
    expect(dataset!.relationships[0]!.properties).toEqual({ dash: true });
  });

  test('cites the map and the pages of LittleSis, which are one witness', () => {
    const { claims } = dataset!.relationships[3]!;
    const sources = claims.map((c) => dataset!.sources.find((s) => s.id === c.source)!);
    expect(sources).toMatchObject([
      { title: 'LittleSis map 77', url: 'https://littlesis.org/maps/77', publisher: 'LittleSis' },
      { url: 'https://littlesis.org/relationship/view/id/14', publisher: 'LittleSis' },
    ]);
    expect(statusOf(claims, (id) => dataset!.sources.find((s) => s.id === id))).toBe('reported');
  });

  test('gives its layout and each step of its story as a view, in plain text', () => {
    expect(perspectives).toEqual([
      {
        id: 'as-in-the-file', title: 'As in the file', summary: 'The whole map, as its author laid it out.\nSince 2009',
        positions: { 101: { x: -100, y: -50.5 }, 202: { x: 100, y: -50 }, 303: { x: 100, y: 120 }, x1: { x: 0, y: 300 } },
      },
      {
        id: 'annotation-1', title: 'Who owns the port', summary: 'Fir Holding owns it.\nSo says the register & the press.\nSince 2009',
        positions: { 202: { x: 100, y: -50 }, 303: { x: 100, y: 120 } },
      },
      { id: 'annotation-2', title: 'Step 2', summary: 'Step 2', positions: perspectives![0]!.positions },
    ]);
  });

  test('counts what is only picture', () => {
    expect(report.notExpressed).toEqual({ 'looks of nodes and lines (size, colour, curves)': 2, 'places of captions': 1 });
    expect(report.issues).toEqual([]);
  });
});

describe('a map of Oligrapher 3', async () => {
  const { dataset, report, perspectives } = await readFile(golden('harbour-map-3.json'));

  test('has a title, an author and a story', () => {
    expect(dataset).toMatchObject({ title: 'Harbour ties', summary: 'Who sits where' });
    expect(dataset!.sources[0]).toMatchObject({
      title: 'Harbour ties', author: 'A. Mapper', published: '2021-03-04', url: 'https://littlesis.org/maps/78',
    });
    expect(perspectives!.map((p) => `${p.title}: ${p.summary} ${Object.keys(p.positions)}`)).toEqual([
      'As in the file: Who sits where 101,aBcDeFgHiJ', 'The club: Members meet here. aBcDeFgHiJ',
    ]);
  });

  test('keeps a line to a node that is not there, and what it links to is no second witness', () => {
    expect(said(dataset!)).toEqual(['101 memberOf aBcDeFgHiJ', 'gone linkedTo aBcDeFgHiJ (landlord)']);
    expect(dataset!.relationships[1]!.claims).toMatchObject([{ locator: 'links to https://paper.example/lease' }]);
    expect(report.issues).toMatchObject([{ code: 'dangling-end', at: '(root).graph.edges.zz' }]);
  });

  test('reads the same from the server’s record, whose parts are texts, and without a wrapping', async () => {
    const { graph, annotations, attributes } = JSON.parse(new TextDecoder().decode(golden('harbour-map-3.json')));
    const saved = await read({ ...attributes, graph_data: JSON.stringify(graph), annotations_data: JSON.stringify(annotations.list) });
    expect(saved.dataset!.relationships).toEqual(dataset!.relationships);
    expect(saved.perspectives).toEqual(perspectives);
    expect(guessFormat(new TextEncoder().encode(JSON.stringify(graph)))?.id).toBe('littlesis');
    expect((await read(graph)).dataset!.relationships.map((r) => r.type)).toEqual(['memberOf', 'linkedTo']);
  });
});

test('a map that is not of LittleSis has no publisher that could be a witness', async () => {
  const { dataset } = await read({
    id: 7, title: 'Mine', nodes: { a: { id: 'a', name: 'A' } }, edges: { e: { id: 'e', node1_id: 'a', node2_id: 'a', label: 'owns' } },
  });
  expect(dataset!.sources).toEqual([{ id: 'mine', title: 'Mine', publisher: 'publisher not stated', kind: 'other' }]);
});

test('two maps in one file have views of their own', async () => {
  const map = (id: number) => ({
    nodes: { [id]: { id, name: `N${id}`, x: id, y: 0 } }, edges: {}, annotations: [{ header: 'Look', nodeIds: [String(id)] }],
  });
  const { perspectives } = await read([map(1), map(2)]);
  expect(perspectives!.map((p) => `${p.id} ${Object.keys(p.positions)}`)).toEqual([
    'as-in-the-file 1', 'annotation-1 1', 'as-in-the-file-2 2', 'annotation-1-2 2',
  ]);
});

describe('an answer of the API', async () => {
  const { dataset, report } = await readFile(golden('api.json'));

  test('tells what entities are, and since when', () => {
    expect(dataset!.entities).toMatchObject([
      { id: '101', type: 'person', aliases: ['O. Oak'], start: '1950', summary: 'Owner of ports' },
      { id: '202', type: 'company', properties: { website: 'https://elm.example' } },
      { id: '303', type: 'publicBody' },
      { id: '404', name: 'Elm Port Ltd', properties: { notInFile: true } }, { id: '505' }, { id: '606', type: 'person', name: 'Ash Oak' },
    ]);
    expect(dataset!.licence).toBe('https://creativecommons.org/licenses/by-sa/4.0');
  });

  test('keeps the meaning of each category', () => {
    expect(said(dataset!)).toEqual([
      '101 directs 202 (Director)', '202 employs 101 (Clerk)', '101 linkedTo “studied at” 404 (Undergraduate)', '101 memberOf 505 (former)',
      '101 family 606 (mother; son)', '101 finances “donates to” 505', '202 contracts “does business with” 303',
      '303 linkedTo “lobbies” 202', '101 connectedWith “knows socially” 606', '101 partnersWith 606', '101 owns 202',
      '303 controls 202 (parent organization)', '101 connectedWith 303 (neighbour)', '101 connectedWith 303', '303 owns 202',
    ]);
    expect(dataset!.relationships[0]).toMatchObject({ start: '2001-05', properties: { is_board: true, compensation: 1000 } });
    expect(dataset!.relationships[2]).toMatchObject({ end: '1999' });
    expect(dataset!.relationships[5]).toMatchObject({ amount: { value: 5000, currency: 'USD' }, properties: { start_date: '2004-02-30' } });
    expect(dataset!.relationships[6]).toMatchObject({ amount: { value: 70, currency: 'EUR' }, properties: { goods: 'cranes' } });
    expect(dataset!.relationships[10]).toMatchObject({ share: 60 });
    expect(dataset!.relationships[14]).toMatchObject({ properties: { percent_stake: 140 } });
  });

  test('of a position it guesses by the title only where the database marks nothing, and says so', async () => {
    const position = (title: string, marks: object) => ({
      id: title, entity1_id: 1, entity2_id: 2, category_id: 1, description1: title, ...marks,
    });
    const { dataset: positions } = await read([
      position('Managing director', {}), position('Art director', { is_board: false, is_executive: false }),
      position('Former director', {}), position('Member', { is_board: '1' }), position('Clerk', { is_employee: 1 }),
    ]);
    expect(said(positions!)).toEqual([
      '1 directs 2 (Managing director)', '1 linkedTo “holds a position at” 2 (Art director)',
      '1 linkedTo “holds a position at” 2 (Former director)', '1 directs 2 (Member)', '2 employs 1 (Clerk)',
    ]);
    expect(positions!.relationships.map((r) => r.properties?.typeGuessedFrom)).toEqual([
      'description1', undefined, undefined, undefined, undefined,
    ]);
  });

  test('says what was wrong with it', () => {
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual([
      'bad-date (root).data[5]', 'unknown-category (root).data[13]', 'bad-share (root).data[14]', 'named-by-id (file)',
    ]);
  });

  test('in bulk, without its envelope, reads alike', async () => {
    const { data, included } = JSON.parse(new TextDecoder().decode(golden('api.json')));
    expect((await read([...data, ...included])).dataset!.relationships).toEqual(dataset!.relationships);
    expect((await read([...data, ...included].map((one) => one.attributes))).dataset!.relationships.map((r) => r.type)).toEqual(
      dataset!.relationships.map((r) => r.type),
    );
  });
});

test('a list of entities keeps what the model has no field for', async () => {
  const { dataset, report } = await readFile(golden('entities.json'));
  expect(dataset!.entities.map((e) => `${e.type} ${e.name} ${e.properties?.strata}`)).toEqual([
    'person Olga Oak 1', 'organization Elm Port Ltd 2',
  ]);
  expect(report.keptAsProperties).toEqual({ strata: 2 });
});

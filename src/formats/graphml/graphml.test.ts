import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Graph from 'graphology';
import { MultiGraph } from 'graphology';
import graphmlOfGraphology from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { readDataset, statusOf, type Dataset } from '../../model';
import { readFile } from '..';
import { writeGraphml } from './writeGraphml';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const told = (dataset: Dataset) =>
  dataset.relationships.map(
    (r) =>
      `${r.id}: ${r.from} ${r.label ?? r.type} `
      + `${r.to}${r.properties?.mutual ? ' mutual' : r.type === 'connectedWith' ? ' undirected' : ''}`,
  );

describe('a drawing of yEd', async () => {
  const { format, dataset, report, perspectives } = await readFile(golden('yed.graphml'));
  const entity = (id: string) => dataset!.entities.find((e) => e.id === id)!;

  test('is known by its content and read whole', () => {
    expect(format).toBe('graphml');
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report).toMatchObject({ entities: 4, relationships: 4, claims: 4, sources: 1 });
    expect(dataset!.summary).toBe('Who runs the harbour');
  });

  test('names entities by their labels, of groups by the open one, without markup', () => {
    expect(dataset!.entities.map((e) => `${e.id}: ${e.name}, ${e.type}`)).toEqual([
      'n0: Elm Port Ltd, company', 'n1::n0: Olga Oak, person', 'n1::n1: n1::n1, person', 'n1: The Oaks, organization',
    ]);
    expect(entity('n0').properties).toMatchObject({ url: 'https://elm.example/', 'yed.fill': '#FFCC00', 'yed.shape': 'roundrectangle' });
    expect(entity('n1::n0').properties).toMatchObject({ parent: 'n1' });
  });

  test('tells the direction by the arrows', () => {
    expect(told(dataset!)).toEqual([
      'n1::e0: n1::n0 family n1::n1', 'e0: n1::n0 owns n0', 'e1: n0 connectedWith n1::n0 mutual', 'e2: n0 audits n0',
    ]);
    expect(dataset!.relationships[1]!.properties).toMatchObject({ description: 'As the register has it.', 'yed.line': 'line' });
  });

  test('opens as it was drawn, by the centres of the boxes', () => {
    expect(perspectives).toMatchObject([{ positions: { n0: { x: 140, y: 0 }, n1: { x: 150, y: 200 }, 'n1::n0': { x: 40, y: 160 } } }]);
  });
});

describe('other dialects', () => {
  test('NetworkX: ids are names, keys for all, directions of their own', async () => {
    const { dataset, report } = await readFile(golden('networkx.graphml'));
    expect(dataset).toMatchObject({ title: 'Harbour graph' });
    expect(dataset!.entities).toMatchObject([
      { name: 'Olga Oak', type: 'person', properties: { checked: true } },
      { name: 'Elm Port', type: 'company', start: '1999', properties: { type: 'firm', checked: false } },
    ]);
    expect(told(dataset!)).toEqual([
      '0: Olga Oak owns Elm Port', '1: Olga Oak owns Elm Port',
      'Elm Port-connectedWith-Olga Oak: Elm Port quarrels with Olga Oak undirected',
    ]);
    expect(dataset!.relationships).toMatchObject([
      { share: 40, role: 'shareholder', properties: { relation: 'shareholder of', typeGuessedFrom: 'relation' } },
      { properties: { percentage: 'twenty' } }, {},
    ]);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual(['bad-value line 14', 'type-guessed (file)', 'verb-guessed (file)']);
  });

  test('Gephi: labels, places with y upwards, colours, weights', async () => {
    const { dataset, perspectives } = await readFile(golden('gephi.graphml'));
    expect(dataset!.entities).toMatchObject([
      { name: 'Elm Port', properties: { 'viz.color': '#ff8800', 'viz.size': 4 } }, { name: 'Olga Oak', properties: { size: 5 } },
    ]);
    expect(told(dataset!)).toEqual(['9: 1 moored beside 2 undirected', '2-linkedTo-1: 2 linkedTo 1']);
    expect(dataset!.relationships[0]!.properties).toMatchObject({ weight: 2 });
    expect(perspectives).toMatchObject([{ positions: { 1: { x: -10.5, y: -20 }, 2: { x: 1, y: 2 } } }]);
  });

  test('yFiles for HTML: labels and geometry beside one another', async () => {
    const node =
      '<node id="n"><data key="g"><y:RectD X="10" Y="20" Width="30" Height="40"/></data><data key="l"><x:List>'
      + '<y:Label LayoutParameter="x"><y:Label.Text>Elm</y:Label.Text></y:Label></x:List></data></node><node id="m"><data key="g">'
      + '<y:RectD X="0" Y="0" Width="2" Height="2"/></data></node>';
    const { dataset, perspectives } = await readFile(
      encode(
        `<graphml xmlns:y="y" xmlns:x="x"><key id="g" for="node" attr.name="NodeGeometry"/><key id="l" for="node" attr.name="NodeLabels"/>`
        + `<graph edgedefault="directed">${node}</graph></graphml>`,
      ),
    );
    expect(dataset!.entities[0]!.name).toBe('Elm');
    expect(perspectives![0]!.positions.n).toEqual({ x: 25, y: 40 });
  });

  test('Neo4j: labels on the elements themselves', async () => {
    const { dataset } = await readFile(
      encode(
        '<graphml><graph edgedefault="directed"><node id="n0" labels=":Person"><data key="labels">:Person</data><data key="name">'
        + 'Olga Oak</data></node><node id="n1" labels=":Company"/><edge id="e0" source="n0" target="n1" label="OWNS"/></graph></graphml>',
      ),
    );
    expect(dataset!.entities).toMatchObject([
      { name: 'Olga Oak', type: 'person' }, { type: 'company', properties: { labels: ':Company', typeGuessedFrom: 'labels' } },
    ]);
    expect(dataset!.relationships).toMatchObject([{ from: 'n0', type: 'owns', to: 'n1' }]);
  });

  test('data of a nested graph is not the dataset’s own', async () => {
    const { dataset, report } = await readFile(
      encode(
        '<graphml><graph edgedefault="directed"><desc>All</desc><node id="a"><graph><desc>Inner</desc><data key="title">T</data>'
        + '<node id="b"/></graph></node></graph></graphml>',
      ),
    );
    expect([dataset!.summary, report.notExpressed]).toEqual(['All', { 'data of nested graphs': 2 }]);
  });

  test('what GraphML has and a dataset has not is told and counted', async () => {
    const { dataset, report } = await readFile(
      encode(
        '<graphml><key id="k" for="edge" attr.name="k"/><graph><node id="a"><port name="p"><port name="q"/></port></node><node id="b"/>'
        + '<hyperedge id="h"><endpoint node="a"/><endpoint node="b"/></hyperedge><edge source="a" target="b" sourceport="p"/>'
        + '<edge source="a"/></graph><graph edgedefault="directed"><node id="a"><data key="k">1</data></node></graph></graphml>',
      ),
    );
    expect(report.issues.map((i) => i.code)).toEqual([
      'no-edgedefault', 'ports', 'hyperedge', 'missing-end', 'several-graphs', 'misplaced-key', 'duplicate-id', 'type-unknown',
    ]);
    expect(report.notExpressed).toEqual({ ports: 2, hyperedges: 1, 'edges without an end': 1 });
    expect(dataset!.relationships).toMatchObject([{ from: 'a', to: 'b', type: 'connectedWith', properties: { sourceport: 'p' } }]);
    expect(dataset!.entities.map((e) => e.id)).toEqual(['a', 'b', 'a-2']);
  });
});

const written: Dataset = {
  format: 'throughline/1', id: 'harbour', title: 'The harbour', summary: 'Who holds it.\nAnd since when.', licence: 'CC0-1.0',
  sources: [
    { id: 'herald', title: 'Harbour sold', publisher: 'Herald', kind: 'news', published: '2009-01' },
    { id: 'register', title: 'Register of elms', publisher: 'Registry', kind: 'registry', url: 'https://registry.example/elm' },
  ],
  entities: [
    {
      id: 'elm', type: 'jointVenture', name: 'Elm & Co', start: '2001-05', aliases: ['Вяз'],
      properties: { tons: 3, 'viz.color': '#ff8800', 'viz.size': 4 },
    },
    { id: 'oak', type: 'person', name: 'Olga <Oak>', claims: [{ source: 'herald', stance: 'asserts' }] },
  ],
  relationships: [
    {
      id: 'r1', type: 'owns', from: 'oak', to: 'elm', share: 75, start: '2008', end: '..', role: 'founder',
      claims: [{ source: 'register', stance: 'asserts' }], properties: { weight: 2 },
    },
    { id: 'r2', type: 'owns', from: 'oak', to: 'elm', claims: [{ source: 'herald', stance: 'alleges' }] },
    {
      id: 'r3', type: 'linkedTo', from: 'elm', to: 'elm', label: 'mirrors', claims: [{ source: 'herald', stance: 'asserts' }],
      properties: { undirected: true },
    },
    { id: 'r4', type: 'finances', from: 'oak', to: 'elm', claims: [{ source: 'herald', stance: 'denies' }] },
  ],
};

describe('a dataset written as GraphML', () => {
  const positions = new Map([['elm', { x: 10, y: 20 }], ['oak', { x: -1.5, y: 0 }]]);
  const { bytes, issues } = writeGraphml(written, { positions });
  const text = decode(bytes);

  test('is the same at every writing, and says what it cannot hold', () => {
    expect(decode(writeGraphml(written, { positions }).bytes)).toBe(text);
    expect(issues.map((i) => `${i.code} ${i.at}`)).toEqual(['lost-denied relationship r4', 'lost-id dataset']);
    expect(text).toBe(decode(golden('written-unmixed.graphml')));
  });

  test('has edges of one direction only, which is all that NetworkX takes', () => {
    expect(text).toContain('<graph edgedefault="directed">');
    expect(text).not.toContain(' directed=');
    const mutual = decode(writeGraphml({ ...written, relationships: [written.relationships[2]!] }).bytes);
    expect(mutual).toContain('<graph edgedefault="undirected">');
    expect(mutual).not.toContain('undirected">true');
  });

  test.each<[string, () => Uint8Array]>([
    ['now', () => bytes], ['before, with edges of both directions', () => golden('written.graphml')],
  ])('written %s comes back with its types, shares, dates, claims and layout', async (_, file) => {
    const { dataset, perspectives } = await readFile(file(), { name: 'harbour.graphml' });
    expect(dataset).toMatchObject({ title: written.title, summary: written.summary, licence: written.licence, sources: written.sources });
    expect(dataset!.entities).toEqual(written.entities);
    expect(dataset!.relationships).toEqual(written.relationships.slice(0, 3));
    expect(perspectives).toMatchObject([{ positions: { elm: { x: 10, y: 20 }, oak: { x: -1.5, y: 0 } } }]);
    const status = (id: string) =>
      statusOf(dataset!.relationships.find((r) => r.id === id)!.claims, (source) => dataset!.sources.find((s) => s.id === source));
    expect(['r1', 'r2', 'r3'].map(status)).toEqual(['confirmed', 'alleged', 'reported']);
  });

  test('opens in graphology, with every tie', () => {
    const graph = graphmlOfGraphology.parse(MultiGraph as unknown as typeof Graph, text);
    expect([graph.order, graph.size]).toEqual([2, 3]);
    expect(graph.getNodeAttributes('elm')).toMatchObject({ label: 'Elm & Co', type: 'jointVenture', x: 10, y: -20, size: 4, tons: 3 });
    expect(graph.getEdgeAttributes('r1')).toMatchObject({
      label: 'owns', type: 'owns', family: 'ownership', status: 'confirmed', share: '75', role: 'founder', weight: 2,
    });
    expect(graph.getEdgeAttribute('r2', 'label')).toBe('owns (alleged)');
  });
});

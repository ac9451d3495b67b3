import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Graph from 'graphology';
import { MultiGraph } from 'graphology';
import gexfOfGraphology from 'graphology-gexf';
import { describe, expect, test } from 'vitest';
import { readDataset, statusOf, type Dataset } from '../../model';
import { readFile } from '..';
import { writeGexf } from './writeGexf';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a network of Gephi', async () => {
  const { format, dataset, report, perspectives } = await readFile(golden('harbour.gexf'), { name: 'harbour.gexf' });
  const entity = (id: string) => dataset!.entities.find((e) => e.id === id)!;
  const relationship = (id: string) => dataset!.relationships.find((r) => r.id === id)!;

  test('is known by its content and read whole', () => {
    expect(format).toBe('gexf');
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report).toMatchObject({ entities: 7, relationships: 9, claims: 9, sources: 1 });
  });

  test('says what it is and who made it', () => {
    expect(dataset).toMatchObject({ title: 'Who runs the harbour', summary: 'Drawn for a seminar.' });
    expect(dataset!.sources).toMatchObject([
      { title: 'Who runs the harbour', author: 'A. Clerk', published: '2024-05-04', publisher: 'publisher not stated', kind: 'other' },
    ]);
    expect(report.notExpressed).toEqual({ 'meta keywords': 1, 'start of the graph': 1 });
  });

  test('tells types by usual words and says that it guessed', () => {
    expect(dataset!.entities.map((e) => `${e.id} ${e.type}`)).toEqual([
      'elm company', '7 person', 'quay organization', 'barge asset', 'fleet organization', 'tug organization', 'ghost organization',
    ]);
    expect(entity('elm').properties).toMatchObject({ category: 'Shipping company', typeGuessedFrom: 'category' });
    expect(entity('quay').properties).toMatchObject({ typeUnknown: true });
    expect(report.issues.map((i) => i.code)).toEqual(['type-unknown', 'type-guessed', 'verb-guessed', 'dangling-end']);
  });

  test('keeps attributes by their types, defaults and values over time', () => {
    expect(entity('elm')).toMatchObject({
      jurisdiction: 'CY',
      properties: { flags: ['red', 'blue, dark'], crew: 12, tons: ['10 (2001-01-01..2002-01-01)', '20.5 (2002-01-01..)'] },
    });
    expect(entity('7').properties).toMatchObject({ country: 'Norway' });
  });

  test('makes dates of spells, intervals and timestamps', () => {
    expect(entity('elm')).toMatchObject({ start: '2001-05-01', properties: { spells: ['2001-05-01..2003-01-31', '2005-02-01..'] } });
    expect(entity('elm').end).toBeUndefined();
    expect(entity('7')).toMatchObject({ start: '1961', end: '2019-03-02', properties: { spells: ['1961..2019-03-02T10:00:00'] } });
    expect(entity('quay')).toMatchObject({ start: '2010-06-01', end: '2010-06-01' });
    expect(entity('tug').start).toBe('1999');
    expect(relationship('e0')).toMatchObject({ start: '2001-05-01', end: '2010-12-31' });
    expect(dataset!.relationships[6]).toMatchObject({
      start: '2001-01-01', end: '2004-01-01', properties: { spells: ['2001-01-01..2002-01-01', '2003-01-01..2004-01-01'] },
    });
  });

  test('keeps what ties mean, which way they run, and all that are parallel', () => {
    expect(
      dataset!.relationships.map(
        (r) =>
          `${r.id}: ${r.from} ${r.label ?? r.type} `
          + `${r.to}${r.role ? ` (${r.role})` : ''}${r.type === 'connectedWith' ? ' undirected' : ''}`,
      ),
    ).toEqual([
      'e0: 7 owns elm', 'e1: 7 directs elm (director)', 'e2: quay owns elm', 'e3: elm moored beside quay undirected',
      'e4: elm connectedWith quay undirected', 'e5: tug tows tug', 'elm-linkedTo-tug: elm linkedTo tug',
      'elm-linkedTo-tug-2: elm linkedTo tug', 'elm-linkedTo-ghost: elm linkedTo ghost',
    ]);
    expect(relationship('e0')).toMatchObject({ share: 62.5, properties: { weight: 2.5, 'viz.thickness': 3 } });
    expect(relationship('e4').properties).toMatchObject({ mutual: true });
    expect(dataset!.relationships.every((r) => r.claims.length === 1 && r.claims[0]!.stance === 'asserts')).toBe(true);
  });

  test('opens as it was drawn, the right way up', () => {
    expect(perspectives).toMatchObject([{ positions: { elm: { x: 10.5, y: 20 }, 7: { x: 30, y: -40 } } }]);
    expect(entity('elm').properties).toMatchObject({ 'viz.color': '#ff880080', 'viz.size': 4.5, 'viz.shape': 'square', 'viz.z': 3 });
  });

  test('keeps whose part a node is', () => {
    expect([entity('barge').properties?.parent, entity('tug').properties?.parent]).toEqual(['fleet', 'fleet']);
  });
});

describe('earlier and other dialects', () => {
  test('GEXF 1.1 with ids for “for”, slices and decimal commas', async () => {
    const { dataset, report, perspectives } = await readFile(golden('early.gexf'));
    expect(dataset!.entities).toMatchObject([
      { type: 'person', start: '1999', end: '2004' }, { name: 'Beech', properties: { spells: ['20..30'] } },
    ]);
    expect(dataset!.relationships.map((r) => r.properties)).toEqual([{ cardinal: '1.0' }, undefined]);
    expect(dataset!.relationships.map((r) => r.type)).toEqual(['connectedWith', 'connectedWith']);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual([
      'numbers-as-years line 8', 'bare-time line 9', 'unknown-direction line 12', 'type-unknown (file)',
    ]);
    expect(perspectives).toBeUndefined();
  });

  test('a prefix before every name, and no namespace at all', async () => {
    const nodes = (p: string) => `<${p}gexf><${p}graph><${p}nodes><${p}node id="a" label="Ash"/></${p}nodes></${p}graph></${p}gexf>`;
    for (const text of [nodes('g:'), nodes('')])
      expect((await readFile(encode(text))).dataset!.entities).toMatchObject([{ id: 'a', name: 'Ash' }]);
  });

  test('an encoding that the XML declaration names', async () => {
    const bytes = new Uint8Array(
      Buffer.from(
        '<?xml version="1.0" encoding="ISO-8859-1"?><gexf><graph><nodes><node id="a" label="Müller"/></nodes></graph></gexf>', 'latin1',
      ),
    );
    expect((await readFile(bytes)).dataset!.entities[0]!.name).toBe('Müller');
  });

  test('what is not of GEXF is kept where it is an attribute, and counted where it is an element; a graph may have a name', async () => {
    const { dataset, report } = await readFile(
      encode('<gexf><graph name="Elms" mode="static"><nodes><node id="a" colour="red"><image ref="x"/></node></nodes></graph></gexf>'),
    );
    expect(dataset).toMatchObject({ title: 'Elms', entities: [{ properties: { colour: 'red' } }] });
    expect(report.notExpressed).toEqual({ 'elements image': 1 });
  });

  test('a declaration behind the nodes comes too late, which is said', async () => {
    const { dataset, report } = await readFile(
      encode(
        '<gexf><graph><nodes><node id="a"><attvalues><attvalue for="0" value="4"/></attvalues></node></nodes><attributes class="node">'
        + '<attribute id="0" title="t" type="integer"/></attributes></graph></gexf>',
      ),
    );
    expect(dataset!.entities[0]!.properties).toMatchObject({ 0: '4' });
    expect(report.issues[0]).toMatchObject({ code: 'undeclared-attribute', value: '0' });
  });

  test('a relative of whom nothing is said is a person', async () => {
    const { dataset } = await readFile(
      encode(
        '<gexf><graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes><edges>'
        + '<edge source="a" target="b" label="wife"/></edges></graph></gexf>',
      ),
    );
    expect(dataset!.entities.map((e) => [e.type, e.properties])).toEqual([
      ['person', { typeGuessedFrom: 'its relationships' }], ['person', { typeGuessedFrom: 'its relationships' }],
    ]);
  });

  test('shares of one are told from shares in per cent', async () => {
    const edge = (source: string, share: string) =>
      `<edge source="${source}" target="c" label="owns"><attvalues><attvalue for="s" value="${share}"/></attvalues></edge>`;
    const { dataset } = await readFile(
      encode(
        `<gexf><graph defaultedgetype="directed"><attributes class="edge"><attribute id="s" title="share" type="double"/></attributes>`
        + `<nodes><node id="a"/><node id="b"/><node id="c"/></nodes><edges>${edge('a', '0.25')}${edge('b', '0.75')}</edges></graph></gexf>`,
      ),
    );
    expect(dataset!.relationships.map((r) => r.share)).toEqual([25, 75]);
  });
});

const written: Dataset = {
  format: 'throughline/1', id: 'harbour', title: 'The harbour', summary: 'Who holds it.\nAnd since when.', licence: 'CC0-1.0',
  sources: [
    {
      id: 'register', title: 'Register of elms', publisher: 'Registry', kind: 'registry', url: 'https://registry.example/elm',
      reliability: 'A',
    },
    { id: 'herald', title: 'Harbour sold', publisher: 'Herald', kind: 'news', published: '2009-01' },
  ],
  entities: [
    {
      id: 'elm', type: 'jointVenture', name: 'Elm & Co', jurisdiction: 'KP', start: '2001-05', end: '..', aliases: ['Вяз'],
      identifiers: [{ scheme: 'LEI', value: '1' }], summary: 'A "venture".',
      properties: { tons: 3, 'viz.color': '#ff8800', 'viz.size': 4, note: 'a', flags: ['x'] },
    },
    {
      id: 'oak', type: 'person', name: 'Olga <Oak>', claims: [{ source: 'herald', stance: 'asserts', locator: 'p. 4' }],
      properties: { tons: 3.5, note: 7 },
    },
  ],
  relationships: [
    {
      id: 'r1', type: 'owns', from: 'oak', to: 'elm', share: { min: 25, max: 50 }, start: '2008', end: '2009-02',
      claims: [{ source: 'register', stance: 'asserts', statement: 'Holds.' }], properties: { weight: 2 },
    },
    {
      id: 'r2', type: 'owns', from: 'oak', to: 'elm', share: 75, label: 'bought', amount: { value: 5, currency: 'EUR' },
      claims: [{ source: 'herald', stance: 'alleges', credibility: 3 }],
    },
    {
      id: 'r3', type: 'partnersWith', from: 'elm', to: 'oak',
      claims: [
        { source: 'herald', stance: 'asserts' }, { source: 'register', stance: 'questions' },
      ],
    },
    { id: 'r4', type: 'linkedTo', from: 'elm', to: 'elm', claims: [], properties: { undirected: true, mutual: true } },
    { id: 'r5', type: 'finances', from: 'oak', to: 'elm', claims: [{ source: 'herald', stance: 'denies' }] },
  ],
};

describe('a slice', () => {
  const slice = (times: string) =>
    readFile(
      encode(
        `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="slice" timeformat="date" ${times} defaultedgetype="directed"><nodes>`
        + `<node id="a" label="Ash"/><node id="b" label="Birch" timestamp="2001-02-03"/></nodes><edges><edge id="e" source="a" target="b" `
        + `label="owns"/></edges></graph></gexf>`,
      ),
    );

  test.each([
    ['at one time', 'timerepresentation="timestamp" timestamp="2009-03-01"', '2009-03-01', '2009-03-01'],
    ['of an interval', 'timerepresentation="interval" start="2009-03-01" end="2009-12-31"', '2009-03-01', '2009-12-31'],
  ])('%s dates all that has no times of its own', async (_, times, start, end) => {
    const { dataset, report } = await slice(times);
    expect(dataset!.entities).toMatchObject([{ id: 'a', start, end }, { id: 'b', start: '2001-02-03', end: '2001-02-03' }]);
    expect(dataset!.relationships).toMatchObject([{ type: 'owns', start, end }]);
    expect(report.notExpressed).toBeUndefined();
  });
});

describe('a dataset written as GEXF 1.3', () => {
  const { bytes, issues } = writeGexf(written, { positions: new Map([['elm', { x: 10, y: 20 }], ['oak', { x: -1.5, y: 0 }]]) });
  const text = decode(bytes);

  test('is the same at every writing, and says what it cannot hold', () => {
    expect(decode(writeGexf(written, { positions: new Map([['elm', { x: 10, y: 20 }], ['oak', { x: -1.5, y: 0 }]]) }).bytes)).toBe(text);
    expect(issues.map((i) => `${i.code} ${i.at}`)).toEqual(['lost-denied relationship r5', 'lost-id dataset']);
    expect(text).toBe(decode(golden('written.gexf')));
  });

  test('comes back with its types, shares, dates, claims and layout', async () => {
    const { dataset, perspectives } = await readFile(bytes, { name: 'harbour.gexf' });
    expect(dataset).toMatchObject({
      title: written.title, summary: written.summary, licence: written.licence, sources: [...written.sources].reverse(),
    });
    expect(dataset!.entities).toEqual(written.entities);
    expect(dataset!.relationships).toEqual(written.relationships.slice(0, 4));
    expect(perspectives).toMatchObject([{ positions: { elm: { x: 10, y: 20 }, oak: { x: -1.5, y: 0 } } }]);
    const status = (id: string) =>
      statusOf(dataset!.relationships.find((r) => r.id === id)!.claims, (source) => dataset!.sources.find((s) => s.id === source));
    expect(['r1', 'r2', 'r3', 'r4'].map(status)).toEqual(['confirmed', 'alleged', 'disputed', 'reported']);
  });

  test('shows what is alleged or disputed on the line itself, and gives parallel ties kinds of their own', () => {
    expect([...text.matchAll(/<edge [^>]*label="([^"]*)"[^>]*kind="([^"]*)"/g)].map((m) => `${m[1]} / ${m[2]}`)).toEqual([
      'owns / owns', 'bought (alleged) / owns (2)', 'works with (disputed) / partnersWith', 'linked to / linkedTo',
    ]);
    expect([...text.matchAll(/<edge [^>]*type="(\w+)"/g)].map((m) => m[1])).toEqual(['directed', 'directed', 'undirected', 'mutual']);
  });

  test('has whole days for partial dates', () => {
    expect(text).toContain('<spell start="2001-05-01"/>');
    expect(text).toContain('<spell start="2008-01-01" end="2009-02-28"/>');
  });

  test('opens in graphology, with every tie', () => {
    const graph = gexfOfGraphology.parse(MultiGraph as unknown as typeof Graph, text, { respectInputGraphType: true });
    expect([graph.order, graph.size]).toEqual([2, 4]);
    expect(graph.getNodeAttributes('elm')).toMatchObject({
      label: 'Elm & Co', type: 'jointVenture', jurisdiction: 'KP', x: 10, y: -20, size: 4, color: 'rgb(255,136,0)', tons: 3,
    });
    expect(graph.getEdgeAttributes('r1')).toMatchObject({
      type: 'owns', family: 'ownership', status: 'confirmed', share: '25-50', shareMin: 25, shareMax: 50, weight: 2,
      sources: 'Register of elms (Registry)',
    });
  });

  test('what was changed elsewhere counts: a type, a date, a share, a label', async () => {
    const edited = text
      .replace('<attvalue for="type" value="person"/>', '<attvalue for="type" value="company"/>')
      .replace('label="owns"', 'label="once held"')
      .replace('value="25-50"', 'value="30"')
      .replace('<attvalue for="startDate" value="2008"/>', '')
      .replace('<spell start="2008-01-01"', '<spell start="2007-03-01"');
    const { dataset } = await readFile(encode(edited));
    expect(dataset!.entities[1]).toMatchObject({ type: 'company', name: 'Olga <Oak>' });
    expect(dataset!.relationships[0]).toMatchObject({
      type: 'owns', label: 'once held', share: 30, start: '2007-03-01', claims: written.relationships[0]!.claims,
    });
  });
});

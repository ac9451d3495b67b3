import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../model';
import { gml } from '.';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, name = 'a.gml') => gml.read(typeof text === 'string' ? encode(text) : text, { name });

describe('a graph as the specification and its dialects write it', async () => {
  const { dataset, report, perspectives } = await read(golden('harbour.gml'), 'harbour.gml');
  const entity = (id: string) => dataset!.entities.find((e) => e.id === id)!;

  test('is known by its content, and read whole', () => {
    expect(gml.guess(golden('harbour.gml'))).toBeGreaterThan(0.9);
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report).toMatchObject({ format: 'gml', entities: 6, relationships: 6, claims: 6, sources: 1 });
    expect(dataset).toMatchObject({ title: 'Harbour', summary: expect.stringContaining('example.org') });
    expect(dataset!.sources).toMatchObject([{ title: 'Harbour', author: 'A colleague on a quiet day' }]);
  });

  test('has its character references read once, and its quotes and line breaks kept', () => {
    expect(['1', '2', '3', '12345678901234567890', '5'].map((id) => entity(id).name)).toEqual([
      'Oak Shipping "North" Ltd', 'Jürgen Müller', 'Quay &amp; Sons', 'Two\nlines', 'Elm',
    ]);
  });

  test('says what entities are where it has words for it; what it does not say is marked', () => {
    expect(entity('1')).toMatchObject({ type: 'company', jurisdiction: 'CY' });
    expect(entity('2')).toMatchObject({ type: 'person' });
    expect(entity('3')).toMatchObject({ type: 'organization', properties: { typeUnknown: true, started: 1998, tag: ['a', 'b'] } });
  });

  test('keeps a date that does not exist as it stands', () => {
    expect(entity('12345678901234567890')).not.toHaveProperty('start');
    expect(entity('12345678901234567890').properties).toMatchObject({ since: '2004-02-30' });
  });

  test('keeps parallel edges, loops and directions apart, with shares and dates', () => {
    expect(dataset!.relationships.map((r) => `${r.id}: ${r.from} ${r.type} ${r.to}`)).toEqual([
      '1-owns-3: 1 owns 3', '1-owns-3-2: 1 owns 3', '77: 2 directs 1', '3-linkedTo-3: 3 linkedTo 3',
      expect.stringMatching(/: 2 (linkedTo|connectedWith) 5$/), '5-supplies-9: 5 supplies 9',
    ]);
    expect(dataset!.relationships[0]).toMatchObject({ share: 75, start: '2008-05', end: '2011', properties: { value: 15 } });
    expect(dataset!.relationships[3]).toMatchObject({ label: 'quarrels with' });
    expect(dataset!.relationships.every((r) => r.claims.length === 1 && r.claims[0]!.stance === 'asserts')).toBe(true);
  });

  test('is drawn where it says; colours stay, bends of lines are counted', () => {
    expect(perspectives).toMatchObject([{ positions: { 1: { x: 10.5, y: 20 }, 2: { x: 110, y: -5 } } }]);
    expect(entity('1').properties).toMatchObject({ 'graphics.fill': '#ffcc00', 'graphics.w': 40 });
    expect(report.notExpressed).toEqual({ 'bends of lines': 1 });
    expect(report.issues.map((i) => i.code)).toContain('dangling-end');
  });
});

describe('dialects', () => {
  test('labels of yEd stand in its label graphics', async () => {
    const { dataset, report } = await read(golden('yed.gml'));
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Ash Group', 'Ash Bank']);
    expect(dataset!.entities[1]!.properties).toMatchObject({ gid: 0 });
    expect(dataset!.relationships).toMatchObject([{ from: '0', to: '1', type: 'controls' }]);
    expect(report.notExpressed).toEqual({ 'drawing of labels': 3 });
  });

  test('dictionaries and parallel edges of NetworkX', async () => {
    const { dataset } = await read(golden('networkx.gml'));
    expect(dataset!.entities[0]).toMatchObject({ name: 'née', properties: { 'meta.sector': 'shipping', 'meta.risk': 0.5 } });
    expect(dataset!.relationships.map((r) => r.properties)).toMatchObject([{ key: 0, weight: 2 }, { key: 1, weight: -0.1 }]);
  });

  test('a graph that does not say so is undirected, even where it says it after its edges', async () => {
    const graph = (told: string) => `graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ${told} ]`;
    const said = async (told: string) =>
      (await read(graph(told))).dataset!.relationships.map((r) => r.type === 'linkedTo' && r.properties?.undirected !== true);
    expect([await said(''), await said('directed 0'), await said('directed 1')]).toEqual([[false], [false], [true]]);
  });

  test('ids without quotes, as Gephi shows them', async () => {
    const { dataset } = await read('graph [ node [ id A ] node [ id B ] edge [ source A target B ] ]');
    expect(dataset!.relationships).toMatchObject([{ from: 'A', to: 'B' }]);
  });

  test('Latin-1 and UTF-16', async () => {
    const text = 'graph [ node [ id 1 label "Société Générale" ] ]';
    const latin = await read(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    expect(latin.dataset!.entities[0]!.name).toBe('Société Générale');
    expect(latin.report.issues.map((i) => i.code)).toContain('guessed-encoding');
    expect((await read(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).dataset!.entities[0]!.name).toBe('Société Générale');
  });

  test('several graphs stand side by side, and a graph in a node says where it lies', async () => {
    const { dataset, report } = await read(
      'graph [ node [ id 1 label "Group" graph [ node [ id 2 label "Inside" ] ] ] ] graph [ node [ id 1 label "Other" ] edge [ source 1 '
      + 'target 1 ] ]',
    );
    expect(dataset!.entities.map((e) => `${e.id} ${e.name}`)).toEqual(['2 Inside', '1 Group', 'g2-1 Other']);
    expect(dataset!.entities[0]!.properties).toMatchObject({ parent: '1' });
    expect(dataset!.relationships).toMatchObject([{ from: 'g2-1', to: 'g2-1' }]);
    expect(report.issues.map((i) => i.code)).toContain('several-graphs');
  });
});

test('other texts are not taken for GML', () => {
  for (const text of [
    'graph { a -- b }', 'digraph G { graph [rankdir=LR] node [shape=box] a -> b }', '{"graph":[]}', '<gml:node/>', '*Vertices 2',
    'strict graph [',
  ]) expect(gml.guess(encode(text), 'x.txt')).toBe(0);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cytoscape from 'cytoscape';
import { describe, expect, test } from 'vitest';
import { entityTypeIds, readDataset, relationshipTypeIds, sourcesBehind, statusOf, type Dataset } from '../../model';
import { formatOf, guessFormat, readFile } from '..';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const read = (value: unknown) => readFile(new TextEncoder().encode(JSON.stringify(value)), { format: 'cyjs' });
const said = ({ relationships }: Dataset) =>
  relationships.map((r) => `${r.from} ${r.type}${r.label ? ` “${r.label}”` : ''} ${r.to}${r.role ? ` (${r.role})` : ''}`);

test.each(['elements.json', 'whole.json', 'desktop.cyjs', 'written.cyjs'])(
  '%s is known by its content and gives a sound dataset',
  async (name) => {
    expect(guessFormat(golden(name))?.id).toBe('cyjs');
    expect(readDataset((await readFile(golden(name))).dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
  },
);

describe('elements of Cytoscape.js', async () => {
  const { dataset, report, perspectives } = await readFile(golden('elements.json'), { name: 'elements.json' });

  test('become entities with their data, their classes and what they are inside of', () => {
    expect(dataset!.entities).toEqual([
      { id: 'group', type: 'organization', name: 'The Harbour', properties: { typeUnknown: true } },
      {
        id: 'oak', type: 'person', name: 'Olga Oak',
        properties: { type: 'Person', 'born.year': 1950, 'born.place': 'Elmton', classes: ['vip', 'pinned'], typeGuessedFrom: 'type' },
      },
      {
        id: 'elm', type: 'company', name: 'Elm Port Ltd', start: '2001-05', jurisdiction: 'CY',
        properties: { parent: 'group', tags: ['port', 'fuel'] },
      },
      { id: 'nowhere', type: 'organization', name: 'nowhere', properties: { notInFile: true } },
    ]);
  });

  test('run from source to target unless they say otherwise, parallel ones and loops included', () => {
    expect(said(dataset!)).toEqual([
      'oak owns elm', 'oak directs elm (director)', 'elm linkedTo “buys back from” elm', 'oak owns elm', 'oak connectedWith “near” group',
      'oak linkedTo nowhere',
    ]);
    expect(dataset!.relationships[0]).toMatchObject({ share: 60, start: '2005', properties: { classes: ['thick'] } });
    expect(dataset!.relationships.every((r) => r.claims.length === 1 && r.claims[0]!.stance === 'asserts')).toBe(true);
    expect(dataset!.sources).toMatchObject([{ title: 'elements.json' }]);
  });

  test('keep their positions as a view to open with', () => {
    expect(perspectives).toMatchObject([{ title: 'As in the file', positions: { oak: { x: 10, y: 20.5 }, elm: { x: 200, y: 20 } } }]);
  });

  test('lose their styles, counted', () => {
    expect(report.notExpressed).toEqual({ 'styles of elements': 1 });
  });
});

test('a whole graph reads as its elements do, and gives the dataset its title', async () => {
  const { dataset, report } = await readFile(golden('whole.json'));
  const plain = (d: Dataset) => d.relationships.map(({ claims: _c, ...r }) => r);
  expect(plain(dataset!)).toEqual(plain((await readFile(golden('elements.json'))).dataset!));
  expect(dataset).toMatchObject({ title: 'Harbour', summary: 'Ties around a port' });
  expect(report.notExpressed).toEqual({
    '“theme” of the network': 1, 'styles of elements': 1, 'style of the graph': 1, 'how the view stood': 4,
  });
});

test('a network of Cytoscape desktop keeps its interactions, and names that are numbers', async () => {
  const { dataset, report } = await readFile(golden('desktop.cyjs'));
  expect(dataset!.entities.map((e) => `${e.type} ${e.name}`)).toEqual(['person Olga Oak', 'organization 764']);
  expect(dataset!.relationships).toMatchObject([
    { type: 'linkedTo', properties: { interaction: 'pp', weight: 0.5 } }, { type: 'memberOf', properties: { name: "Olga's seat" } },
  ]);
  expect(report.notExpressed).toEqual({ 'annotations that are drawn on the network': 1 });
});

test('ids that differ by blanks only are of different elements', async () => {
  const { dataset } = await read([{ data: { id: 'a' } }, { data: { id: ' a' } }, { data: { source: ' a', target: 'a' } }]);
  expect(dataset!.entities.map((e) => e.id)).toEqual(['a', ' a']);
  expect(dataset!.relationships).toMatchObject([{ from: ' a', to: 'a' }]);
});

test('a long file tells how far it is, and stops when it is told to', async () => {
  const bytes = new TextEncoder().encode(`[${Array.from({ length: 60_000 }, (_, i) => `{"data":{"id":"n${i}"}}`).join(',\n')}]`);
  const steps: number[] = [];
  await readFile(bytes, { onProgress: (done) => steps.push(done) });
  expect(steps.length).toBeGreaterThan(1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  const stop = new AbortController();
  await expect(readFile(bytes, { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) })).rejects.toThrow('enough');
});

test('elements without lists around them, and lists without anything around them, are read too', async () => {
  const { elements } = JSON.parse(new TextDecoder().decode(golden('whole.json')));
  expect((await read(elements)).dataset!.relationships).toHaveLength(6);
  expect(guessFormat(new TextEncoder().encode(JSON.stringify(elements)))?.id).toBe('cyjs');
  expect((await read({ elements: [...elements.nodes, ...elements.edges] })).dataset!.entities).toHaveLength(4);
});

describe('written for Cytoscape', () => {
  const written = async (dataset: Dataset, positions?: ReadonlyMap<string, { x: number; y: number }>) => {
    const { bytes, issues } = await formatOf('cyjs')!.write!(dataset, positions ? { positions } : {});
    return { bytes, issues, json: JSON.parse(new TextDecoder().decode(bytes)) };
  };
  const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const founding = JSON.parse(readFileSync(join(import.meta.dirname, '../../../graph-data/north-korea-telecom.json'), 'utf8')) as Dataset;
  const isDenied = (r: Dataset['relationships'][number], d: Dataset) =>
    statusOf(r.claims, (id) => d.sources.find((s) => s.id === id)) === 'denied';

  test('the founding case comes back as it was, but for what is denied', async () => {
    const { bytes, issues } = await written(founding);
    expect(guessFormat(bytes)?.id).toBe('cyjs');
    const { dataset, report } = await readFile(bytes);
    const { $schema: _, ...original } = founding;
    const kept = founding.relationships.filter((r) => !isDenied(r, founding));
    expect({ ...dataset, sources: byId(dataset!.sources) }).toEqual({
      ...original, relationships: kept,
      sources: byId(sourcesBehind([...founding.entities, ...kept], founding.sources)),
    });
    expect(report.issues).toEqual([]);
    expect(issues.map((i) => i.code)).toContain('lost-denied');
    expect(issues.find((i) => i.code === 'lost-denied')!.value).toBe(String(founding.relationships.length - kept.length));
  });

  test('opens in Cytoscape.js, with everything that was written', async () => {
    const positions = new Map(founding.entities.map((e, i) => [e.id, { x: i * 10, y: 5 - i }]));
    const { json } = await written(founding, positions);
    const cy = cytoscape({ headless: true, elements: json.elements, layout: { name: 'preset' } });
    expect(cy.nodes().length).toBe(json.elements.nodes.length);
    expect(cy.edges().length).toBe(json.elements.edges.length);
    expect(cy.getElementById(founding.entities[3]!.id).position()).toEqual({ x: 30, y: 2 });
    expect(cy.edges('.alleged').length).toBeGreaterThan(0);
    expect(cy.edges('.alleged').every((edge) => String(edge.data('interaction')).endsWith(' (alleged)'))).toBe(true);
    const exported = await read(cy.json());
    expect(byId(exported.dataset!.relationships)).toEqual(byId((await read(json)).dataset!.relationships));
    expect(exported.perspectives).toMatchObject([{ positions: Object.fromEntries(positions) }]);
  });

  test('what came from Cytoscape goes back, with its compounds', async () => {
    const { dataset } = await readFile(golden('elements.json'));
    const { bytes, json } = await written(dataset!);
    const cy = cytoscape({ headless: true, elements: json.elements });
    expect(cy.getElementById('group').children().map((node) => node.id())).toEqual(['elm']);
    const again = (await readFile(bytes)).dataset!;
    expect(again.entities).toEqual(dataset!.entities);
    expect(again.relationships).toEqual(dataset!.relationships);
  });

  test('every type and every kind of property comes back as what it was', async () => {
    const properties = {
      type: 'x',
      label: 'y',
      country: 'zz',
      start: 'soon',
      classes: ['a'],
      parent: 'nobody',
      ' spaced ': 1,
      empty: '',
      none: null,
      mixed: [1, 'a', null],
      nothing: [],
      list: ['a', 'b'],
      yes: true,
      figure: 0.1,
      group: 'person',
      name: 'n',
      id: 'i',
      share: 4,
      family: 'f',
      status: 's',
      throughline: 't',
      long: 'x'.repeat(1000),
    };
    const entities: Dataset['entities'] = entityTypeIds.map((type) => ({ id: type, type, name: `The ${type}`, properties }));
    entities.push({
      id: '4', type: 'person', name: '42', shortName: 'x', aliases: ['y'], identifiers: [{ scheme: 'LEI: x', value: '1' }], start: '2001',
      end: '..', summary: ' spaced ',
    });
    const relationships: Dataset['relationships'] = relationshipTypeIds.map((type) => ({
      id: type, type, from: 'person', to: 'company', claims: [], properties,
    }));
    relationships.push({
      id: 'company',
      type: 'owns',
      from: 'person',
      to: 'person',
      share: { min: 25, max: 50 },
      indirect: true,
      amount: { value: 5, currency: 'EUR', ceiling: true },
      role: 'x',
      label: 'holds',
      start: '2001-02',
      end: '2003-04-05',
      claims: [{ source: 's', stance: 'alleges', statement: 'so', locator: 'p. 1', made: '2002', credibility: 2 }],
    });
    relationships.push({
      id: 'small', type: 'owns', from: 'person', to: 'company', share: 0.5,
      claims: [
        { source: 's', stance: 'asserts' }, { source: 't', stance: 'denies' },
      ],
    });
    const dataset: Dataset = {
      format: 'throughline/1', id: 'x', title: 'X', licence: 'CC0',
      sources: [
        { id: 's', title: 'S', publisher: 'P', kind: 'court', url: 'https://p.example/s' },
        { id: 't', title: 'T', publisher: 'T', kind: 'news' }, { id: 'u', title: 'U', publisher: 'U', kind: 'book' },
      ],
      entities, relationships,
    };
    const { bytes, issues, json } = await written(dataset);
    expect(cytoscape({ headless: true, elements: json.elements }).elements().length).toBe(entities.length + relationships.length);
    const again = (await readFile(bytes)).dataset!;
    expect(again.entities).toEqual(entities);
    expect(again.relationships).toEqual(relationships.map((r) => (r.id === 'company' ? { ...r, id: 'relationship-company' } : r)));
    expect(issues.map((i) => `${i.code} ${i.value}`)).toEqual(['lost-uncited 1', 'changed-id 1']);
  });

  test('what was written once opens for ever', async () => {
    const { dataset, perspectives } = await readFile(golden('written.cyjs'));
    const { $schema: _, ...harbour } = JSON.parse(readFileSync(join(import.meta.dirname, '../throughline/golden/harbour.json'), 'utf8'));
    const kept = harbour.relationships.filter((r: Dataset['relationships'][number]) => !isDenied(r, harbour));
    expect(byId(dataset!.entities)).toEqual(byId(harbour.entities));
    expect(byId(dataset!.relationships)).toEqual(byId(kept));
    expect(Object.keys(perspectives![0]!.positions)).toHaveLength(harbour.entities.length);
  });

  test('what is inside itself is written beside itself', async () => {
    const inside = (id: string, parent: string) => ({ id, type: 'place' as const, name: id.toUpperCase(), properties: { parent } });
    const { json, bytes } = await written({
      format: 'throughline/1', id: 'x', title: 'X', sources: [],
      entities: [inside('a', 'b'), inside('b', 'c'), inside('c', 'a'), inside('d', 'd')], relationships: [],
    });
    expect(cytoscape({ headless: true, elements: json.elements }).nodes().length).toBe(4);
    expect((await readFile(bytes)).dataset!.entities.map((e) => e.properties!.parent)).toEqual(['b', 'c', 'a', 'd']);
  });
});

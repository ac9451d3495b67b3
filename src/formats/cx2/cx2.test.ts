import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entityTypeIds, readDataset, relationshipTypeIds, sourcesBehind, statusOf, type Dataset } from '../../model';
import { formatOf, guessFormat, readFile } from '..';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const read = (value: unknown) => readFile(new TextEncoder().encode(JSON.stringify(value)), { format: 'cx2' });
const said = ({ relationships }: Dataset) =>
  relationships.map((r) => `${r.id}: ${r.from} ${r.type}${r.label ? ` “${r.label}”` : ''} ${r.to}${r.role ? ` (${r.role})` : ''}`);
const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test.each(['harbour.cx2', 'harbour.cx', 'written.cx2'])('%s is known by its content and gives a sound dataset', async (name) => {
  expect(guessFormat(golden(name))?.id).toBe('cx2');
  expect(readDataset((await readFile(golden(name))).dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
});

describe('a network in CX2', async () => {
  const { dataset, report, perspectives } = await readFile(golden('harbour.cx2'));

  test('has its attributes under their full names, with declared types and defaults, from all its fragments', () => {
    expect(dataset!.entities).toEqual([
      { id: '0', type: 'person', name: 'Olga Oak', properties: { weight: 0.5, tags: ['vip', 'owner'], z: 3 } },
      { id: '7', type: 'company', name: 'Elm Port Ltd', properties: { represents: 'reg:HE 1234', sizes: [1, 2] } },
      {
        id: '8', type: 'organization', name: 'Ash Club',
        properties: { 'common name': 'Ash Club', kind: 'club', weight: 'heavy', typeGuessedFrom: 'kind' },
      },
      { id: '9', type: 'company', name: '9' },
      { id: '99', type: 'organization', name: '99', properties: { notInFile: true } },
    ]);
  });

  test('keeps parallel edges, loops and what has no direction', () => {
    expect(said(dataset!)).toEqual([
      '0: 0 owns 7', '1: 0 directs 7 (chair)', '2: 7 linkedTo “buys back from” 7', '3: 8 connectedWith “near” 0', '4: 8 linkedTo 99',
    ]);
    expect(dataset!.relationships[0]).toMatchObject({ share: 60, start: '2005' });
    expect(dataset!.relationships.every((r) => r.claims.length === 1)).toBe(true);
  });

  test('gives the dataset its title, description in plain text and rights, and the source its author', () => {
    expect(dataset).toMatchObject({
      title: 'Harbour', summary: 'Ties around a port & its owners', licence: 'CC BY 4.0',
      sources: [{ title: 'Harbour', author: 'A. Mapper' }],
    });
  });

  test('keeps positions as a view to open with', () => {
    expect(perspectives).toMatchObject([{ title: 'As in the file', positions: { 0: { x: -10.5, y: 20 }, 7: { x: 100, y: -5 } } }]);
  });

  test('says what it did not read, and what is not as it is declared', () => {
    expect(report.notExpressed).toEqual({ 'style of the network': 1, 'aspect “myAspect”': 2, '“version” of the network': 1 });
    expect(report.issues.map((i) => i.code)).toEqual(['bad-value', 'type-guessed', 'verb-guessed', 'dangling-end']);
  });
});

test('a network in CX 1 is read too', async () => {
  const { dataset, report, perspectives } = await readFile(golden('harbour.cx'));
  expect(dataset).toMatchObject({
    title: 'Harbour', summary: 'Ties around a port', licence: 'CC0',
    entities: [
      { id: '1', type: 'person', name: 'Olga Oak', properties: { represents: 'id:1' } },
      { id: '2', name: 'Elm Port Ltd', properties: { berths: 12, tags: ['port'] } },
    ],
    relationships: [
      { id: '5', type: 'owns', share: 60, properties: { checked: true } }, { id: '6', type: 'meets' },
    ],
  });
  expect(perspectives).toMatchObject([{ positions: { 1: { x: 10, y: 20 }, 2: { x: -30, y: 0.5 } } }]);
  expect(report.notExpressed).toEqual({ 'aspect “citations”': 1, 'style of the network': 1 });
});

describe('what is not as the specification has it', () => {
  const nodes = { nodes: [{ id: 1, v: { name: 'A' } }] };
  const status = { status: [{ success: true }] };
  const descriptor = { CXVersion: '2.0', hasFragments: false };

  test('another version is refused, with the version named', async () => {
    for (const version of ['1.0', '3.0', 2]) {
      const { dataset, report } = await read([{ ...descriptor, CXVersion: version }, nodes, status]);
      expect(dataset).toBeUndefined();
      expect(report.issues).toMatchObject([{ code: 'wrong-version', severity: 'error', value: String(version) }]);
    }
  });

  test('a file that was cut short says so', async () => {
    expect((await read([descriptor, { metaData: [{ name: 'nodes', elementCount: 5 }] }, nodes])).report.issues.map((i) => i.code)).toEqual([
      'count-differs', 'no-status', 'type-unknown',
    ]);
    expect((await read([descriptor, nodes, { status: [{ success: false, error: 'disk full' }] }])).report.issues[0]).toMatchObject({
      code: 'failed-export', value: 'disk full',
    });
  });

  test('a file without its descriptor is read, and asked about', async () => {
    expect((await read([nodes, status])).report).toMatchObject({
      entities: 1, issues: [{ code: 'no-descriptor' }, { code: 'type-unknown' }],
    });
  });
});

describe('written as CX2', () => {
  const written = async (dataset: Dataset, positions?: ReadonlyMap<string, { x: number; y: number }>) => {
    const { bytes, issues } = await formatOf('cx2')!.write!(dataset, positions ? { positions } : {});
    return { bytes, issues, json: JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>[] };
  };

  const TYPES = {
    string: z.string(),
    integer: z
      .int()
      .min(-(2 ** 31))
      .max(2 ** 31 - 1),
    long: z.int(), double: z.number(), boolean: z.boolean(),
  } as const;

  /** What is wrong with a document by the specification: order of aspects, counts, ids, declarations, types. */
  function faults(document: readonly Record<string, unknown>[]): string[] {
    const order = document.map((one) => Object.keys(one)[0]!);
    const list = (name: string) => document.find((one) => name in one)![name] as Record<string, unknown>[];
    const found: string[] = [];
    if (JSON.stringify(document[0]) !== '{"CXVersion":"2.0","hasFragments":false}') found.push('descriptor');
    if (JSON.stringify(order) !== JSON.stringify([
      'CXVersion', 'metaData', 'attributeDeclarations', 'networkAttributes', 'nodes', 'edges', 'visualProperties', 'status',
    ])) found.push(`order ${order}`);
    for (const { name, elementCount } of list('metaData'))
      if (list(String(name)).length !== elementCount) found.push(`count of ${String(name)}`);
    if (list('status')[0]!.success !== true) found.push('status');
    const [declared] = list('attributeDeclarations') as Record<string, Record<string, { d: keyof typeof TYPES }>>[];
    const check = (of: string, values: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(values))
        if (!declared![of]![name] || !TYPES[declared![of]![name].d].safeParse(value).success)
          found.push(`${of} ${name} ${JSON.stringify(value)}`);
    };
    const ids = new Set(list('nodes').map((n) => n.id));
    for (const of of ['nodes', 'edges']) {
      if (new Set(list(of).map((one) => one.id)).size !== list(of).length || !list(of).every((one) => Number.isInteger(one.id)))
        found.push(`ids of ${of}`);
      for (const one of list(of)) check(of, one.v as Record<string, unknown>);
    }
    for (const { s, t } of list('edges')) if (!ids.has(s) || !ids.has(t)) found.push('ends');
    check('networkAttributes', list('networkAttributes')[0]!);
    return found;
  }

  const founding = JSON.parse(readFileSync(join(import.meta.dirname, '../../../graph-data/north-korea-telecom.json'), 'utf8')) as Dataset;

  test('the founding case holds to the specification and comes back as it was, but for what is denied', async () => {
    const positions = new Map(founding.entities.map((e, i) => [e.id, { x: i * 10.5, y: 5 - i }]));
    const { bytes, json, issues } = await written(founding, positions);
    expect(faults(json)).toEqual([]);
    expect(guessFormat(bytes)?.id).toBe('cx2');
    const { dataset, report, perspectives } = await readFile(bytes);
    const { $schema: _, ...original } = founding;
    const kept = founding.relationships.filter((r) => statusOf(r.claims, (id) => founding.sources.find((s) => s.id === id)) !== 'denied');
    const cited = sourcesBehind([...founding.entities, ...kept], founding.sources);
    expect({ ...dataset, sources: byId(dataset!.sources) }).toEqual({ ...original, relationships: kept, sources: byId(cited) });
    expect(report.issues).toEqual([]);
    expect(perspectives).toMatchObject([{ positions: Object.fromEntries(positions) }]);
    expect(issues.find((i) => i.code === 'lost-denied')!.value).toBe(String(founding.relationships.length - kept.length));
  });

  test('every type and every kind of property holds to it and comes back as what it was', async () => {
    const properties = {
      type: 'x',
      label: 'y',
      country: 'zz',
      parent: 'nobody',
      ' spaced ': 1,
      empty: '',
      none: null,
      mixed: [1, 'a', null],
      list: ['a', 'b'],
      yes: true,
      figure: 0.1,
      whole: 7,
      large: 2 ** 40,
      n: 'n',
      entityId: 'i',
      relationshipId: 'j',
      directed: 'so',
      throughline: 't',
    };
    const entities: Dataset['entities'] = entityTypeIds.map((type) => ({ id: type, type, name: `The ${type}`, properties }));
    entities.push({
      id: '4', type: 'person', name: '42', aliases: ['y'], identifiers: [{ scheme: 'LEI', value: '1' }], start: '2001', end: '..',
      properties: { whole: 'text', figure: 1, yes: 'no' },
    });
    const relationships: Dataset['relationships'] = relationshipTypeIds.map((type) => ({
      id: type, type, from: 'person', to: 'company', claims: [], properties,
    }));
    relationships.push({
      id: 'company', type: 'linkedTo', from: 'person', to: 'person', share: { min: 25, max: 50 }, label: 'holds',
      claims: [{ source: 's', stance: 'alleges', locator: 'p. 1' }], properties: { undirected: true, mutual: true },
    });
    const dataset: Dataset = {
      format: 'throughline/1', id: 'x', title: 'X <&', summary: 'a <b>\nc & d', licence: 'CC0',
      sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'court' }], entities, relationships,
    };
    const { bytes, json, issues } = await written(dataset);
    expect(faults(json)).toEqual([]);
    expect(issues).toEqual([]);
    const again = (await readFile(bytes)).dataset!;
    expect(again.entities).toEqual(entities);
    expect(again.relationships).toEqual(relationships);
    expect(again.summary).toBe(dataset.summary);
  });

  test('what was written once opens for ever', async () => {
    const { dataset, perspectives } = await readFile(golden('written.cx2'));
    const harbour = JSON.parse(readFileSync(join(import.meta.dirname, '../throughline/golden/harbour.json'), 'utf8')) as Dataset;
    const kept = harbour.relationships.filter((r) => statusOf(r.claims, (id) => harbour.sources.find((s) => s.id === id)) !== 'denied');
    expect(byId(dataset!.entities)).toEqual(byId(harbour.entities));
    expect(byId(dataset!.relationships)).toEqual(byId(kept));
    expect(Object.keys(perspectives![0]!.positions)).toHaveLength(harbour.entities.length);
  });

  test('what came from CX2 goes back as it came', async () => {
    const { dataset } = await readFile(golden('harbour.cx2'));
    const { bytes, json } = await written(dataset!);
    expect(faults(json)).toEqual([]);
    expect((await readFile(bytes)).dataset).toEqual(dataset);
  });
});

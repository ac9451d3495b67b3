import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultModel, Model } from '@alephdata/followthemoney';
import { describe, expect, test } from 'vitest';
import { entityTypeIds, entityTypes, readDataset, relationshipTypeIds, statusOf, type Dataset } from '../../model';
import { formatOf, guessFormat, readFile } from '..';
import { compactSchemata } from './compactSchemata';
import schemata from './schemata.json';
import { entityTypeOf } from './schemaTypes';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const bytes = (...records: object[]) => new TextEncoder().encode(records.map((r) => JSON.stringify(r)).join('\n'));
const person = (id: string, name: string) => ({ id, schema: 'Person', properties: { name: [name] } });
const company = (id: string, name: string) => ({ id, schema: 'Company', properties: { name: [name] } });
const read = async (...records: object[]) => readFile(bytes(...records), { format: 'ftm' });

describe('a file of FollowTheMoney entities', async () => {
  const { format, dataset, report } = await readFile(golden('harbour.ftm.json'));
  const entity = (id: string) => dataset!.entities.find((e) => e.id === id)!;
  const relationship = (id: string) => dataset!.relationships.find((r) => r.id === id)!;

  test('is known by its content and gives a dataset that holds to the schema', () => {
    expect(format).toBe('ftm');
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual([
      'bad-date line 3',
      'bad-date line 7',
      'unknown-schema line 25',
      'dangling-end line 26',
    ]);
  });

  test('keeps names, numbers, countries and dates apart from what has no field', () => {
    expect(entity('elm-port')).toMatchObject({
      type: 'company',
      name: 'Elm Port Ltd',
      aliases: ['Порт Вяз', 'EPL', 'Quay Holdings'],
      jurisdiction: 'CY',
      start: '2001-05',
      identifiers: expect.arrayContaining([
        { scheme: 'LEI', value: '5299000J2N45DDNE4Y28' }, { scheme: 'registrationNumber', value: 'HE 1234' },
      ]),
      properties: { weakAlias: 'EPL', topics: 'sanction', country: ['cy', 'ru'], datasets: ['harbour'], target: true },
    });
    expect(entity('oak')).toMatchObject({
      start: '1970',
      identifiers: [
        { scheme: 'passportNumber', value: 'AB 1' }, { scheme: 'passportNumber', value: 'CD 2' },
      ],
      properties: { birthDate: '1970-13-40' },
    });
    expect(report.keptAsProperties).toMatchObject({ topics: 1, sharesCount: 1 });
  });

  test('keeps what each link means', () => {
    const said = Object.fromEntries(dataset!.relationships.map((r) => [r.id, `${r.from} ${r.type} ${r.to}`]));
    expect(said).toMatchObject({
      'own-1': 'oak owns elm-port',
      'own-2': 'fir controls elm-port',
      'dir-1-1': 'oak directs elm-port',
      'dir-1-2': 'ash directs elm-port',
      'fam-1': 'oak family ash',
      'aso-1': 'oak linkedTo ash',
      'rep-1': 'fir trusteeOf oak',
      'unk-1': 'fir linkedTo ash',
      'pay-1': 'elm-port pays fir',
      'debt-1': 'fir lendsTo elm-port',
      'suc-1': 'elm-port succeeds fir',
      'emp-1': 'elm-port employs ash',
      'mem-1': 'ash memberOf elm-port',
      'san-1': 'treasury sanctions oak',
      'san-2': 'council-of-ports sanctions elm-port',
      'sim-1': 'oak sameAs ash',
      'awa-1': 'elm-port contracts con-1',
      'odd-1': 'fir linkedTo elm-port',
      'own-3': 'nobody owns elm-port',
      'elm-port-addressEntity-addr-1': 'elm-port locatedIn addr-1',
      'con-1-authority-treasury': 'con-1 linkedTo treasury',
    });
    expect(dataset!.relationships).toHaveLength(21);
  });

  test('keeps dates, shares, roles, sums and sources of links', () => {
    expect(relationship('own-1')).toMatchObject({
      share: 60, role: 'founder', start: '2005', claims: [{ stance: 'asserts' }, { stance: 'asserts' }],
      properties: { sharesCount: '600', endDate: '2011-02-30' },
    });
    expect(relationship('own-1').end).toBeUndefined();
    expect(relationship('own-2')).toMatchObject({ share: { min: 25, max: 40 }, claims: [{ stance: 'alleges' }] });
    expect(relationship('pay-1')).toMatchObject({
      amount: { value: 1000.5, currency: 'EUR' }, start: '2009-03-01', end: '2009-03-01', properties: { purpose: 'berth fees' },
    });
    expect(relationship('debt-1').amount).toEqual({ value: 5000, currency: 'USD' });
    expect(relationship('fam-1').role).toBe('daughter');
    expect(relationship('aso-1')).toMatchObject({
      label: 'is an associate of', role: 'business partner', properties: { schema: 'Associate' },
    });
    expect(relationship('odd-1')).toMatchObject({ label: 'is tied by mooring to', properties: { schema: 'Mooring', knot: 'bowline' } });
    expect(dataset!.sources.find((s) => s.url === 'https://register.example/elm')).toMatchObject({ publisher: 'register.example' });
  });

  test('has an entity for an end that it names and does not hold', () => {
    expect(entity('nobody')).toMatchObject({ type: 'organization', name: 'nobody', properties: { notInFile: true } });
  });
});

describe('other forms', () => {
  test('a JSON list reads as the lines do', async () => {
    const lines = new TextDecoder().decode(golden('harbour.ftm.json')).trim().split('\n');
    const { dataset } = await readFile(new TextEncoder().encode(`[\n${lines.join(',\n')}\n]`));
    expect(dataset!.relationships).toEqual((await readFile(golden('harbour.ftm.json'))).dataset!.relationships);
  });

  test('an Aleph diagram opens as it was drawn, its groups as views; what it draws of values is counted', async () => {
    const { perspectives, report } = await readFile(golden('diagram.vis'));
    expect(perspectives).toMatchObject([
      { title: 'As in the file', positions: { oak: { x: -3.5, y: 2 }, elm: { x: 4, y: 6 } } },
      { title: 'Those at the port', positions: { elm: { x: 4, y: 6 } } },
    ]);
    expect(report.notExpressed).toEqual({ 'vertices that are values, or have no place': 1, 'drawn edges': 1 });
  });

  test('an Aleph diagram gives nested entities too; one without places opens without a picture', async () => {
    const { dataset, perspectives, report } = await readFile(golden('harbour.vis'));
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Olga Oak', 'Elm Port']);
    expect(dataset!.relationships).toMatchObject([{ from: 'oak', to: 'elm', share: 51 }]);
    expect(report.notExpressed).toEqual({ 'vertices that are values, or have no place': 1 });
    expect(perspectives).toBeUndefined();
  });

  test('statements are gathered by their canonical id', async () => {
    const { format, dataset } = await readFile(golden('statements.csv'));
    expect(format).toBe('ftm');
    expect(dataset!.entities).toMatchObject([
      {
        id: 'NK-1', name: 'Elm Port', aliases: ['Elm Port, Ltd'], properties: { datasets: ['harbour', 'quay'], referents: ['a-1', 'b-7'] },
      },
      { id: 'NK-2' },
    ]);
    expect(dataset!.relationships).toMatchObject([{ type: 'owns', from: 'NK-2', to: 'NK-1' }]);
  });

  test('fragments of one id are united and counted', async () => {
    const { dataset, report } = await read(company('a', 'Elm'), { id: 'a', schema: 'LegalEntity', properties: { name: ['Elm Port'] } });
    expect(dataset!.entities).toMatchObject([{ type: 'company', name: 'Elm', aliases: ['Elm Port'] }]);
    expect(report.issues).toMatchObject([{ code: 'united-fragments', value: '1' }]);
  });
});

describe('shares written in two ways', () => {
  const own = (id: string, owner: string, asset: string, percentage: string) => ({
    id, schema: 'Ownership', properties: { owner: [owner], asset: [asset], percentage: [percentage] },
  });

  test('of one thing that add up to one are fractions, and it is said', async () => {
    const { dataset, report } = await read(
      person('a', 'A'), person('b', 'B'), company('c', 'C'), own('x', 'a', 'c', '0.75'), own('y', 'b', 'c', '0.25'),
    );
    expect(dataset!.relationships.map((r) => r.share)).toEqual([75, 25]);
    expect(dataset!.relationships[0]!.properties).toEqual({ shareAsWritten: 0.75 });
    expect(report.issues).toMatchObject([{ code: 'fractions-as-shares', value: '0.75 + 0.25' }]);
  });

  test('1.00 beside 100.00 stays per cent, and is asked about', async () => {
    const { dataset, report } = await read(
      person('a', 'A'), person('b', 'B'), company('c', 'C'), own('x', 'a', 'c', '1.00'), own('y', 'b', 'c', '100.00'),
    );
    expect(dataset!.relationships.map((r) => r.share)).toEqual([1, 100]);
    expect(report.issues).toMatchObject([{ code: 'doubtful-share', value: '1' }]);
  });

  test('above a hundred is no share, and stays as it was', async () => {
    const { dataset, report } = await read(person('a', 'A'), company('c', 'C'), own('x', 'a', 'c', '120'));
    expect(dataset!.relationships[0]).toMatchObject({ properties: { percentage: '120' } });
    expect(report.issues).toMatchObject([{ code: 'bad-share', value: '120' }]);
  });
});

describe('written as FollowTheMoney', () => {
  const model = new Model(defaultModel);
  const written = async (dataset: Dataset) => {
    const { bytes: file, issues } = await formatOf('ftm')!.write!(dataset);
    return { file, issues, entities: new TextDecoder().decode(file).trim().split('\n').map((line) => JSON.parse(line)) };
  };

  /** What is wrong with entities by the package's own model: unknown, abstract, lacking, of the wrong range. */
  function faults(entities: { id: string; schema: string; properties: Record<string, unknown[]> }[]): string[] {
    const byId = new Map(entities.map((e) => [e.id, e]));
    return entities.flatMap((e) => {
      const schema = model.getSchema(e.schema);
      const lacking = schema.required.filter((name) => !e.properties[name]?.length);
      const wrong = Object.entries(e.properties).filter(([name, values]) => {
        if (!schema.hasProperty(name) || !values.every((v) => typeof v === 'string')) return true;
        const property = schema.getProperty(name);
        return (
          property.type.isEntity
          && values.some((v) => byId.has(v as string) && !model.getSchema(byId.get(v as string)!.schema).isA(property.getRange()))
        );
      });
      return [
        ...(schema.abstract ? [`${e.id} abstract`] : []), ...lacking.map((n) => `${e.id} lacks ${n}`),
        ...wrong.map(([n]) => `${e.id} has wrong ${n}`),
      ];
    });
  }

  test('the founding case is valid by the schema, and its losses are counted', async () => {
    const dataset = JSON.parse(readFileSync(join(import.meta.dirname, '../../../graph-data/north-korea-telecom.json'), 'utf8')) as Dataset;
    const { entities, issues } = await written(dataset);
    expect(faults(entities)).toEqual([]);
    const denied = dataset.relationships.filter(
      (r) => statusOf(r.claims, (id) => dataset.sources.find((s) => s.id === id)) === 'denied',
    ).length;
    expect(entities).toHaveLength(dataset.entities.length + dataset.relationships.length - denied);
    expect(issues.length).toBeGreaterThan(0);
    for (const entity of entities) expect(model.getEntity(entity).getProperties().length).toBeGreaterThan(0);
  });

  test('what came from FollowTheMoney goes back as it came, but for what is listed', async () => {
    const { dataset } = await readFile(golden('harbour.ftm.json'));
    const { file, entities } = await written(dataset!);
    expect(faults(entities)).toEqual([]);
    const again = (await readFile(file)).dataset!;
    const plain = (d: Dataset) => ({
      entities: d.entities.map(({ properties: _p, ...e }) => e).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      relationships: d.relationships
        .map(({ properties: _p, claims, ...r }) => ({ ...r, claims: claims.map((c) => c.stance) }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    });
    const lost = { 'odd-1': 'its verb becomes a role' };
    const without = (p: ReturnType<typeof plain>) => ({ ...p, relationships: p.relationships.filter((r) => !(r.id in lost)) });
    expect(without(plain(again))).toEqual(without(plain(dataset!)));
    expect(again.relationships.find((r) => r.id === 'odd-1')).toMatchObject({ type: 'linkedTo', role: 'is tied by mooring to' });
  });

  test('a type that FollowTheMoney lacks comes back by its verb', async () => {
    const base = { claims: [] };
    const dataset: Dataset = {
      format: 'throughline/1', id: 'x', title: 'x', sources: [],
      entities: [
        { id: 'a', type: 'company', name: 'A' }, { id: 'b', type: 'publicBody', name: 'B' }, { id: 'n', type: 'network', name: 'N' },
      ],
      relationships: [
        { ...base, id: '1', type: 'operates', from: 'a', to: 'n' },
        { ...base, id: '2', type: 'regulates', from: 'b', to: 'a' },
        { ...base, id: '3', type: 'partnerIn', from: 'a', to: 'n', share: 51 },
        { ...base, id: '4', type: 'contracts', from: 'a', to: 'b' },
        { ...base, id: '5', type: 'owns', from: 'a', to: 'b', role: 'lessee' },
        { ...base, id: '6', type: 'controls', from: 'b', to: 'a', role: 'golden share' },
        { ...base, id: '7', type: 'tookPartIn', from: 'a', to: 'b' },
      ],
    };
    const { file, entities } = await written(dataset);
    expect(faults(entities)).toEqual([]);
    expect((await readFile(file)).dataset!.relationships.map(({ properties: _p, ...r }) => r)).toEqual(dataset.relationships);
  });

  test('every type between every two types of entities is valid by the schema and comes back as what it was', async () => {
    const entities = entityTypeIds.map((type) => ({ id: type, type, name: type }));
    const relationships = relationshipTypeIds.flatMap((type) =>
      entityTypeIds.flatMap((from) =>
        entityTypeIds.map((to) => ({ id: `${type} ${from} ${to}`, type, from, to, start: '2001', claims: [] })),
      ),
    );
    const { file, entities: lines } = await written({ format: 'throughline/1', id: 'x', title: 'x', sources: [], entities, relationships });
    expect(faults(lines)).toEqual([]);
    const again = (await readFile(file)).dataset!;
    const changed = again.relationships
      .filter((r) => r.id !== `${r.type} ${r.from} ${r.to}`)
      .map((r) => `${r.id}: ${r.from} ${r.type} ${r.to}`);
    expect(changed).toEqual([]);
    expect(again.relationships).toHaveLength(relationships.length);
    expect(again.relationships.every((r) => r.start === '2001')).toBe(true);
  });

  test('a type of entity with a schema of its own is read back as that type', () => {
    const schemas = entityTypeIds.map((type) => entityTypes[type].ftm as string);
    const alone = entityTypeIds.filter((type) => schemas.filter((s) => s === entityTypes[type].ftm).length === 1);
    expect(alone).toEqual(expect.arrayContaining(['person', 'publicBody', 'event', 'place']));
    expect(alone.map((type) => entityTypeOf(entityTypes[type].ftm))).toEqual(alone);
    expect(['Company', 'Asset', 'LegalEntity'].map(entityTypeOf)).toEqual(['company', 'asset', 'organization']);
  });

  test('titles of sources come back, of several publishers too, and sums of ownerships', async () => {
    const dataset: Dataset = {
      format: 'throughline/1', id: 'x', title: 'x',
      sources: [
        { id: 's', title: 'Annual report | part 2', publisher: 'Registry', kind: 'other', url: 'https://registry.example/2' },
        { id: 't', title: 'Who owns B?', publisher: 'The Courier', kind: 'other' },
        { id: 'u', title: 'https://plain.example/1', publisher: 'plain.example', url: 'https://plain.example/1', kind: 'other' },
      ],
      entities: [
        { id: 'a', type: 'company', name: 'A', claims: [{ source: 't', stance: 'asserts' }] }, { id: 'b', type: 'company', name: 'B' },
      ],
      relationships: [{
        id: 'r', type: 'owns', from: 'a', to: 'b', amount: { value: 1_500_000, currency: 'EUR' },
        claims: ['s', 't', 'u'].map((source) => ({ source, stance: 'asserts' as const })),
      }],
    };
    const { file, entities, issues } = await written(dataset);
    expect(faults(entities)).toEqual([]);
    expect(entities[2].properties).toMatchObject({
      sharesValue: ['1500000'], sharesCurrency: ['EUR'],
      description: ['Source: Annual report | part 2 | Registry | https://registry.example/2', 'Source: Who owns B? | The Courier'],
    });
    expect(issues).toEqual([]);
    const again = (await readFile(file)).dataset!;
    const cited = (claims: readonly { source: string }[]) =>
      claims.map((c) => again.sources.find((s) => s.id === c.source)).map((s) => [s?.title, s?.publisher, s?.url]);
    expect(again.relationships[0]).toMatchObject({ amount: { value: 1_500_000, currency: 'EUR' } });
    expect(again.relationships[0]!.properties).toBeUndefined();
    expect(cited(again.relationships[0]!.claims)).toEqual([
      ['Annual report | part 2', 'Registry', 'https://registry.example/2'], ['Who owns B?', 'The Courier', undefined],
      ['https://plain.example/1', 'plain.example', 'https://plain.example/1'],
    ]);
    expect(cited(again.entities[0]!.claims!)).toEqual([['Who owns B?', 'The Courier', undefined]]);
    expect(again.sources).toHaveLength(3);
  });

  test('a paper whose holder the file lacks is a thing', async () => {
    const { dataset } = await readFile(bytes({ id: 'x', schema: 'Passport', properties: { holder: ['nobody'], number: ['CD 2'] } }));
    expect(dataset!.entities[0]).toMatchObject({ id: 'x', type: 'asset' });
  });

  test('a delta adds entities, puts them in the place of earlier ones, and takes them away', async () => {
    const person = (id: string, name: string) => ({ id, schema: 'Person', properties: { name: [name] } });
    const delta = bytes(
      { op: 'ADD', entity: person('a', 'Ann') }, { op: 'ADD', entity: person('b', 'Bo') }, { op: 'MOD', entity: person('a', 'Anna') },
      { op: 'DEL', entity: { id: 'b' } }, { op: 'TAG', entity: person('c', 'Cy') },
    );
    expect(guessFormat(delta)?.id).toBe('ftm');
    const { dataset, report } = await readFile(delta);
    expect(dataset!.entities.map((e) => `${e.id} ${e.name}`)).toEqual(['a Anna']);
    expect(dataset!.entities[0]!.aliases).toBeUndefined();
    expect(report.notExpressed).toEqual({ 'entities that are gone (DEL)': 1 });
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual(['unknown-change line 5']);
  });

  test('a paper without a number is said of its holder, and is no event', async () => {
    const { dataset } = await readFile(
      bytes(
        { id: 'p', schema: 'Person', properties: { name: ['Olga Oak'] } },
        { id: 'x', schema: 'Passport', properties: { holder: ['p'], country: ['cy'] } },
        { id: 'y', schema: 'Identification', properties: { holder: ['p'] } },
      ),
    );
    expect(dataset!.entities).toMatchObject([
      { id: 'p', type: 'person', properties: { Passport: 'country: cy', Identification: 'without a number (y)' } },
    ]);
    expect(dataset!.relationships).toEqual([]);
  });

  test('what is denied is left out and counted', async () => {
    const dataset: Dataset = {
      format: 'throughline/1', id: 'x', title: 'x', sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'news' }],
      entities: [
        { id: 'a', type: 'company', name: 'A' }, { id: 'b', type: 'company', name: 'B' },
      ],
      relationships: [
        { id: 'r', type: 'owns', from: 'a', to: 'b', claims: [{ source: 's', stance: 'denies' }] },
        { id: 'q', type: 'owns', from: 'b', to: 'a', claims: [{ source: 's', stance: 'alleges' }] },
      ],
    };
    const { entities, issues } = await written(dataset);
    expect(entities.map((e) => e.id)).toEqual(['a', 'b', 'q']);
    expect(entities[2].properties.status).toEqual(['alleged']);
    expect(issues).toMatchObject([{ code: 'lost-denied', value: '1' }]);
  });
});

test('the schemata that are used are those of the package', () => {
  expect(schemata).toEqual(compactSchemata(defaultModel));
});

test('a file whose schema comes after long texts is known all the same', () => {
  const record = { id: 'a', properties: { bodyText: ['x'.repeat(100_000)] }, schema: 'Pages' };
  expect(guessFormat(bytes(record))?.id).toBe('ftm');
});

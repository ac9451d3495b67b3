import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { entityTypeIds, readDataset, relationshipTypeIds, statusOf, type Dataset } from '../../model';
import { formatOf, readFile } from '..';
import { statementsSchema } from './testing/statementSchema';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const says = (dataset: Dataset) => dataset.relationships.map((r) => `${r.id}: ${r.from} ${r.type} ${r.to}`);

describe('statements of BODS 0.4', async () => {
  const { format, dataset, report } = await readFile(golden('harbour-0.4.json'));
  const entity = (id: string) => dataset!.entities.find((e) => e.id === id)!;
  const relationship = (id: string) => dataset!.relationships.find((r) => r.id === id)!;

  test('are known by their content and give a dataset that holds to the schema', () => {
    expect(format).toBe('bods');
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual([
      'bad-date [1] (line 6)', 'unknown-interest [10] (line 18)', 'bad-share [10] (line 18)', 'dangling-end [12] (line 20)',
    ]);
    expect(dataset!.licence).toBe('https://example.org/licence');
  });

  test('a record is read from its last statement, and every statement is a claim', () => {
    expect(entity('elm')).toMatchObject({
      type: 'company',
      name: 'Elm Port Ltd',
      aliases: ['EPL', 'Elm Quay Ltd'],
      jurisdiction: 'CY',
      claims: [{ made: '2019-01-01', locator: 'statement s-elm-00000000000000000000000000001' }, { made: '2020-01-01' }],
      properties: { foundingDate: '2001-02-30' },
    });
    expect(dataset!.sources[0]).toMatchObject({ publisher: 'Harbour Register', kind: 'registry', url: 'https://register.example/elm' });
    expect(report.notExpressed).toEqual({ 'details of replaced entity statements': 1 });
  });

  test('people have their legal name, and those who are not named say why', () => {
    expect(entity('oak')).toMatchObject({
      type: 'person', name: 'Olga Oak', aliases: ['Olya Oak'], jurisdiction: 'RU', start: '1970-03',
      properties: { 'politicalExposure.status': 'isPep' },
    });
    expect(entity('anon').name).toBe('unnamed person anon (interested party exempt from disclosure)');
    expect(entity('nobody')).toMatchObject({ properties: { notInFile: true } });
  });

  test('a share that is replaced ended when the new one began, which states its start', () => {
    expect(relationship('rel1-1')).toMatchObject({
      type: 'owns', share: 60, start: '2017-11-01', end: '2020-05-01', properties: { replacedBy: 's-rel1-0000000000000000000000000002' },
    });
    expect(relationship('rel1-2')).toMatchObject({ type: 'owns', share: 40, start: '2020-05-01' });
    expect(relationship('rel1-2').end).toBeUndefined();
  });

  test('a closed record ends its interests, each when it says, else when it was closed; interests that differ are parallel', () => {
    expect(relationship('rel3-1')).toMatchObject({
      type: 'owns', share: { min: 25, max: 50 }, indirect: true, end: '2020-12-24',
      claims: [{ made: '2019-01-01' }, { made: '2021-01-01' }],
    });
    expect(relationship('rel3-2')).toMatchObject({ type: 'controls', role: 'voting rights', indirect: true, end: '2021-01-01' });
    expect(says(dataset!).filter((s) => s.startsWith('rel3'))).toHaveLength(2);
  });

  test('components are direct and say that they are, what sums them up is indirect', () => {
    expect(relationship('rel1-2')).toMatchObject({ properties: { isComponent: true } });
    expect(relationship('rel1-2').indirect).toBeUndefined();
    expect(relationship('rel3-1').properties).toMatchObject({ componentRecords: ['fir', 'rel1', 'rel2'] });
  });

  test('interests keep what they mean', () => {
    expect(says(dataset!)).toEqual([
      'rel1-1: fir owns elm', 'rel1-2: fir owns elm', 'rel2: oak linkedTo fir', 'rel3-1: oak owns elm', 'rel3-2: oak controls elm',
      'rel4-1: anon directs elm', 'rel4-2: anon linkedTo elm', 'rel4-3: anon owns elm', 'rel5: rel5-interestedParty linkedTo fir',
      'rel6: nobody trusteeOf fir',
    ]);
    expect(relationship('rel2')).toMatchObject({
      label: 'is settlor of', start: '2017', properties: { beneficialOwnershipOrControl: true },
    });
    expect(relationship('rel4-1')).toMatchObject({ role: 'board chair', properties: { details: 'elected' } });
    expect(relationship('rel4-2')).toMatchObject({ label: 'has as interest: berth rights' });
    expect(relationship('rel4-3').share).toBeUndefined();
  });

  test('that there is no beneficial owner denies one', () => {
    expect(entity('rel5-interestedParty')).toMatchObject({
      name: 'unspecified interested party (no beneficial owners)', properties: { unspecified: true, description: 'none declared' },
    });
    const sources = new Map(dataset!.sources.map((s) => [s.id, s]));
    expect(statusOf(relationship('rel5').claims, (id) => sources.get(id))).toBe('denied');
  });
});

describe('earlier versions', async () => {
  const { dataset, report } = await readFile(golden('harbour-0.2.json'));

  test('refer to statements, of which the replaced ones lead to the latest', () => {
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Elm Port Ltd', 'Olga Oak', 'unspecified interested party (unknown)']);
    expect(dataset!.entities[0]).toMatchObject({ id: 'e2', aliases: ['Elm Quay Ltd'] });
    expect(report.issues).toEqual([]);
  });

  test('an interest that the replacement no longer has ended then, and one that it repeats goes on', () => {
    expect(dataset!.relationships).toMatchObject([
      { id: 'o2-1', from: 'p1', to: 'e2', type: 'owns', share: 100, end: '2019-01-01' },
      {
        id: 'o2-2', type: 'controls', share: { min: 25, max: 50 }, indirect: true, claims: [{}, {}], properties: { exclusiveMinimum: true },
      },
      { id: 'o3', from: 'o3-interestedParty', type: 'controls' },
    ]);
    expect(dataset!.relationships[1]!.end).toBeUndefined();
  });

  test('statements that replace one another in a circle are read, and it is said', async () => {
    const entity = (id: string, date: string, replaces: string) => ({
      statementID: id, statementType: 'entityStatement', statementDate: date, entityType: 'registeredEntity', name: id,
      replacesStatements: [replaces],
    });
    const { dataset: circle, report: said } = await readFile(
      encode([
        entity('a', '2019-01-01', 'c'), entity('b', '2021-01-01', 'a'), entity('c', '2020-01-01', 'b'), entity('d', '2020-01-01', 'd'),
      ]),
    );
    expect(circle!.entities).toHaveLength(2);
    expect(said.issues.map((i) => i.code)).toEqual(['circle-of-replacements', 'circle-of-replacements']);
  });
});

describe('other forms', () => {
  test('lines and zips read as the list does', async () => {
    const list = JSON.parse(new TextDecoder().decode(golden('harbour-0.4.json'))) as object[];
    const expected = (await readFile(golden('harbour-0.4.json'))).dataset!;
    const lines = new TextEncoder().encode(list.map((s) => JSON.stringify(s)).join('\n'));
    const zip = zipSync({
      'part-1.json': encode(list.slice(0, 6)),
      'more/part-2.jsonl': new TextEncoder().encode(
        list
          .slice(6)
          .map((s) => JSON.stringify(s))
          .join('\n'),
      ),
      'README.txt': lines,
    });
    for (const file of [lines, zip]) {
      const { format, dataset } = await readFile(file);
      expect(format).toBe('bods');
      expect({ e: dataset!.entities, r: dataset!.relationships }).toEqual({ e: expected.entities, r: expected.relationships });
    }
  });
});

describe('written as BODS 0.4', () => {
  const written = async (dataset: Dataset) => {
    const { bytes, issues } = await formatOf('bods')!.write!(dataset);
    return { bytes, issues, statements: JSON.parse(new TextDecoder().decode(bytes)) };
  };

  test('the founding case holds to the schema, and its losses are counted', async () => {
    const dataset = JSON.parse(readFileSync(join(import.meta.dirname, '../../../graph-data/north-korea-telecom.json'), 'utf8')) as Dataset;
    const { statements, issues } = await written(dataset);
    expect(statementsSchema.safeParse(statements).error?.issues ?? []).toEqual([]);
    expect(new Set(statements.map((s: { statementId: string }) => s.statementId)).size).toBe(statements.length);
    expect(issues.map((i) => i.code)).toEqual(expect.arrayContaining(['no-record', 'no-interest', 'lost-claims']));
  });

  test('every type that BODS has between every two parties holds to the schema and comes back as what it was', async () => {
    const entities = entityTypeIds.map((type) => ({ id: type, type, name: type }));
    const relationships = relationshipTypeIds.flatMap((type) =>
      entityTypeIds.flatMap((from) =>
        entityTypeIds.map((to) => ({ id: `${type} ${from} ${to}`, type, from, to, start: '2001-02', claims: [] })),
      ),
    );
    const { bytes, statements } = await written({ format: 'throughline/1', id: 'x', title: 'x', sources: [], entities, relationships });
    expect(statementsSchema.safeParse(statements).error?.issues ?? []).toEqual([]);
    const again = (await readFile(bytes)).dataset!;
    expect(again.relationships.filter((r) => r.id !== `${r.type} ${r.from} ${r.to}` || r.start !== '2001-02')).toEqual([]);
    expect(new Set(again.relationships.map((r) => r.type))).toEqual(new Set(['owns', 'controls', 'trusteeOf', 'partnerIn', 'directs']));
  });

  test.each(['harbour-0.4.json', 'harbour-0.2.json'])(
    'what came from %s goes back with its parties, interests, shares and dates',
    async (name) => {
      const { dataset } = await readFile(golden(name));
      const { bytes, statements } = await written(dataset!);
      expect(statementsSchema.safeParse(statements).error?.issues ?? []).toEqual([]);
      const again = (await readFile(bytes)).dataset!;
      const plain = (d: Dataset) =>
        d.relationships.map(({ id, from, to, type, role, label, share, indirect, start, end }) => ({
          id, from, to, type, role, label, share, indirect, start, end,
        }));
      const lost = { rel5: 'denied, so it is not written', 'rel4-2': 'a code that BODS does not have is no interest' };
      const rest = (d: Dataset) => plain({ ...d, relationships: d.relationships.filter((r) => !(r.id in lost)) });
      expect(rest(again)).toEqual(rest(dataset!));
      expect(again.entities.map((e) => [e.id, e.type, e.jurisdiction, e.start])).toEqual(
        dataset!.entities.map((e) => [e.id, e.type, e.jurisdiction, e.start]),
      );
    },
  );

  test('stakes in a venture, rounded dates, doubts and further sources come back as they were', async () => {
    const dataset: Dataset = {
      format: 'throughline/1', id: 'x', title: 'x',
      sources: [
        { id: 's', title: 'Filing', publisher: 'P', kind: 'filing', url: 'https://p.example/1' },
        { id: 't', title: 'News', publisher: 'Q', kind: 'news' },
      ],
      entities: [
        { id: 'a', type: 'company', name: 'A' }, { id: 'b', type: 'company', name: 'B' },
      ],
      relationships: [
        {
          id: 'r', type: 'partnerIn', from: 'a', to: 'b', share: 75, start: '2008', end: '2016-11', role: 'operator',
          claims: [
            { source: 's', stance: 'alleges', made: '2009-01-01' }, { source: 't', stance: 'alleges' },
          ],
        },
        { id: 'q', type: 'contracts', from: 'a', to: 'b', claims: [] },
      ],
    };
    const { bytes, statements, issues } = await written(dataset);
    expect(statementsSchema.safeParse(statements).success).toBe(true);
    const again = (await readFile(bytes)).dataset!;
    expect(again.relationships).toMatchObject([{
      type: 'partnerIn', share: 75, start: '2008', end: '2016-11', role: 'operator', claims: [{ stance: 'alleges' }, { stance: 'alleges' }],
    }]);
    expect(again.sources.map((s) => s.publisher)).toEqual(expect.arrayContaining(['P', 'Q']));
    expect(issues.map((i) => i.code)).toContain('no-interest');
  });

  const two = (relationship: Partial<Dataset['relationships'][number]>, more: Partial<Dataset> = {}): Dataset => ({
    format: 'throughline/1', id: 'x', title: 'Who owns B',
    sources: [
      { id: 's', title: 'Filing', publisher: 'P', kind: 'filing', published: '2009-03' },
      { id: 't', title: 'News', publisher: 'Q', kind: 'news' },
    ],
    entities: [
      { id: 'a', type: 'company', name: 'A' }, { id: 'b', type: 'company', name: 'B' },
    ],
    relationships: [{ id: 'r', type: 'owns', from: 'a', to: 'b', claims: [], ...relationship }], ...more,
  });

  test.each<[string, Partial<Dataset['relationships'][number]>, string]>([
    ['is merely linked', { type: 'linkedTo', label: 'writes for' }, 'no-interest'],
    ['is an intermediary in a trade', { type: 'intermediaryFor', role: 'reseller' }, 'no-interest'],
    ['was only planned, whatever its type', { type: 'owns', label: 'plans to buy', share: 75 }, 'lost-planned'],
    ['is planned by its role', { type: 'partnerIn', role: 'proposed partner', share: 75 }, 'lost-planned'],
    ['is denied', { type: 'owns', claims: [{ source: 't', stance: 'denies' }] }, 'lost-denied'],
  ])('what %s is left out and counted, and never an unknown interest', async (_, relationship, code) => {
    const { statements, issues } = await written(two(relationship));
    expect(statements.map((s: { recordType: string }) => s.recordType)).toEqual(['entity', 'entity']);
    expect(issues.find((i) => i.code === code)).toMatchObject({ at: 'relationship r', value: '1' });
  });

  test('an interest that its file calls unknown goes back as that', async () => {
    const { statements } = await written(two({ type: 'linkedTo', label: 'has an unknown interest in' }));
    expect(statements[2].recordDetails.interests[0].type).toBe('unknownInterest');
  });

  test.each<[string, Dataset['relationships'][number]['claims'], string, { made?: string; published?: string }]>([
    ['when its source made the claim', [{ source: 's', stance: 'asserts', made: '2009-01-01' }], '2009-01-01', { made: '2009-01-01' }],
    [
      'on the first day of the month that is known', [{ source: 's', stance: 'asserts', made: '2009-02' }], '2009-02-01',
      { made: '2009-02' },
    ],
    ['when its source was published', [{ source: 's', stance: 'asserts' }], '2009-03-01', { published: '2009-03' }],
    ['on the day of the file, where nothing is known', [{ source: 't', stance: 'asserts' }], new Date().toISOString().slice(0, 10), {}],
  ])('a statement is dated %s, and read back with what was known', async (_, claims, date, known) => {
    const { bytes, statements } = await written(two({ claims }));
    expect(statements[2].statementDate).toBe(date);
    const again = (await readFile(bytes)).dataset!;
    const [claim] = again.relationships[0]!.claims;
    expect({ made: claim!.made, published: again.sources.find((s) => s.id === claim!.source)!.published }).toEqual({
      made: known.made, published: known.published,
    });
  });

  test('components stand before what they are components of, and have none themselves', async () => {
    const { statements } = await written(two({}, { relationships: [
      { id: 'whole', type: 'owns', from: 'a', to: 'b', indirect: true, claims: [], properties: { componentRecords: ['part'] } },
      { id: 'part', type: 'owns', from: 'a', to: 'b', claims: [], properties: { isComponent: true, componentRecords: ['none'] } },
    ] }));
    expect(
      statements
        .slice(2)
        .map((s: { recordId: string; recordDetails: { componentRecords?: string[] } }) => [s.recordId, s.recordDetails.componentRecords]),
    ).toEqual([
      ['part', undefined], ['whole', ['part']],
    ]);
  });

  test('title, summary, licences that are no address, authors and properties are told as losses', async () => {
    const { issues, statements } = await written(
      two(
        { properties: { x: 1 }, claims: [{ source: 's', stance: 'asserts' }] },
        {
          summary: 'A case.', licence: 'CC0-1.0', sources: [{ id: 's', title: 'Filing', publisher: 'P', kind: 'filing', author: 'A. Ash' }],
        },
      ),
    );
    expect(issues.map((i) => i.code).sort()).toEqual([
      'lost-licence', 'lost-properties', 'lost-source-details', 'lost-summary', 'title-as-publisher',
    ]);
    expect(statements[0].publicationDetails.publisher.name).toBe('Who owns B');
  });
});

describe('shares through several statements', () => {
  const party = (id: string, recordType: string) => ({
    statementId: `s-${id}`, recordId: id, recordType,
    recordDetails:
      recordType === 'person'
        ? { personType: 'knownPerson', names: [{ fullName: id }] }
        : { entityType: { type: 'registeredEntity' }, name: id },
  });
  const stated = (n: number, date: string, ...interests: object[]) => ({
    statementId: `s-${n}`, recordId: 'r', recordType: 'relationship', recordStatus: n === 1 ? 'new' : 'updated', statementDate: date,
    recordDetails: { subject: 'elm', interestedParty: 'oak', interests },
  });
  const holding = (exact: number, more: object = {}) => ({ type: 'shareholding', share: { exact }, ...more });
  const read = async (...statements: object[]) =>
    (await readFile(encode([party('elm', 'entity'), party('oak', 'person'), ...statements]))).dataset!.relationships.map(
      ({ share, start, end, claims }) => ({ share, start, end, claims: claims.length }),
    );

  test('one that a later statement changes starts with that statement, and the earlier one ends there', async () => {
    expect(
      await read(
        stated(1, '2018-01-01', holding(60)), stated(2, '2019-01-01', holding(60)), stated(3, '2020-06-01', holding(40)),
        stated(4, '2021-06-01', holding(40)),
      ),
    ).toEqual([
      { share: 60, start: undefined, end: '2020-06-01', claims: 2 },
      { share: 40, start: '2020-06-01', end: undefined, claims: 2 },
    ]);
  });

  test('the start of the interest, repeated with the new share, is no start of that share', async () => {
    expect(
      await read(
        stated(1, '2018-01-01', holding(60, { startDate: '2017-05-05' })),
        stated(2, '2020-06-01', holding(40, { startDate: '2017-05-05' })),
        stated(3, '2021-06-01', holding(30, { startDate: '2017-05-05' })),
      ),
    ).toEqual([
      { share: 60, start: '2017-05-05', end: '2020-06-01', claims: 1 },
      { share: 40, start: '2020-06-01', end: '2021-06-01', claims: 1 },
      { share: 30, start: '2021-06-01', end: undefined, claims: 1 },
    ]);
  });

  test('a start that is stated anew is the start of the new share and the end of the earlier one', async () => {
    expect(
      await read(
        stated(1, '2018-01-01', holding(60, { startDate: '2017-05-05' })),
        stated(2, '2020-06-01', holding(40, { startDate: '2020-03-01' })),
      ),
    ).toEqual([
      { share: 60, start: '2017-05-05', end: '2020-03-01', claims: 1 },
      { share: 40, start: '2020-03-01', end: undefined, claims: 1 },
    ]);
  });

  test('other interests, and a share corrected on the day of its statement, get no start of their own', async () => {
    expect(await read(stated(1, '2018-01-01', holding(60)), stated(2, '2018-01-01', holding(40)))).toMatchObject([
      { share: 60 }, { share: 40, start: undefined },
    ]);
    expect(
      await read(stated(1, '2018-01-01', { type: 'votingRights', share: { exact: 60 } }), stated(2, '2020-01-01', holding(40))),
    ).toMatchObject([
      { share: 60, end: '2020-01-01' }, { share: 40, start: undefined },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { previewTables, readFile, type ColumnMapping, type TableMapping } from '..';

const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string, mapping?: TableMapping) =>
  readFile(encode(text), { name: 'liste.csv', format: 'table', ...(mapping ? { mapping } : {}) });
const ties = ({ relationships }: Dataset) =>
  relationships.map(
    (r) => `${r.from} ${r.type}${r.label ? ` “${r.label}”` : ''} ${r.to}${r.share === undefined ? '' : ` ${JSON.stringify(r.share)}`}`,
  );
const column = (mapping: TableMapping, as: ColumnMapping['as']) => mapping.tables[0]!.columns.find((c) => c.as === as)!;

/** A list of holdings as an office keeps it. */
const HOLDINGS = [
  'Von;Nach;Art der Verbindung;Anteil in %;gültig ab;gültig bis',
  'Alder Holding AG;Hafen Nord GmbH;Beteiligung;33,3;01.02.2010;',
  'Birch Invest GmbH;Hafen Nord GmbH;Eigentümer;25,0;03.04.2011;31.12.2019',
  'Cedar KG;Hafen Nord GmbH;Mitinhaberschaft;41,7;;',
  'Elm Stahl AG;Hafen Nord GmbH;Lieferant;;;',
  'Dora Vogt;Hafen Nord GmbH;Vorstand;;05.06.2012;',
  'Fir Werft AG;Hafen Nord GmbH;Patenschaft;;;',
].join('\n');

describe('the values of a column of types', () => {
  test('are read in the words of the register; a share is never left without ownership', async () => {
    const { dataset, report } = await read(HOLDINGS);
    expect(ties(dataset!)).toEqual([
      'alder-holding-ag owns hafen-nord-gmbh 33.3', 'birch-invest-gmbh owns hafen-nord-gmbh 25',
      'cedar-kg owns “Mitinhaberschaft” hafen-nord-gmbh 41.7', 'elm-stahl-ag supplies hafen-nord-gmbh', 'dora-vogt directs hafen-nord-gmbh',
      'fir-werft-ag linkedTo “Patenschaft” hafen-nord-gmbh',
    ]);
    expect(dataset!.relationships.map((r) => [r.start, r.end])).toEqual([
      ['2010-02-01', undefined], ['2011-04-03', '2019-12-31'], [undefined, undefined], [undefined, undefined], ['2012-06-05', undefined],
      [undefined, undefined],
    ]);
    expect(report.issues.find((i) => i.code === 'unknown-words')).toMatchObject({
      at: 'liste.csv, column “Art der Verbindung”', value: 'Mitinhaberschaft, Patenschaft',
      message: expect.stringMatching(/2 .*“Mitinhaberschaft”, “Patenschaft”.*2 rows.*owns/),
    });
  });

  test('stand in the mapping, each with what it is taken for; what is unknown is said before the file is read', async () => {
    const { mapping, doubts, tables } = await previewTables(encode(HOLDINGS), { name: 'liste.csv' });
    expect(column(mapping, 'relationshipType').values).toEqual([
      { value: 'Beteiligung', as: 'owns' }, { value: 'Eigentümer', as: 'owns' }, { value: 'Lieferant', as: 'supplies' },
      { value: 'Mitinhaberschaft', as: null }, { value: 'Patenschaft', as: null }, { value: 'Vorstand', as: 'directs' },
    ]);
    expect(tables[0]!.values?.[2]).toEqual([
      { value: 'Beteiligung', count: 1 }, { value: 'Eigentümer', count: 1 }, { value: 'Lieferant', count: 1 },
      { value: 'Mitinhaberschaft', count: 1 }, { value: 'Patenschaft', count: 1 }, { value: 'Vorstand', count: 1 },
    ]);
    expect(doubts.map((d) => d.code)).toContain('unknown-words');
  });

  test('are taken for what the mapping says, either way round', async () => {
    const { mapping } = await previewTables(encode(HOLDINGS), { name: 'liste.csv' });
    const edited = structuredClone(mapping);
    column(edited, 'relationshipType').values = [
      { value: 'Mitinhaberschaft', as: 'partnerIn' }, { value: 'Patenschaft', as: 'finances', turned: true },
      { value: 'Lieferant', as: 'linkedTo' },
    ];
    const { dataset, report } = await read(HOLDINGS, edited);
    expect(ties(dataset!).slice(2)).toEqual([
      'cedar-kg partnerIn hafen-nord-gmbh 41.7', 'elm-stahl-ag linkedTo “Lieferant” hafen-nord-gmbh', 'dora-vogt directs hafen-nord-gmbh',
      'hafen-nord-gmbh finances fir-werft-ag',
    ]);
    expect(dataset!.relationships[2]!.properties).toEqual({ 'Art der Verbindung': 'Mitinhaberschaft' });
    expect(report.issues.map((i) => i.code)).not.toContain('unknown-words');
  });

  test('that a mapping of an earlier file lacks are told', async () => {
    const { mapping } = await previewTables(encode(HOLDINGS), { name: 'liste.csv' });
    const { report } = await read(`${HOLDINGS}\nGale AG;Hafen Nord GmbH;Gevatter;;;\nGale AG;Hafen Nord GmbH;Gevatter;;;\n`, mapping);
    expect(report.issues.find((i) => i.code === 'unknown-words')).toMatchObject({
      value: 'Gevatter', message: expect.stringContaining('2 rows'),
    });
  });

  test('of entities are mapped as those of relationships are', async () => {
    const text =
      'id,name,Rechtsform\n1,Alder,Aktiengesellschaft\n2,Birch,Zweckverband\n3,Cedar,Zweckverband\n4,Dora,natürliche Person\n5,Elm,'
      + 'Aktiengesellschaft\n';
    const { mapping } = await previewTables(encode(text), { name: 'liste.csv' });
    expect(column(mapping, 'type').values).toEqual([
      { value: 'Aktiengesellschaft', as: 'company' }, { value: 'Zweckverband', as: null }, { value: 'natürliche Person', as: 'person' },
    ]);
    const edited = structuredClone(mapping);
    column(edited, 'type').values![1] = { value: 'Zweckverband', as: 'publicBody' };
    expect((await read(text, edited)).dataset!.entities.map((e) => e.type)).toEqual([
      'company', 'publicBody', 'publicBody', 'person', 'company',
    ]);
  });
});

describe('a share beside a type that is no ownership', () => {
  const text = 'Person,Company,Role,Share\nAda Oak,Elm Ltd,Director,40\nBen Ash,Elm Ltd,Director,\nFir Co,Elm Ltd,supplier,60\n';

  test('makes an ownership besides, which is said', async () => {
    const { dataset, report } = await read(text);
    expect(ties(dataset!)).toEqual([
      'ada-oak directs elm-ltd', 'ada-oak owns elm-ltd 40', 'ben-ash directs elm-ltd', 'fir-co supplies elm-ltd', 'fir-co owns elm-ltd 60',
    ]);
    expect(report.issues.find((i) => i.code === 'share-beside-type')).toMatchObject({
      value: '2', message: expect.stringContaining('“directs”, “supplies”'),
    });
  });

  test('stays with its type where the mapping says so', async () => {
    const { mapping } = await previewTables(encode(text), { name: 'liste.csv' });
    const { dataset, report } = await read(text, { ...mapping, tables: [{ ...mapping.tables[0]!, ownership: 'none' }] });
    expect(ties(dataset!)).toEqual(['ada-oak directs elm-ltd 40', 'ben-ash directs elm-ltd', 'fir-co supplies elm-ltd 60']);
    expect(report.issues.map((i) => i.code)).not.toContain('share-beside-type');
  });
});

describe('ends and sources by what the columns hold together', () => {
  test('the title of a source is no name of an end', async () => {
    const { dataset } = await read(
      'source,target,type,source_title,source_url\nAlder,Birch,owns,Register 4,https://r.example/4\nBirch,Cedar,owns,Register 4,'
      + 'https://r.example/4\n',
    );
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Alder', 'Birch', 'Cedar']);
    expect(dataset!.sources).toMatchObject([{ title: 'Register 4', url: 'https://r.example/4' }]);
  });

  test('both ends with a title are named by it', async () => {
    const { dataset } = await read('source,source_title,target,target_title\n1,Alder,2,Birch\n');
    expect(dataset!.entities.map((e) => `${e.id} ${e.name}`)).toEqual(['1 Alder', '2 Birch']);
  });

  test('beside other ends a source is a source', async () => {
    const { dataset } = await read('owner,company,source\nAlder,Birch,Register 4\n');
    expect(ties(dataset!)).toEqual(['alder owns birch']);
    expect(dataset!.sources.map((s) => s.title)).toEqual(['Register 4']);
  });
});

describe('dates and countries beside the ends', () => {
  test('From and To that are dates are the start and the end', async () => {
    const { dataset } = await read('Owner,Company,Share,From,To\nAlder,Birch,50,2010-01-02,2012\nBirch,Cedar,10,2011,\n');
    expect(ties(dataset!)).toEqual(['alder owns birch 50', 'birch owns cedar 10']);
    expect(dataset!.relationships.map((r) => [r.start, r.end])).toEqual([['2010-01-02', '2012'], ['2011', undefined]]);
  });

  test('an end date alone is an end', async () => {
    const { dataset } = await read('from,to,date_end\nAlder,Birch,2012-03-04\n');
    expect(dataset!.relationships[0]).toMatchObject({ end: '2012-03-04' });
    expect(dataset!.relationships[0]!.start).toBeUndefined();
  });

  test.each([
    ['Owner,Owner country,Company,Company jurisdiction\nAlder,DE,Birch,Austria\n'],
    ['Gesellschafter;Land;Gesellschaft;Land\nAlder;Deutschland;Birch;Österreich\n'],
    ['originator_bank,originator_iso,beneficiary_bank,beneficiary_iso\nAlder,DE,Birch,AT\n'],
    ['Azionista;Paese dell’azionista;Società;Paese della società\nAlder;Germania;Birch;Austria\n'],
  ])('the country of either end is its country: %j', async (text) => {
    const { dataset } = await read(text);
    expect(dataset!.entities.map((e) => [e.name, e.jurisdiction])).toEqual([['Alder', 'DE'], ['Birch', 'AT']]);
  });

  test('a country that is none is kept, and a second one is told', async () => {
    const { dataset, report } = await read('Owner,Owner country,Company\nAlder,Mars,Birch\nCedar,DE,Birch\nCedar,FR,Elm\n');
    expect(dataset!.relationships.map((r) => r.properties)).toEqual([{ 'Owner country': 'Mars' }, undefined, { 'Owner country': 'FR' }]);
    expect(report.issues.map((i) => i.code)).toContain('other-country');
  });
});

describe('headers of other registers', () => {
  test.each([
    [
      'Azionista;Società;Quota;Data inizio;Data fine\nElena;Molo SpA;50,5;01/02/2010;31/12/2012\n', 'elena owns molo-spa 50.5',
      '2010-02-01', '2012-12-31',
    ],
    [
      'Sócio;Empresa;Participação;Data de início;Data de fim\nInês;Cais SA;50,5;01/02/2010;31/12/2012\n', 'ines owns cais-sa 50.5',
      '2010-02-01', '2012-12-31',
    ],
    [
      '股东名称,公司名称,持股比例,开始日期,结束日期\n王芳,码头有限公司,50.5%,2010-02-01,2012-12-31\n', undefined, '2010-02-01', '2012-12-31',
    ],
    [
      'المساهم,الشركة,نسبة الملكية,من تاريخ,حتى تاريخ\nسارة,شركة الميناء,50.5%,2010-02-01,2012-12-31\n', undefined, '2010-02-01',
      '2012-12-31',
    ],
    [
      'Gesellschafter;Gesellschaft;Kapitalanteil;gültig von;gültig bis\nÖl;Kai GmbH;50,5;1.2.2010;31.12.2012\n', 'ol owns kai-gmbh 50.5',
      '2010-02-01', '2012-12-31',
    ],
    [
      'Actionnaire;Société;Part du capital;Valable du;Valable au\nÉlan;Quai SA;50,5;01/02/2010;31/12/2012\n', 'elan owns quai-sa 50.5',
      '2010-02-01', '2012-12-31',
    ],
    [
      'Учредитель;Компания;Размер доли;Действует с;Действует до\nИванов;Причал;50,5;01.02.2010;31.12.2012\n', 'ivanov owns prichal 50.5',
      '2010-02-01', '2012-12-31',
    ],
  ])('%s', async (text, tie, start, end) => {
    const { dataset } = await read(text);
    expect(dataset!.relationships).toMatchObject([{ type: 'owns', share: 50.5, start, end }]);
    if (tie !== undefined) expect(ties(dataset!)).toEqual([tie]);
  });
});

describe('ends that fit only the other way round', () => {
  const text =
    'Entity A Type,Entity A,Entity B Type,Entity B,Connection\nOrganization,RNC,Person,Ada Oak,Director\nPerson,Ben Ash,Organization,RNC,'
    + 'Director\nOrganization,Elm,Person,Cy Fir,Director\n';

  test('are turned, and a line says so', async () => {
    const { dataset, report } = await read(text);
    expect(ties(dataset!)).toEqual(['ada-oak directs rnc', 'ben-ash directs rnc', 'cy-fir directs elm']);
    expect(report.issues.filter((i) => i.code === 'turned-ends')).toMatchObject([
      { at: 'line 2', value: '2', message: expect.stringContaining('2 relationships') },
    ]);
  });

  test('stay where the mapping says so, and where nothing says what the ends are', async () => {
    const { mapping } = await previewTables(encode(text), { name: 'liste.csv' });
    expect(ties((await read(text, { ...mapping, tables: [{ ...mapping.tables[0]!, ends: 'asWritten' }] })).dataset!)[0]).toBe(
      'rnc directs ada-oak',
    );
    expect(ties((await read('from,to,type\nRNC,Ada Oak,Director\n')).dataset!)).toEqual(['rnc directs ada-oak']);
  });
});

describe('payments', () => {
  const text =
    'id,filer_org_name_id,filer_org_name,begin_date,end_date,originator_bank_id,originator_bank,originator_bank_country,originator_iso,'
    + 'beneficiary_bank_id,beneficiary_bank,beneficiary_bank_country,beneficiary_iso,number_transactions,amount_transactions\n1,f,'
    + 'Filer Bank,2010-03-25,2011-09-25,a,Alder Bank,Latvia,LVA,b,Birch Bank,Singapore,SGP,68,5.689852347E7\n2,f,Filer Bank,2012-03-30,'
    + '2012-09-25,b,Birch Bank,Singapore,SGP,a,Alder Bank,Latvia,LVA,118,1.0E3\n';

  test('go from the originator to the beneficiary, whoever filed them', async () => {
    const { dataset } = await read(text);
    expect(ties(dataset!)).toEqual(['a pays b', 'b pays a']);
    expect(dataset!.entities.map((e) => [e.name, e.jurisdiction])).toEqual([['Alder Bank', 'LV'], ['Birch Bank', 'SG']]);
    expect(dataset!.relationships[0]).toMatchObject({
      start: '2010-03-25', end: '2011-09-25', properties: { filer_org_name: 'Filer Bank', amount_transactions: '5.689852347E7' },
    });
  });

  test('have sums in powers of ten', async () => {
    const { mapping } = await previewTables(encode(text), { name: 'liste.csv' });
    const edited = structuredClone(mapping);
    Object.assign(edited.tables[0]!.columns.find((c) => c.column === 'amount_transactions')!, { as: 'amount', currency: 'USD' });
    expect((await read(text, edited)).dataset!.relationships.map((r) => r.amount)).toEqual([
      { value: 56_898_523.47, currency: 'USD' }, { value: 1000, currency: 'USD' },
    ]);
  });
});

describe('a column beside the id that names another entity', () => {
  test.each(['parent_id', 'owner', 'Muttergesellschaft'])('“%s” makes ties, in whatever order the rows stand', async (header) => {
    const { dataset, report } = await read(`id,name,type,${header}\n1,Alder,company,2\n2,Birch,company,\n3,Cedar,company,2\n`);
    expect(dataset!.entities.map((e) => e.id)).toEqual(['1', '2', '3']);
    expect(ties(dataset!)).toEqual(['2 owns 1', '2 owns 3']);
    expect(report.issues.find((i) => i.code === 'related-guessed')?.at).toBe(`liste.csv, column “${header}”`);
  });

  test('may be another relationship, and none', async () => {
    const text = 'id,name,type,parent\n1,Ada,person,2\n2,Bea,person,0\n3,Cy,person,2\n';
    expect(ties((await read(text)).dataset!)).toEqual(['2 family 1', '2 family 3']);
    const { mapping } = await previewTables(encode(text), { name: 'liste.csv' });
    const edited = structuredClone(mapping);
    Object.assign(column(edited, 'related'), { relationshipType: 'employs', turned: true });
    expect(ties((await read(text, edited)).dataset!)).toEqual(['1 linkedTo “parent” 2', '3 linkedTo “parent” 2']);
    Object.assign(column(edited, 'related'), { as: 'property', relationshipType: undefined, turned: undefined });
    expect((await read(text, JSON.parse(JSON.stringify(edited)) as TableMapping)).dataset!.relationships).toEqual([]);
  });

  test('has the share of its row', async () => {
    expect(ties((await read('id,name,type,owner,share\n1,Alder,company,2,60\n2,Birch,company,,\n')).dataset!)).toEqual(['2 owns 1 60']);
  });
});

describe('lists of people', () => {
  test('a date of birth means a person, and a date of death ends what it starts', async () => {
    const { dataset } = await read('id,name,birthdate,deathdate\n1,Ada Oak,1950-02-03,2001\n2,Ben Ash,,\n');
    expect(dataset!.entities.map((e) => [e.type, e.start, e.end])).toEqual([
      ['person', '1950-02-03', '2001'], ['organization', undefined, undefined],
    ]);
    expect((await read('Name;Ort;date_of_birth\nAda Oak;Köln;1950\n')).dataset!.entities[0]).toMatchObject({
      type: 'person', start: '1950',
    });
  });

  test('a shallow column of types goes before a nested one', async () => {
    const { dataset } = await read('id,name,entity.type,type\n1,Alder,person,company\n2,Birch,person,company\n3,Cedar,person,company\n');
    expect(dataset!.entities.map((e) => e.type)).toEqual(['company', 'company', 'company']);
  });
});

describe('what a mapping leaves without meaning', () => {
  test('is said first where it is half of the columns', async () => {
    const { doubts } = await previewTables(encode('from,to,weight,colour,kennel\nAlder,Birch,1,red,x\nBirch,Cedar,2,blue,y\n'), {
      name: 'liste.csv',
    });
    expect(doubts[0]).toMatchObject({
      code: 'columns-unread', at: 'liste.csv', value: '3', message: expect.stringContaining('3 of 5 columns'),
    });
    expect(
      (await previewTables(encode('from,to,share,colour\nAlder,Birch,1,red\n'), { name: 'liste.csv' })).doubts.map((d) => d.code),
    ).not.toContain('columns-unread');
  });
});

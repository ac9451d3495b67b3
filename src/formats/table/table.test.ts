import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDataset, type Dataset } from '../../model';
import { formatOf, guessFormat, previewTables, readFile, readFolder, type Reading, type TableMapping } from '..';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string, mapping?: TableMapping) =>
  readFile(encode(text), { name: 'ties.csv', format: 'table', ...(mapping ? { mapping } : {}) });
const ties = ({ relationships }: Dataset) =>
  relationships.map((r) => `${r.from} ${r.type}${r.label ? ` “${r.label}”` : ''} ${r.to}${r.role ? ` (${r.role})` : ''}`);
const codes = ({ report }: Reading) => report.issues.map((i) => i.code);

describe('an export of a German spreadsheet', async () => {
  const { format, dataset, report } = await readFile(golden('beteiligungen.csv'), { name: 'beteiligungen.csv' });

  test('is known as a table, its encoding, delimiter and header found below the titles', () => {
    expect(format).toBe('table');
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report).toMatchObject({
      entities: 5, relationships: 3, claims: 2, sources: 1,
      notExpressed: { 'rows above the header': 2, 'rows of relationships without both ends': 1 },
    });
    expect(dataset!.entities.map((e) => e.name)).toEqual([
      'Hafen Köln AG', 'Müllerei Süd GmbH', 'Öl & Söhne', 'HAFEN KÖLN AG', 'Groß- handel "Nord"',
    ]);
  });

  test('gives shares with their decimal comma and bounds, and dates with the day first', () => {
    expect(dataset!.relationships.map((r) => [r.type, r.share, r.start, r.end])).toEqual([
      ['owns', 75, '2008-12-31', undefined],
      ['owns', 12.5, '2009-02-01', undefined],
      ['owns', { min: 25, max: 50 }, '2010', undefined],
    ]);
  });

  test('keeps a date that does not exist, a row without an end and names that are alike apart, and says so', () => {
    expect(dataset!.relationships[1]!.properties).toEqual({ Ende: '30.02.2011' });
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual([
      'guessed-encoding beteiligungen.csv', 'type-guessed beteiligungen.csv', 'bad-date line 6', 'missing-end line 10',
      'type-by-default (file)', 'similar-names (file)',
    ]);
  });

  test('cites the address in each row', () => {
    expect(dataset!.sources).toMatchObject([{ publisher: 'register.example', url: 'https://register.example/hrb/12' }]);
  });
});

describe('a workbook as Kumu takes it', async () => {
  const reading = await readFile(golden('quays.xlsx'), { name: 'quays.xlsx' });
  const dataset = reading.dataset!;

  test('reads elements and connections, with real dates, percentages and merged cells', () => {
    expect(reading.report).toMatchObject({ format: 'table', entities: 3, relationships: 4 });
    expect(dataset.entities.map((e) => [e.name, e.type, e.start])).toEqual([
      ['Quay Works', 'company', '1998'], ['Fir Bank', 'company', undefined], ['Mole Shipping', 'organization', undefined],
    ]);
    expect(ties(dataset)).toEqual([
      'fir-bank lendsTo quay-works', 'fir-bank owns mole-shipping', 'quay-works connectedWith “shares a pier with” fir-bank',
      'fir-bank connectedWith quay-works',
    ]);
    expect(dataset.relationships[0]!.start).toBe('2008-12-15');
    expect(dataset.relationships[1]!.share).toBe(75);
    expect(dataset.relationships[2]!.properties).toEqual({ Direction: 'mutual' });
    expect(dataset.entities[0]).toMatchObject({ summary: 'Builds quays.', properties: { Tags: ['steel', 'sea'] } });
  });

  test('says what is merged, hidden and not in the list', () => {
    expect(codes(reading)).toEqual(['merged-cells', 'hidden-sheet', 'dangling-end', 'type-by-default']);
    expect(dataset.entities[2]!.properties).toEqual({ notInFile: true });
  });
});

/**
 * An OpenDocument spreadsheet as LibreOffice writes it: dates and percentages by their styles, blank cells and rows repeated,
 * merged cells covered.
 */
const openDocument = (rows: string) =>
  zipSync({
    mimetype: [encode('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': encode(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" `
      + `xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" `
      + `xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0">`
      + `<office:automatic-styles><number:percentage-style style:name="N11"><number:number number:decimal-places="2" `
      + `number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>`
      + `<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N11"/></office:automatic-styles><office:body>`
      + `<office:spreadsheet><table:table table:name="Ties">${rows}</table:table></office:spreadsheet></office:body>`
      + `</office:document-content>`,
    ),
    'META-INF/manifest.xml': encode('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
  });
const odsRow = (...cells: string[]) =>
  `<table:table-row>${cells.join('')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`;
const odsText = (text: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;

describe('an OpenDocument spreadsheet', () => {
  test('reads like other workbooks', async () => {
    const file = openDocument(
      [
        odsRow(...['Owner', 'Company', 'Share', 'Since'].map((text) => odsText(text))),
        odsRow(
          odsText('Alder &amp; Co', ' table:number-rows-spanned="2"'),
          odsText('Birch'),
          '<table:table-cell table:style-name="ce1" office:value-type="percentage" office:value="0.6"><text:p>60.00%</text:p>'
          + '</table:table-cell>',
          '<table:table-cell office:value-type="date" office:date-value="2010-02-03"><text:p>03.02.2010</text:p></table:table-cell>',
        ),
        odsRow(
          '<table:covered-table-cell/>', odsText('Cedar'),
          '<table:table-cell table:style-name="ce1" office:value-type="percentage" office:value="0.25"><text:p>25.00%</text:p>'
          + '</table:table-cell>',
        ),
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ].join(''),
    );
    expect(guessFormat(file, 'ties.ods')?.id).toBe('table');
    const { dataset, report } = await readFile(file, { name: 'ties.ods' });
    expect(ties(dataset!)).toEqual(['alder-co owns birch', 'alder-co owns cedar']);
    expect(dataset!.relationships.map((r) => [r.share, r.start])).toEqual([[60, '2010-02-03'], [25, undefined]]);
    expect(report.issues.map((i) => i.code)).toContain('merged-cells');
  });

  test('that is damaged, or has more cells than are read, is reported', async () => {
    for (const rows of [
      '<table:table-row',
      `<table:table-row table:number-rows-repeated="1048576">${odsText('x', ' table:number-columns-repeated="16384"')}</table:table-row>`,
    ]) {
      const { dataset, report } = await readFile(openDocument(rows));
      expect(dataset).toBeUndefined();
      expect(report.issues.map((i) => i.code)).toContain('damaged-workbook');
    }
  });
});

describe('several files that belong together', () => {
  test('nodes and edges of Gephi are one dataset, ids that differ stay different under one name', async () => {
    const { dataset, report } = await readFolder([
      { name: 'nodes.csv', bytes: golden('nodes.csv') }, { name: 'edges.csv', bytes: golden('edges.csv') },
    ]);
    expect(report.format).toBe('table');
    expect(dataset!.entities.map((e) => `${e.id} ${e.type} ${e.name}`)).toEqual([
      'n1 person Oak', 'n2 company Elm Ltd', 'n3 company Elm Ltd', 'n9 organization n9',
    ]);
    expect(ties(dataset!)).toEqual(['n1 directs n2 (director)', 'n2 connectedWith n3', 'n1 owns n9 (shareholder)']);
    expect(dataset!.relationships[0]!.properties).toEqual({ Label: 'director of', Weight: '1.0' });
  });

  test('a zip reads as its folder does', async () => {
    const { dataset } = await readFile(zipSync({ 'x/nodes.csv': golden('nodes.csv'), 'x/edges.csv': golden('edges.csv') }));
    expect(ties(dataset!)).toEqual(['n1 directs n2 (director)', 'n2 connectedWith n3', 'n1 owns n9 (shareholder)']);
  });

  test('a name that two entities of a list have is neither of them', async () => {
    const reading = await readFolder([
      { name: 'nodes.csv', bytes: golden('nodes.csv') }, { name: 'edges.csv', bytes: encode('From,To\nOak,Elm Ltd\nOak,Elm Ltd\n') },
    ]);
    expect(ties(reading.dataset!)).toEqual(['n1 linkedTo elm-ltd', 'n1 linkedTo elm-ltd']);
    expect(codes(reading).filter((code) => code === 'ambiguous-name')).toHaveLength(1);
  });
});

describe('who is who in an edge list', () => {
  test('without ids the name is the identity, its spaces folded', async () => {
    const { dataset } = await read('from,to\nElm  Ltd, Oak\n Elm Ltd,Oak \nelm ltd,Oak\n');
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Elm Ltd', 'Oak', 'elm ltd']);
    expect(ties(dataset!)).toEqual(['elm-ltd linkedTo oak', 'elm-ltd linkedTo oak', 'elm-ltd-2 linkedTo oak']);
  });

  test('with ids two of one name stay two, and another name of one id is an alias', async () => {
    const { dataset, report } = await read('Source ID,Source Name,Target ID,Target Name\n1,Elm,2,Elm\n2,Elm Group,1,Elm\n');
    expect(dataset!.entities).toMatchObject([{ id: '1', name: 'Elm' }, { id: '2', name: 'Elm', aliases: ['Elm Group'] }]);
    expect(report.issues.map((i) => i.code)).toContain('other-name');
  });

  test('self-loops and parallel relationships stay', async () => {
    const { dataset } = await read('from,to,type\nOak,Oak,owns\nOak,Elm,owns\nOak,Elm,owns\n');
    expect(dataset!.relationships.map((r) => r.id)).toEqual(['oak-owns-oak', 'oak-owns-elm', 'oak-owns-elm-2']);
  });

  test('what a tie is, both ways, in words of the catalogue or of its own', async () => {
    const { dataset } = await read(
      'Entity1 Id,Entity1 Type,Link Type,Entity2 Id,Entity2 Type\nFir,Company,owned by,Elm,Company\nOak,Person,wife,Ash,Person\nOak,'
      + 'Person,plays chess with,Ash,Person\n',
    );
    expect(ties(dataset!)).toEqual(['elm owns fir', 'oak family ash (wife)', 'oak linkedTo “plays chess with” ash']);
    expect(dataset!.entities.map((e) => e.type)).toEqual(['company', 'company', 'person', 'person']);
    expect(dataset!.relationships[0]!.properties).toEqual({ 'Link Type': 'owned by' });
  });
});

describe('headers in other languages', () => {
  test.each([
    ['Propriétaire;Société;Pourcentage;Date de début\nÉlan;Quai SA;50,5;01/02/2010\n', 'elan owns quai-sa', 50.5, '2010-02-01'],
    ['Propietario;Empresa;Porcentaje;Desde\nPeña;Muelle SL;50,5;1 de febrero de 2010\n', 'pena owns muelle-sl', 50.5, '2010-02-01'],
    ['Владелец;Компания;Доля;Дата начала\nИванов;Причал;50,5;1 февраля 2010\n', 'ivanov owns prichal', 50.5, '2010-02-01'],
    ['Gesellschafter;Gesellschaft;Anteil (%);Seit\nÖl;Kai GmbH;50,5;1. Februar 2010\n', 'ol owns kai-gmbh', 50.5, '2010-02-01'],
  ])('%s', async (text, tie, share, start) => {
    const { dataset } = await readFile(encode(text));
    expect(ties(dataset!)).toEqual([tie]);
    expect(dataset!.relationships[0]).toMatchObject({ share, start });
  });

  test('encodings are told by their letters', async () => {
    const of = (label: string, text: string) => {
      const decoder = new TextDecoder(label);
      const bytes = new Map(Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), i]));
      return Uint8Array.from([...text].map((c) => bytes.get(c)!));
    };
    const cases = [
      ['windows-1251', 'Владелец;Компания;Доля\nИванов Иван;ООО Ромашка;75\nПетров Пётр;ЗАО Восток;25\n', 'Иванов Иван'],
      ['windows-1250', 'Owner;Company\nZażółć Gęślą;Łódź Energia\nWiśniewski;Spółka Śląska\n', 'Zażółć Gęślą'],
      ['windows-1252', 'Owner;Company\nJürgen Weiß;Bäckerei Köln\nMüller;Großhandel Süd\n', 'Jürgen Weiß'],
    ] as const;
    for (const [label, text, name] of cases) {
      const preview = await previewTables(of(label, text));
      expect(preview.encoding).toBe(label);
      expect(preview.tables[0]!.rows[0]![0]).toBe(name);
    }
    for (const text of [
      new Uint8Array(Buffer.from('\ufefffrom\tto\nÖl\tElm\n', 'utf16le')), new Uint8Array(Buffer.from('from\tto\nÖl\tElm\n', 'utf16le')),
      new Uint8Array(Buffer.from('\ufefffrom\tto\nÖl\tElm\n', 'utf16le')).map((_, i, all) => all[i % 2 === 0 ? i + 1 : i - 1]!),
    ]) {
      expect((await readFile(text)).dataset!.entities.map((e) => e.name)).toEqual(['Öl', 'Elm']);
    }
  });
});

describe('the mapping', () => {
  test('can be edited and set again', async () => {
    const text = 'A,B,What\nOak,Elm,x\nElm,Oak,y\nOak,Ash,z\n';
    const { mapping, doubts } = await previewTables(encode(text), { name: 'ties.csv' });
    expect(doubts.map((d) => d.code)).toContain('columns-guessed');
    const edited: TableMapping = structuredClone(mapping);
    edited.tables[0]!.columns = [
      { column: 'A', index: 0, as: 'to', entityType: 'person' }, { column: 'B', index: 1, as: 'from' },
      { column: 'What', index: 2, as: 'role' },
    ];
    edited.options.relationshipType = 'memberOf';
    const { dataset, report } = await read(text, edited);
    expect(ties(dataset!)).toEqual(['elm memberOf oak (x)', 'oak memberOf elm (y)', 'ash memberOf oak (z)']);
    expect(report.issues.map((i) => i.code)).toEqual(['type-by-default']);
  });

  test('as it was guessed reads as the guess did', async () => {
    for (const name of ['beteiligungen.csv', 'quays.xlsx', 'harbour.csv.zip']) {
      const { mapping } = await previewTables(golden(name), { name });
      expect((await readFile(golden(name), { name, format: 'table', mapping })).dataset).toEqual(
        (await readFile(golden(name), { name })).dataset,
      );
    }
  });

  test('finds columns that have moved, and says which are missing', async () => {
    const { mapping } = await previewTables(encode('from,to,type,share\nA,B,owns,5\n'), { name: 'a.csv' });
    const reading = await readFile(encode('to,extra,from,type\nB,?,A,owns\n'), { name: 'b.csv', format: 'table', mapping });
    expect(ties(reading.dataset!)).toEqual(['a owns b']);
    expect(codes(reading)).toEqual(expect.arrayContaining(['missing-column', 'unmapped-column']));
  });

  test('reads lists in a cell with its separator', async () => {
    const text = 'from,to\nA;B,C;D\n';
    const { mapping } = await previewTables(encode(text));
    const edited = structuredClone(mapping);
    for (const column of edited.tables[0]!.columns) column.separator = ';';
    expect(ties((await read(text, { ...edited, delimiter: ',' })).dataset!)).toEqual([
      'a linkedTo c', 'a linkedTo d', 'b linkedTo c', 'b linkedTo d',
    ]);
  });
});

describe('exports of other tools', () => {
  test.each([
    ['Neo4j', ':START_ID,:END_ID,:TYPE,since\n1,2,OWNS,2010\n2,3,DIRECTOR_OF,2011\n', ['1 owns 2', '2 directs 3 (director)']],
    [
      'i2', 'Entity 1 Type,Entity 1,Link Label,Entity 2 Type,Entity 2,Date\nPerson,Oak,Director,Organisation,Elm,12/03/2010\n',
      ['oak directs elm (director)'],
    ],
    [
      'officers of a register',
      'company_name,company_number,officer_name,officer_role,appointed_on\nELM,0123,OAK,director,2010-01-02\nELM,0123,ASH,secretary,'
      + '2011-02-03\n',
      ['oak directs 0123 (director)', 'ash directs 0123 (secretary)'],
    ],
    [
      'an address book', 'Name;Vorname;Firma;Funktion\nOak;John;Elm GmbH;Geschäftsführer\nAsh;Jane;Elm GmbH;Prokurist\n',
      ['oak directs elm-gmbh (Geschäftsführer)', 'ash represents elm-gmbh (Prokurist)'],
    ],
    ['positions', 'Person,Position,Organization,Start,End\nOak,Minister,Ministry,2010,present\n', ['oak directs ministry (Minister)']],
  ])('%s', async (_tool, text, expected) => {
    expect(ties((await read(text)).dataset!)).toEqual(expected);
  });
});

describe('what a file is taken for', () => {
  const guessed = (text: string, name?: string) => guessFormat(encode(text), name)?.id;

  test('formats that know a file by its own marks win over tables', () => {
    expect(guessed('id,schema,prop,value,canonical_id\n1,Person,name,Oak,1\n1,Person,country,de,1\n')).toBe('ftm');
    expect(guessed('node_id,name,countries,country_codes,sourceID\n1,Oak,,,x\n2,Elm,,,x\n')).toBe('icij');
    expect(guessed('from;to\nA;B\n')).toBe('table');
    expect(guessed('{"a": 1,\n"b": 2}')).not.toBe('table');
    expect(guessed('Dear all,\nthis is a letter.\nIt has, now and then, a comma.\n\nYours')).toBeUndefined();
    expect(formatOf('table')!.write).toBeUndefined();
  });

  test('a table that explains codes is no graph, and the report says what to do', async () => {
    const { dataset, report } = await readFile(encode('1,Position\n2,Education\n3,Membership\n4,Family\n'));
    expect(dataset).toBeUndefined();
    expect(report.issues).toMatchObject([
      { code: 'no-graph', hint: expect.stringContaining('mapping') }, { code: 'nothing-read', severity: 'error' },
    ]);
  });

  test('a list of ties without a header keeps its first row', async () => {
    const { dataset } = await read('Oak,owns,Elm\nElm,owns,Ash\nAsh,works for,Oak\n');
    expect(ties(dataset!)).toEqual(['oak owns elm', 'elm owns ash', 'oak employs ash']);
  });
});

import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../model';
import { readFile, readFolder } from '..';
import { FUZZ_RUNS, mutated, unexplained } from '../testing/mutations';

const encode = (text: string) => new TextEncoder().encode(text);
const tables = {
  'nodes-entities.csv': [
    'node_id,name,original_name,former_name,jurisdiction,jurisdiction_description,company_type,address,internal_id,incorporation_date,'
    + 'inactivation_date,struck_off_date,dorm_date,status,service_provider,ibcRUC,country_codes,countries,sourceID,valid_until,note',
    '10,ELM TRADING LTD.,ELM TRADING LTD.,QUAY LTD.,BVI,British Virgin Islands,,,7,21-JAN-1997,,30-FEB-2001,,Dissolved,Mole & Co,999,HKG,'
    + 'Hong Kong,Panama Papers,through 2015,',
    '11,"FIR, ""Inc""",,,XXX,Undetermined,,,,2001-05-04,2010-01-01,,,Active,,,CYP;RUS,Cyprus;Russia,Paradise Papers,,',
  ],
  'nodes-officers.csv': [
    'node_id,name,countries,country_codes,sourceID,valid_until,note', '20,Olga Oak,Russia,RUS,Panama Papers,,',
    '21,Mole Nominees Limited,,,Panama Papers,,', '22,Kind,,,Panama Papers,,,extra',
  ],
  'nodes-intermediaries.csv': [
    'node_id,name,status,internal_id,address,countries,country_codes,sourceID,valid_until,note',
    '30,Ash & Partners,ACTIVE,,,Panama,PAN,Panama Papers,,',
  ],
  'nodes-addresses.csv': [
    'node_id,address,name,countries,country_codes,sourceID,valid_until,note',
    '40,"1 Mole Street\nRoad Town",,British Virgin Islands,VGB,Panama Papers,,', '41,2 Mole Street,,,,Panama Papers,,',
  ],
  'nodes-others.csv': [
    'node_id,name,type,incorporation_date,struck_off_date,closed_date,jurisdiction,jurisdiction_description,countries,country_codes,'
    + 'sourceID,valid_until,note',
    '50,OAK TRUST,TRUST,,,2015-03-01,,,,,Paradise Papers,,',
  ],
  'relationships.csv': [
    'node_id_start,node_id_end,rel_type,link,status,start_date,end_date,sourceID',
    '20,10,officer_of,shareholder of,,04-MAR-1998,,Panama Papers',
    '20,10,officer_of,director of,,04-MAR-1998,31-DEC-2000,Panama Papers',
    '21,10,officer_of,nominee shareholder of,,,,Panama Papers',
    '22,11,officer_of,beneficial owner of,,,,Paradise Papers',
    '22,50,officer_of,trustee of trust of,,,,Paradise Papers',
    '22,11,officer_of,court-appointed liquidator of,,,,Paradise Papers',
    '30,10,intermediary_of,intermediary of,,,,Panama Papers',
    '10,40,registered_address,registered address,,,,Panama Papers',
    '10,11,same_name_as,same name as,,,,Panama Papers',
    '10,11,same_company_as,,,,,Panama Papers',
    '20,10,officer_of,shareholder of,,04-MAR-1998,,Panama Papers',
    '20,99,officer_of,shareholder of,,not told,,Panama Papers',
    ',10,officer_of,,,,,Panama Papers',
  ],
};
const files = Object.entries(tables).map(([name, rows]) => ({ name, bytes: encode(`${rows.join('\r\n')}\r\n`) }));
const zip = zipSync({
  'full-oldb/README.md': encode('read me'), ...Object.fromEntries(files.map(({ name, bytes }) => [`full-oldb/${name}`, bytes])),
});
const zipped = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));

describe('the Offshore Leaks database', async () => {
  const { format, dataset, report } = await readFile(zipped);
  const entity = (id: string) => dataset!.entities.find((e) => e.id === id)!;

  test('is known by the tables of its zip, and read whole', () => {
    expect(format).toBe('icij');
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report).toMatchObject({ entities: 10, relationships: 11, sources: 2 });
  });

  test('says what it could not read, with file and line', () => {
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual([
      'bad-date nodes-entities.csv, line 2',
      'bad-row nodes-officers.csv, line 4',
      'repeated-row relationships.csv, line 12',
      'bad-date relationships.csv, line 13',
      'missing-end relationships.csv, line 14',
      'dangling-end relationships.csv, line 13',
    ]);
  });

  test('keeps names, dates, numbers and countries', () => {
    expect(entity('10')).toMatchObject({
      type: 'company', name: 'ELM TRADING LTD.', aliases: ['QUAY LTD.'], jurisdiction: 'VG', start: '1997-01-21',
      identifiers: [
        { scheme: 'IBC/RUC', value: '999' }, { scheme: 'internal id of the service provider', value: '7' },
      ],
      properties: { struck_off_date: '30-FEB-2001', status: 'Dissolved' },
    });
    expect(entity('10').end).toBeUndefined();
    expect(entity('11')).toMatchObject({ name: 'FIR, "Inc"', jurisdiction: 'CY', start: '2001-05-04', end: '2010-01-01' });
    expect(entity('40')).toMatchObject({ type: 'place', name: '1 Mole Street\nRoad Town' });
    expect(entity('50')).toMatchObject({ type: 'organization', end: '2015-03-01', properties: { type: 'TRUST' } });
  });

  test('tells officers that are companies by their name, and says that it guessed', () => {
    expect([entity('20').type, entity('21').type]).toEqual(['person', 'organization']);
    expect(entity('20').properties).toMatchObject({ typeGuessedFromName: true });
  });

  test('keeps what each link means', () => {
    expect(dataset!.relationships.map((r) => `${r.from} ${r.type} ${r.to}${r.role ? ` (${r.role})` : ''}`)).toEqual([
      '20 owns 10 (shareholder)', '20 directs 10 (director)', '21 owns 10 (nominee shareholder)', '22 controls 11 (beneficial owner)',
      '22 trusteeOf 50 (trustee of trust)', '22 linkedTo 11', '30 intermediaryFor 10', '10 locatedIn 40 (registered address)',
      '10 linkedTo 11', '10 sameAs 11 (same company)', '20 owns 99 (shareholder)',
    ]);
    expect(dataset!.relationships[1]).toMatchObject({ start: '1998-03-04', end: '2000-12-31' });
    expect(dataset!.relationships[5]!.label).toBe('is court-appointed liquidator of');
  });

  test('cites the leak, one publisher for all of them', () => {
    expect(dataset!.sources.map((s) => s.title)).toEqual(['Panama Papers', 'Paradise Papers']);
    expect(new Set(dataset!.sources.map((s) => s.publisher)).size).toBe(1);
  });
});

describe('other forms', () => {
  test('a folder reads as the zip does', async () => {
    const { dataset } = await readFolder([...files, { name: 'README.md', bytes: encode('# read me') }]);
    expect(dataset!.relationships).toEqual((await readFile(zipped)).dataset!.relationships);
  });

  test('one table reads alone, and what it refers to is put there', async () => {
    const { format, dataset } = await readFile(files[5]!.bytes, { name: 'relationships.csv' });
    expect(format).toBe('icij');
    expect(dataset!.entities.every((e) => e.properties?.notInFile)).toBe(true);
  });

  test('the earlier names of the columns of relationships are known', async () => {
    const { dataset } = await readFile(
      encode('START_ID,TYPE,END_ID,link,start_date,end_date,sourceID,valid_until\n1,officer_of,2,director of,,,Bahamas Leaks,x\n'),
    );
    expect(dataset!.relationships).toMatchObject([{ from: '1', to: '2', type: 'directs', properties: { valid_until: 'x' } }]);
  });

  test('other files of a zip are left alone, and a table without its header is reported', async () => {
    const { dataset, report } = await readFile(
      zipSync({ 'nodes-officers.csv': files[1]!.bytes, 'nodes-more.csv': encode('a,b\n1,2\n'), 'README.txt': encode('read me') }),
    );
    expect(dataset!.entities).toHaveLength(3);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toContain('not-a-table nodes-more.csv');
  });

  test('a zip whose first file is another, in a folder, is known too', async () => {
    expect((await readFile(zip)).report).toMatchObject({ format: 'icij', entities: 10 });
  });
});

test('a quote that is never closed costs what is behind it in its table, and is reported', async () => {
  const table = `${tables['nodes-officers.csv'].slice(0, 2).join('\n')}\n23,"Open\n24,Ash,,,Panama Papers,,\n`;
  const { dataset, report } = await readFile(encode(table), { name: 'nodes-officers.csv' });
  expect(dataset!.entities[0]!.name).toBe('Olga Oak');
  expect(report.issues.some((i) => i.code === 'cut-short' && i.at === 'nodes-officers.csv, line 3')).toBe(true);
});

test('a field that goes on beyond the limit is cut and reported', async () => {
  const { dataset, report } = await readFile(
    encode(`${tables['nodes-officers.csv'].slice(0, 2).join('\n')}\n23,"${'x'.repeat(20 * 1024 * 1024)}`), { name: 'nodes-officers.csv' },
  );
  expect(dataset!.entities[0]!.name).toBe('Olga Oak');
  expect(report.issues.map((i) => i.code)).toContain('bad-row');
});

test('rows are the same however they fall into chunks', async () => {
  const header = tables['nodes-addresses.csv'][0]!;
  const rows = Array.from({ length: 60_000 }, (_, i) => `${i},"Street ${i}\n""Quay"", Town",,,,Panama Papers,,`);
  const { dataset, report } = await readFile(encode([header, ...rows].join('\n')), { name: 'nodes-addresses.csv' });
  expect(report.issues).toEqual([]);
  expect(dataset!.entities).toHaveLength(60_000);
  expect(dataset!.entities[59_999]!.name).toBe('Street 59999\n"Quay", Town');
});

describe('whatever the bytes, there is a report', () => {
  test('of tables and zips in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(zipped, ...files.map((f) => f.bytes)), async (file) => {
        expect(unexplained(await readFile(file, { format: 'icij' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 3 },
    );
  });
});

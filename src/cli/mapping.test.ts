import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { TableMapping } from '../formats';
import { run, testFolder } from './testing/run';

const { at } = testFolder('mapping');

test('what the columns of a table are taken for is written, edited, and read by', async () => {
  writeFileSync(at('ties.csv'), 'Owner,Company,Since\nOak,Elm Ltd,01/02/2010\nAsh,Elm Ltd,03/04/2011\n');
  const guess = await run('info', at('ties.csv'), '--mapping-out', at('mapping.json'), '--json');
  expect(guess).toMatchObject({ code: 0, err: expect.stringContaining('ambiguous-dates') });
  expect(JSON.parse(guess.out)).toMatchObject({ format: 'table', relationshipTypes: { owns: 2 } });
  const mapping = JSON.parse(readFileSync(at('mapping.json'), 'utf8')) as TableMapping;
  mapping.options.dateOrder = 'MDY';
  mapping.tables[0]!.relationshipType = 'controls';
  writeFileSync(at('mapping.json'), JSON.stringify(mapping));
  expect(JSON.parse((await run('info', at('ties.csv'), '--mapping', at('mapping.json'), '--json')).out)).toMatchObject({
    relationshipTypes: { controls: 2 },
  });
  expect(await run('validate', at('ties.csv'), '--mapping', at('mapping.json'))).toMatchObject({ code: 0 });
  expect(await run('convert', at('ties.csv'), at('ties.json'), '--to', 'throughline', '--mapping', at('mapping.json'))).toMatchObject({
    code: 0,
  });
  expect(readFileSync(at('ties.json'), 'utf8')).toContain('"2010-01-02"');
});

test('a table in which nothing is a graph has a mapping all the same, for somebody to say what is', async () => {
  writeFileSync(at('codes.csv'), '1,Position\n2,Education\n3,Membership\n');
  expect(await run('info', at('codes.csv'), '--mapping-out', at('codes.json'))).toMatchObject({
    code: 2, err: expect.stringContaining('no-graph'),
  });
  expect(JSON.parse(readFileSync(at('codes.json'), 'utf8'))).toMatchObject({
    tables: [{ name: 'codes.csv', role: 'ignore', header: null }],
  });
});

test('what is no mapping is misuse, and says where', async () => {
  writeFileSync(at('bad.json'), '{"format": "throughline-table-mapping/1", "options": {}, "tables": []}');
  writeFileSync(at('worse.json'), '{');
  expect(await run('validate', at('ties.csv'), '--mapping', at('bad.json'))).toMatchObject({
    code: 2, err: expect.stringContaining('options.dateOrder'),
  });
  expect(await run('validate', at('ties.csv'), '--mapping', at('worse.json'))).toMatchObject({ code: 2 });
  expect(await run('validate', at('ties.csv'), '--mapping', at('none.json'))).toMatchObject({
    code: 2, err: expect.stringContaining('no such file'),
  });
});

test('the case goes out as a workbook and as CSV, and comes back with its figures', async () => {
  for (const name of ['case.xlsx', 'case.csv.zip']) {
    expect(await run('convert', 'graph-data/north-korea-telecom.json', at(name))).toMatchObject({ code: 0 });
    const [before, after] = await Promise.all(
      ['graph-data/north-korea-telecom.json', at(name)].map(async (path) => JSON.parse((await run('info', path, '--json')).out) as object),
    );
    // What each reader has to say of its file is told beside the figures.
    const besides = { format: 'table', issues: {}, keptAsProperties: {}, notExpressed: {}, tables: [] };
    expect({ ...after, ...besides }).toEqual({ ...before, ...besides });
  }
});

test('what stays unknown in a table is a line beside the answer; the mapping file says what each value means', async () => {
  writeFileSync(
    at('verbindungen.csv'),
    'Von;Nach;Art der Verbindung;Anteil\nAlder AG;Hafen GmbH;Eigentümer;60,5\nBirch KG;Hafen GmbH;Mitinhaberschaft;39,5\nElm AG;Hafen '
    + 'GmbH;Patenschaft;\n',
  );
  const owners = await run('owners', 'Hafen GmbH', '--data', at('verbindungen.csv'));
  expect(owners.out).toMatch(/60.5 % {2}Alder AG/);
  expect(owners.out).toMatch(/39.5 % {2}Birch KG/);
  expect(owners.err).toMatch(/unknown-words .*“Mitinhaberschaft”, “Patenschaft”/);

  await run('info', at('verbindungen.csv'), '--mapping-out', at('values.json'));
  const mapping = JSON.parse(readFileSync(at('values.json'), 'utf8')) as TableMapping;
  const { values } = mapping.tables[0]!.columns[2]!;
  expect(values).toContainEqual({ value: 'Patenschaft', as: null });
  values!.find(({ value }) => value === 'Patenschaft')!.as = 'finances';
  writeFileSync(at('values.json'), JSON.stringify(mapping));
  const settled = await run('info', at('verbindungen.csv'), '--mapping', at('values.json'), '--json');
  expect(JSON.parse(settled.out)).toMatchObject({ relationshipTypes: { owns: 2, finances: 1 } });
  expect(settled.err).not.toContain('Patenschaft');
});

test('the mapping of a packed table is the one of what is in it', async () => {
  writeFileSync(at('packed.csv.gz'), gzipSync('Owner,Company,Since\nOak,Elm Ltd,01/02/2010\nAsh,Elm Ltd,03/04/2011\n'));
  expect(await run('info', at('packed.csv.gz'), '--mapping-out', at('packed.json'))).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(at('packed.json'), 'utf8'))).toMatchObject({
    tables: [{ name: 'packed.csv', columns: [{ as: 'from' }, { as: 'to' }, { as: 'start' }] }],
  });
  expect(await run('validate', at('packed.csv.gz'), '--mapping', at('packed.json'))).toMatchObject({ code: 0 });
});

test('info shows what each column of each table was taken for, guessed or settled', async () => {
  writeFileSync(at('shown.csv'), 'Owner,Company,Since,\nOak,Elm Ltd,2010-02-01,x\nAsh,Elm Ltd,2011-04-03,y\n');
  expect((await run('info', at('shown.csv'))).out).toMatch(
    /columns of “shown.csv” \(relationships\)\n {2}Owner {5}from: id or name\n {2}Company {3}to: id or name\n {2}Since {5}start.*\n {2}column 4 {2}\w/,
  );
  const { tables } = JSON.parse((await run('info', at('shown.csv'), '--json')).out) as TableMapping;
  expect(tables).toMatchObject([{
    name: 'shown.csv', role: 'relationships',
    columns: [{ column: 'Owner', as: 'from' }, { column: 'Company', as: 'to' }, { column: 'Since', as: 'start' }, { index: 3 }],
  }]);
  await run('info', at('shown.csv'), '--mapping-out', at('shown.json'));
  const mapping = JSON.parse(readFileSync(at('shown.json'), 'utf8')) as TableMapping;
  mapping.tables[0]!.columns[2]!.as = 'ignore';
  writeFileSync(at('shown.json'), JSON.stringify(mapping));
  expect((await run('info', at('shown.csv'), '--mapping', at('shown.json'))).out).toMatch(/Since {5}ignore/);
  expect(JSON.parse((await run('info', 'graph-data/north-korea-telecom.json', '--json')).out)).toMatchObject({ tables: [] });
});

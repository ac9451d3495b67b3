import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../model';
import { readFile, readFolder } from '..';
import { FUZZ_RUNS, mutated, unexplained, withValueReplaced } from '../testing/mutations';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const encode = (text: string) => new TextEncoder().encode(text);
const text = (name: string) => new TextDecoder().decode(golden(name));
const [ELM, OAK, ASH] = ['529900ELMPORT0000001', '529900OAKPORT0000002', '529900ASHPORT0000003'];

describe('LEI records', async () => {
  const { format, dataset, report } = await readFile(golden('lei.xml'));

  test('are known by their content and give a dataset that holds to the schema', () => {
    expect(format).toBe('gleif');
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(report.issues.map((i) => `${i.code} ${i.at}`)).toEqual(['bad-date line 26', 'missing-id line 31']);
    expect(report.notExpressed).toEqual({ 'extensions (geocoding and the like)': 1 });
  });

  test('keep names, numbers, addresses and the end of what was dissolved', () => {
    expect(dataset!.entities[0]).toMatchObject({
      id: ELM, type: 'company', name: 'Elm & Port Ltd', aliases: ['Quay Ltd', 'Вяз'], jurisdiction: 'CY', start: '2001-05-04',
      end: '2018-11-09',
      identifiers: [
        { scheme: 'LEI', value: ELM }, { scheme: 'RA000161', value: 'HE 1234' },
      ],
      claims: [{ source: 'gleif', stance: 'asserts', made: '2022-03-24' }],
      properties: {
        LegalAddress: '1 Mole Street, Limassol, CY', EntityStatus: 'INACTIVE', 'LegalForm.OtherLegalForm': 'LTD',
        'Registration.RegistrationStatus': 'RETIRED', OtherEntityNames: ['PREVIOUS_LEGAL_NAME: Quay Ltd', 'TRADING_OR_OPERATING_NAME: Вяз'],
      },
    });
    expect(dataset!.sources).toMatchObject([{ kind: 'registry', publisher: expect.stringContaining('GLEIF') }]);
  });

  test('are withdrawn by the register where they are annulled, and keep a date that does not exist', () => {
    expect(dataset!.entities[1]).toMatchObject({
      type: 'organization', jurisdiction: 'US-DE', identifiers: [{ scheme: 'LEI' }], claims: [{ stance: 'denies' }],
      properties: { EntityCreationDate: '2001-02-30T00:00:00Z' },
    });
    expect(dataset!.entities[1]!.start).toBeUndefined();
  });

  test('name what succeeds them', () => {
    expect(dataset!.relationships).toMatchObject([{ type: 'succeeds', from: OAK, to: ELM }]);
  });

  test('read the same from JSON, as the golden copy and as plain values', async () => {
    const json = (await readFile(golden('lei.json'))).dataset!;
    expect(json.entities).toEqual(dataset!.entities);
    expect(json.relationships).toEqual(dataset!.relationships);
  });
});

describe('relationship records', async () => {
  const { dataset, report } = await readFile(golden('rr.xml'));

  test('run from the parent to the child, with periods, percentages and status', () => {
    expect(readDataset(dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
    expect(dataset!.relationships.map((r) => `${r.from} ${r.type} ${r.to}`)).toEqual([
      `${OAK} owns ${ELM}`, `${OAK} controls ${ELM}`, `${ASH} controls ${OAK}`, `${ASH} operates ${OAK}`, `${OAK} linkedTo ${ASH}`,
    ]);
    expect(dataset!.relationships[0]).toMatchObject({
      share: 75.5, role: 'direct accounting consolidation parent', start: '2018-02-06', end: '2020-05-18',
      properties: {
        ACCOUNTING_PERIOD: '2018-01-01T00:00:00.000Z/2018-12-31T00:00:00.000Z', endIsLastUpdate: true,
        'Registration.ValidationReference': 'https://register.example/elm',
      },
    });
    expect(dataset!.relationships[4]!.label).toBe('is moored to');
  });

  test('an ultimate parent is indirect, unless it is the direct one too', () => {
    expect(dataset!.relationships.map((r) => r.indirect)).toEqual([undefined, undefined, true, undefined, undefined]);
  });

  test('entities stand under their LEI where the names are in another file', () => {
    expect(dataset!.entities.map((e) => e.name)).toEqual([`LEI ${OAK}`, `LEI ${ELM}`, `LEI ${ASH}`]);
    expect(report.issues.map((i) => i.code)).toEqual(['unknown-type', 'missing-end', 'named-by-id']);
  });
});

describe('a percentage of 1.00 beside 100.00', () => {
  const record = (start: string, end: string, amount: string) =>
    `<rr:RelationshipRecord><rr:Relationship><rr:StartNode><rr:NodeID>${start}</rr:NodeID></rr:StartNode><rr:EndNode><rr:NodeID>`
    + `${end}</rr:NodeID></rr:EndNode><rr:RelationshipType>IS_DIRECTLY_CONSOLIDATED_BY</rr:RelationshipType><rr:RelationshipQuantifiers>`
    + `<rr:RelationshipQuantifier><rr:QuantifierAmount>${amount}</rr:QuantifierAmount><rr:QuantifierUnits>PERCENTAGE</rr:QuantifierUnits>`
    + `</rr:RelationshipQuantifier></rr:RelationshipQuantifiers></rr:Relationship></rr:RelationshipRecord>`;

  test('may be a whole or a hundredth, and is doubted as in every format', async () => {
    const { dataset, report } = await readFile(
      encode(
        `<rr:RelationshipData xmlns:rr="http://www.gleif.org/data/schema/rr/2016"><rr:RelationshipRecords>`
        + `${record(ELM, OAK, '1.00')}${record(OAK, ASH, '100.00')}</rr:RelationshipRecords></rr:RelationshipData>`,
      ),
    );
    expect(dataset!.relationships).toMatchObject([{ share: 1, properties: { shareAsWritten: 1 } }, { share: 100 }]);
    expect(report.issues.filter((i) => i.code === 'doubtful-share')).toMatchObject([{ value: '1' }]);
  });
});

describe('reporting exceptions', () => {
  test('are claims about the entity, in words', async () => {
    const { dataset, report } = await readFile(golden('repex.xml'));
    expect(dataset!.entities).toMatchObject([{
      id: OAK,
      claims: [
        { statement: 'Reports no direct accounting consolidation parent: non consolidating.' },
        { statement: 'Reports no ultimate accounting consolidation parent: no lei, non public.' },
      ],
      properties: {
        reportingExceptions: [
          'DIRECT_ACCOUNTING_CONSOLIDATION_PARENT: NON_CONSOLIDATING', 'ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT: NO_LEI, NON_PUBLIC',
        ],
      },
    }]);
    expect(report.issues).toMatchObject([{ code: 'missing-id', at: 'line 6' }]);
  });
});

test('a folder or a zip of all three is one dataset with names', async () => {
  const names = ['lei.xml', 'rr.xml', 'repex.xml'];
  const folder = await readFolder(names.map((name) => ({ name, bytes: golden(name) })));
  expect(folder.dataset!.entities.map((e) => e.name)).toEqual(['Elm & Port Ltd', 'Oak Fund', `LEI ${ASH}`]);
  expect(folder.dataset!.entities[1]!.claims).toHaveLength(3);
  const zip = await readFile(zipSync(Object.fromEntries(names.map((name) => [`gleif-goldencopy-${name}`, golden(name)]))));
  expect(zip.format).toBe('gleif');
  expect(zip.dataset!.relationships).toEqual(folder.dataset!.relationships);
});

describe('hostile documents', () => {
  const record = '<LEIRecord><LEI>529900ELMPORT0000001</LEI><Entity><LegalName>Elm</LegalName></Entity></LEIRecord>';
  const read = (xml: string) => readFile(encode(xml), { format: 'gleif' });

  test('that declare entities of entities expand none of them', async () => {
    const lols = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const { dataset, report } = await read(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${lols}<!ENTITY f SYSTEM "file:///etc/passwd">]><LEIData>`
      + `${record.replace('Elm', 'Elm &l9; &f;')}</LEIData>`,
    );
    expect(dataset!.entities[0]!.name.length).toBeLessThan(30);
    expect(report.issues.map((i) => i.code)).toEqual(['doctype', 'not-xml', 'not-xml']);
  });

  test('that nest without end, inside a record or out of it, give what came before', async () => {
    for (const bomb of ['<a>'.repeat(1_000_000), `<LEIRecord>${'<a>'.repeat(100_000)}`]) {
      const { dataset, report } = await read(`<LEIData>${record}${bomb}`);
      expect(dataset!.entities).toHaveLength(1);
      expect(report.issues).toMatchObject([{ code: 'too-deep', message: expect.stringContaining('64') }]);
    }
  });

  test('with a record longer than the limit give what came before', async () => {
    const { dataset, report } = await read(`<LEIData>${record}<LEIRecord>${'<a/>'.repeat(1_200_000)}</LEIRecord></LEIData>`);
    expect(dataset!.entities).toHaveLength(1);
    expect(report.issues).toMatchObject([{ code: 'too-long', message: expect.stringContaining('16777216') }]);
  });

  test('that break off give what came before and say so', async () => {
    const { dataset, report } = await readFile(encode(text('lei.xml').slice(0, 2500)));
    expect(dataset!.entities.map((e) => e.name)).toEqual(['Elm & Port Ltd', `LEI ${OAK}`]);
    expect(report.issues[0]).toMatchObject({ code: 'cut-short', severity: 'error' });
  });
});

describe('whatever the bytes, there is a report', () => {
  test('of documents in which bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(golden('lei.xml'), golden('rr.xml'), golden('repex.xml'), golden('lei.json')), async (file) => {
        expect(unexplained(await readFile(file, { format: 'gleif' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 2 },
    );
  });

  test('of records in which values were replaced', async () => {
    await fc.assert(
      fc.asyncProperty(withValueReplaced(JSON.parse(text('lei.json')).records), async (file) => {
        expect(unexplained(await readFile(file, { format: 'gleif' }))).toEqual([]);
      }),
      { numRuns: FUZZ_RUNS * 2 },
    );
  });
});

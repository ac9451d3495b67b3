import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeCase } from '../formats';
import { chartDocument, emptyCase, type Dataset } from '../model';
import { BUNDLED_CASE } from './installation';
import { packDataset } from '../store';
import { sinkInMemory } from '../store/testing/sinkInMemory';
import { run, testFolder } from './testing/run';

const { at } = testFolder('packed');

const packed = at('case.throughline');

beforeAll(async () => {
  expect(await run('pack', BUNDLED_CASE, '-o', packed)).toMatchObject({ code: 0, out: expect.stringContaining('154 entities, ') });
}, 60_000);

describe('what is packed answers as the file that it was packed from', () => {
  test.each([
    ['search', 'koryolink'],
    ['search', 'kp tel', '--json'],
    ['trace', 'Huawei', 'Koryolink', '-k', '2'],
    ['trace', 'Huawei', 'KPTC', '--json', '--as-of', '2010', '-k', '2'],
    ['trace', 'Huawei', 'KPTC', '--max-hops', '1', '--avoid', 'Koryolink'],
    ['between', 'Huawei', 'KPTC', '-k', '5'],
    ['between', 'Huawei', 'KPTC', '--json', '-k', '5'],
    ['owners', 'Koryolink', '--as-of', '2013'],
    ['owners', 'Koryolink', '--listed', 'KPTC', '--json'],
    ['ventures'],
    ['ventures', 'Loxley', '--json'],
  ])('%s %s %s', async (...args) => {
    const asked = args.filter((arg) => arg !== undefined);
    expect(await run(...asked, '--data', packed)).toEqual(await run(...asked, '--data', BUNDLED_CASE));
  });

  test.each([
    ['route.svg', '--trace', 'Huawei', 'KPTC', '-k', '1'], ['only.md', '--only', 'Koryolink', 'Orascom'],
  ])('and its %s is the same', async (name, ...args) => {
    const [of, from] = [at(`packed-${name}`), at(name)];
    expect((await run('snapshot', ...args, '--data', packed, '-o', of)).code).toBe(0);
    expect((await run('snapshot', ...args, '--data', BUNDLED_CASE, '-o', from)).code).toBe(0);
    expect(readFileSync(of, 'utf8')).toBe(readFileSync(from, 'utf8'));
  });
});

test('info tells what it holds and what it was packed from, without a record being read', async () => {
  const { code, out } = await run('info', packed, '--json');
  const [told, of] = [JSON.parse(out), JSON.parse((await run('info', BUNDLED_CASE, '--json')).out)] as Record<string, unknown>[];
  expect(code).toBe(0);
  expect(told).toMatchObject({
    format: 'throughline-packed', entities: of!.entities, relationships: of!.relationships, claims: of!.claims,
    entityTypes: of!.entityTypes,
  });
  expect(told!.packedFrom).toEqual([
    { name: 'north-korea-telecom.json', bytes: readFileSync(BUNDLED_CASE).length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

test('convert gives the records back, and packs as pack does', async () => {
  const [back, again] = [at('back.json'), at('again.throughline')];
  expect((await run('convert', packed, back)).code).toBe(0);
  const { $schema: _, ...records } = JSON.parse(readFileSync(BUNDLED_CASE, 'utf8')) as Dataset;
  expect(JSON.parse(readFileSync(back, 'utf8'))).toEqual(records);
  expect((await run('convert', BUNDLED_CASE, again)).code).toBe(0);
  expect(readFileSync(again).equals(readFileSync(packed))).toBe(true);
  expect((await run('validate', packed)).code).toBe(0);
});

test('a packed file that is damaged or breaks off is refused with where, by every command that takes one', async () => {
  const bytes = readFileSync(packed);
  const short = at('short.throughline');
  writeFileSync(short, bytes.subarray(0, 9000));
  const damaged = at('damaged.throughline');
  // Sources are read whenever a file is opened.
  const inSources = bytes.indexOf('"publisher"');
  writeFileSync(damaged, bytes.map((byte, i) => (i === inSources ? byte ^ 1 : byte)));
  for (const args of [['search', 'x', '--data'], ['info'], ['ventures', '--data']]) {
    expect(await run(...args, short)).toMatchObject({
      code: 2, err: expect.stringContaining(`breaks off after 9000 of ${bytes.length} bytes`),
    });
    expect(await run(...args, damaged)).toMatchObject({ code: 2, err: expect.stringMatching(/damaged at .*checksum/) });
  }
  expect(await run('validate', short)).toMatchObject({ code: 1, out: expect.stringContaining('breaks off') });
});

test('a record that is damaged is told when it is read, and nothing half is left', async () => {
  const bytes = readFileSync(packed);
  bytes[100]! ^= 1;
  const damaged = at('record.throughline');
  writeFileSync(damaged, bytes);
  expect((await run('info', damaged)).code).toBe(0);
  const lines = at('record.throughline.jsonl');
  for (const args of [['ventures', '--data', damaged], ['snapshot', '--data', damaged, '-o', at('record.md')], ['convert', damaged, lines]])
    expect(await run(...args)).toMatchObject({
      code: 2, err: expect.stringMatching(/record\.throughline: This packed file is damaged at entities from 0 on.*checksum/),
    });
  expect([existsSync(lines), existsSync(`${lines}.part`)]).toEqual([false, false]);
});

test('an answer of more records than one may be made of is refused with how many there are', async () => {
  const sink = sinkInMemory();
  const entities = Array.from({ length: 250_001 }, (_, i) => ({ id: `e${i}`, type: 'company' as const, name: `Company ${i}` }));
  await packDataset({ format: 'throughline/1', id: 'x', title: 'X', sources: [], entities, relationships: [] }, sink);
  writeFileSync(at('many.throughline'), sink.bytes());
  expect(await run('snapshot', '--data', at('many.throughline'), '-o', at('many.svg'))).toMatchObject({
    code: 2, err: expect.stringContaining('250001 records, and at most 250000 are read for one question'),
  });
});

test('what is packed does not take the place of what it is packed from, and nothing half is left where packing fails', async () => {
  expect(await run('pack', packed, '-o', packed)).toMatchObject({ code: 2, err: expect.stringContaining('Name another file') });
  const bad = at('bad.json');
  writeFileSync(bad, '{"format":"throughline/1","id":"x"');
  expect((await run('pack', bad, '-o', at('bad.throughline'))).code).toBe(1);
  expect((await run('info', at('bad.throughline'))).code).toBe(2);
});

test('the charts of a case are counted where they have no room', async () => {
  const [own, gexf] = [at('own.case.json'), at('own.gexf')];
  const chart = chartDocument.parse({ entities: [], positions: {}, pinned: [], hidden: [], expanded: {}, layout: 'organic' });
  const { dataset } = emptyCase('Own', 'own');
  const notes = [{ id: 'n', text: 'Ask the register.' }];
  writeFileSync(own, writeCase({ dataset: { ...dataset, notes }, charts: [{ name: 'Main', chart }] }));
  const told = await run('pack', own, '-o', at('own.throughline'));
  expect(told).toMatchObject({ code: 0, err: expect.stringContaining('could not hold this of one record: a chart') });
  expect(told.err).not.toContain('a note');
  expect((await run('convert', own, gexf)).err).toMatch(/one record: a note of the editor[^]*one record: a chart/);
});

test('records a line each are packed as they are read, and come back as the same lines', async () => {
  const [lines, streamed, back] = [
    at('case.throughline.jsonl'), at('streamed.throughline'), at('back.throughline.jsonl'),
  ];
  expect((await run('convert', BUNDLED_CASE, lines)).code).toBe(0);
  expect(await run('pack', lines, '-o', streamed)).toMatchObject({ code: 0, out: expect.stringContaining('154 entities, ') });
  expect((await run('convert', streamed, back)).code).toBe(0);
  expect(readFileSync(back, 'utf8')).toBe(readFileSync(lines, 'utf8'));
  expect((await run('search', 'koryolink', '--data', streamed)).out).toBe((await run('search', 'koryolink', '--data', packed)).out);
  expect((await run('info', lines, '--json')).out).toContain('"format": "throughline-lines"');
});

test('a line that is no record, ends nowhere or cites what is not there is told by its number, and nothing is written', async () => {
  const head = '{"format":"throughline-lines/1","id":"x","title":"X"}';
  const entity = '{"entity":{"id":"a","type":"company","name":"A"}}';
  const tie = (from: string, source: string) =>
    JSON.stringify({ relationship: { id: 'r', type: 'owns', from, to: 'a', claims: [{ source, stance: 'asserts' }] } });
  const cases: [string[], string][] = [
    [[head, entity, '{"entity":{"id":"b","type":"firm","name":"B"}}'], 'line 3: type'],
    [[head, entity, tie('nobody', 's')], 'line 3: No source before has the id "s"'],
    [[head, '{"source":{"id":"s","title":"S","publisher":"P","kind":"news"}}', entity, tie('nobody', 's')], 'line 4: '],
    [[head, entity, entity], 'Two entities have the id "a"'],
    [[head, entity, '{"entity":{"id":"b"'], 'line 3: The line is not JSON, or breaks off'],
    [[head, entity, '{"thing":{"id":"b"}}'], 'line 3: A line holds a "source"'],
  ];
  for (const [content, told] of cases) {
    const path = at('wrong.throughline.jsonl');
    writeFileSync(path, content.join('\n'));
    expect(await run('pack', path, '-o', at('wrong.throughline')), told).toMatchObject({
      code: 2, err: expect.stringContaining(told),
    });
    expect((await run('info', at('wrong.throughline'))).code).toBe(2);
  }
});

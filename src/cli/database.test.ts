import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUNDLED_CASE } from './installation';
import { run, testFolder } from './testing/run';

const { at } = testFolder('database');
const database = at('database');

beforeAll(async () => {
  expect(await run('load', BUNDLED_CASE, '--database', database)).toMatchObject({
    code: 0, out: expect.stringMatching(/^"north-korea-telecom": 154 entities, 277 relationships, 142 sources in PGlite/),
  });
});

describe('what is loaded into a database answers as the file that it was loaded from', () => {
  test.each([
    ['trace', 'Huawei', 'Koryolink', '-k', '3'],
    ['owners', 'Koryolink', '--listed', 'KPTC', '--json'],
    ['between', 'Huawei', 'KPTC', '--json', '-k', '5', '--max-hops', '3'],
  ])('%s %s %s', async (...args) => {
    const asked = args.filter((arg) => arg !== undefined);
    const { err, ...answered } = await run(...asked, '--database', database);
    expect(err).toMatch(/^From "north-korea-telecom" in PGlite \(PostgreSQL [\d.]+\)\.$/);
    expect({ ...answered, err: '' }).toEqual(await run(...asked, '--data', BUNDLED_CASE));
  });
});

test('info says what it holds and which engine answers', async () => {
  expect((await run('info', '--database', database)).out).toMatch(/154 entities[^]*in PGlite \(PostgreSQL \d/);
});

test('what cannot be asked is said with what to do, and nothing is made of a folder that is no database', async () => {
  expect(await run('search', 'x', '--database', at('nowhere'))).toMatchObject({
    code: 2, err: expect.stringContaining('throughline load'),
  });
  mkdirSync(at('other'));
  writeFileSync(join(at('other'), 'letter.txt'), 'Dear …');
  expect(await run('load', BUNDLED_CASE, '--database', at('other'))).toMatchObject({
    code: 2, err: expect.stringContaining('holds other files'),
  });
  expect(await run('search', 'x', '--database', database, '--dataset', 'another')).toMatchObject({
    code: 2, err: expect.stringContaining('north-korea-telecom'),
  });
  expect(await run('search', 'x', '--dataset', 'another')).toMatchObject({ code: 2, err: expect.stringContaining('--database') });
  expect(await run('search', 'x', '--database', 'postgres://nobody@127.0.0.1:1/none')).toMatchObject({
    code: 2, err: expect.stringContaining('127.0.0.1:1 cannot be reached'),
  });
});

test('a dataset that is loaded anew takes the place of the one before, and unload takes it away', async () => {
  const line = (name: string) =>
    ['{"format":"throughline-lines/1","id":"small","title":"Small"}', `{"entity":{"id":"a","type":"company","name":"${name}"}}`].join('\n');
  const lines = at('small.throughline.jsonl');
  writeFileSync(lines, line('Before'));
  expect((await run('load', lines, '--database', database)).out).not.toContain('in place of');
  writeFileSync(lines, line('Afterwards'));
  expect((await run('load', lines, '--database', database)).out).toContain('in place of');
  expect(await run('search', 'afterwards', '--database', database)).toMatchObject({ code: 2, err: expect.stringContaining('--dataset') });
  expect((await run('search', 'afterwards', '--database', database, '--dataset', 'small')).out).toContain('Afterwards');
  expect((await run('search', 'before', '--database', database, '--dataset', 'small')).code).toBe(1);
  expect((await run('unload', 'small', '--database', database)).code).toBe(0);
  expect((await run('unload', 'small', '--database', database)).code).toBe(1);
  expect((await run('search', 'koryolink', '--database', database)).code).toBe(0);
});

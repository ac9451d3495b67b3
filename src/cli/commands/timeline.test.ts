import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { runForJson as run, testFolder } from '../testing/run';

const folder = testFolder('timeline');

describe('timeline', () => {
  test('tells an entity of the founding case by its dates, with what contradicts itself', async () => {
    const { code, out } = await run('timeline', 'Koryolink');
    expect(code).toBe(0);
    expect(out).toMatch(/^Koryolink: network, since 2008-12-15\.$/m);
    expect(out).toMatch(/^ {2}Koryolink took part in Koryolink launch \(2008-12-15\)\.$/m);
    expect(out).toMatch(/^ {2}Huawei supplied Koryolink \(2008–2016, disputed\)\. 6 claims say so, 1 denies or questions it\.$/m);
    expect(out).toMatch(/1 tie has no date and is not drawn\.$/);
  });

  test('takes a set, a route or what ties several, and says so in JSON', async () => {
    const rows = async (...args: string[]) =>
      (JSON.parse((await run('timeline', ...args, '--json')).out) as { rows: { entity: string }[] }).rows.map((row) => row.entity).sort();
    expect(await rows('Loxley', 'Sunnet')).toEqual(['sunnet']);
    expect(await rows('--trace', 'Huawei', 'Koryolink')).toEqual(['huawei', 'koryolink']);
    expect(await rows('Huawei', 'Koryolink', 'Orascom', '--connect')).toContain('cheo-technology-jv');
    expect((await rows()).length).toBeGreaterThan(80);
  });

  test('writes picture, page and table, whose rows have dates as recorded and the days that they may stand for', async () => {
    const written = async (name: string) => {
      expect((await run('timeline', 'Koryolink', '-o', folder.at(name))).code).toBe(0);
      return readFile(folder.at(name));
    };
    const svg = (await written('a.svg')).toString();
    expect(svg).toContain('<title>Huawei supplied Koryolink (2008–2016, disputed). 6 claims say so, 1 denies or questions it.</title>');
    const html = (await written('a.html')).toString();
    expect(html).toContain('<li>Koryolink took part in Koryolink launch (2008-12-15).</li>');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    expect((await written('a.png')).subarray(1, 4).toString()).toBe('PNG');
    const rows = (await written('a.csv')).toString().split('\r\n');
    expect(rows.find((row) => row.endsWith('huawei-supplies-koryolink'))).toContain(
      'Koryolink,koryolink,is supplied by,"Huawei Technologies Co., Ltd.",huawei,,'
      + '2008,2016,2008-01-01,2008-12-31,2016-01-01,2016-12-31,disputed,6,1,claims',
    );
  });

  test('answers 1 where nothing has a date, and 2 for what cannot be asked', async () => {
    expect((await run('timeline', 'Loxley', 'Huawei')).code).toBe(1);
    expect((await run('timeline', 'Koryolink', '-o', 'a.pdf')).code).toBe(2);
    expect((await run('timeline', 'Koryolink', '--trace', 'Huawei', 'Koryolink')).code).toBe(2);
    expect((await run('timeline', 'Huawei', '--connect')).code).toBe(2);
  });
});

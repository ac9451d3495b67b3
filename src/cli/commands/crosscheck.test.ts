import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runForJson as run, testFolder } from '../testing/run';

const folder = testFolder('crosscheck');

/** The actors of the article, as its reader writes them down; the last is of nobody. */
const actors = [
  'name',
  'Huawei',
  'Orascom',
  'Loxley',
  'TransTeleCom',
  'China Unicom',
  'Panda International',
  'Korea Post',
  'Acme Bananas',
].join('\n');

describe('crosscheck', () => {
  test('takes the names of a list for entities with reasons, and tells who of them is tied to whom with sources', async () => {
    const { code, out } = await run('crosscheck', folder.file('actors.csv', actors));
    expect(code).toBe(0);
    expect(out).toContain('7 of 8 names were taken for an entity; for 1 there is nobody.');
    expect(out).toMatch(/- Huawei: \*\*Huawei.*\*\*, score 0\.\d\d\. .*“Huawei”/);
    expect(out).toContain('- Acme Bananas: nobody.');
    expect(out).toMatch(/\d+ of 21 pairs are tied within 3 hops\./);
    expect(out).toMatch(/- \*\*Huawei.* – .*Panda International.*\*\* \(1 hop · \w+ · \d publishers?\): .*\[\^\d+\]/);
    expect(out).toContain('## Who outside the list stands between');
    expect(out).toContain('## Sources');
  });

  test('writes a workbook whose names can be corrected and given back', async () => {
    const { code, json } = await run('crosscheck', folder.file('actors.txt', 'Huawei\nLoxley\nTTK\n'), '--max-hops', '4', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ names: [{ taken: 'huawei' }, { name: 'Loxley' }, { name: 'TTK' }], maxHops: 4 });
    const written = await run('crosscheck', folder.file('actors.csv', actors), '-o', folder.at('checked.xlsx'));
    expect(written.code).toBe(0);
    const again = await run('crosscheck', folder.at('checked.xlsx'), '--json');
    const first = await run('crosscheck', folder.file('actors.csv', actors), '--json');
    const takenOf = (answer: Record<string, never>) => (answer.names as unknown as { taken: string | null }[]).map((n) => n.taken);
    expect(takenOf(again.json())).toEqual(takenOf(first.json()));
    const given = folder.file('decided.csv', 'name,entity\nthe phone maker,huawei\nLoxley,loxley-pacific\n');
    expect(takenOf((await run('crosscheck', given, '--json')).json())).toEqual(['huawei', 'loxley-pacific']);
    await run('crosscheck', given, '-o', folder.at('brief.md'));
    expect(readFileSync(folder.at('brief.md'), 'utf8')).toContain('The list gives its id.');
  });

  test('refuses what is no list in words, and says no where nobody is tied', async () => {
    expect((await run('crosscheck', folder.at('nothing.csv'))).err).toContain('there is no such file');
    expect((await run('crosscheck', folder.file('empty.csv', ''))).err).toContain('holds no names');
    expect((await run('crosscheck', folder.file('one.txt', 'Huawei\n'), '-o', folder.at('a.pdf'))).err).toContain('.xlsx or .md');
    expect(existsSync(folder.at('a.pdf'))).toBe(false);
    expect((await run('crosscheck', folder.file('nobody.txt', 'Acme Bananas\nZyxwv Ltd\n'))).code).toBe(1);
    expect((await run('crosscheck', folder.file('two.txt', 'Huawei\nLoxley\n'), '--max-hops', '9')).code).toBe(2);
  });
});

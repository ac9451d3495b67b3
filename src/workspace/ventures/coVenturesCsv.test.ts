import { expect, test } from 'vitest';
import { coVenturesCsv } from './coVenturesCsv';

const names: Record<string, string> = {
  a: '=HYPERLINK("http://bad.example","A")', b: 'B, Ltd', c: '+C', d: '-D', e: '@E', v: '\tV', w: 'W "w"',
};
const table = (coVentures: { a: string; b: string; ventures: string[] }[]) =>
  coVenturesCsv({ ventures: [], coVentures }, (id) => names[id]!);

test('who meets where is a table with a heading, names quoted where they must be', async () => {
  expect(await table([{ a: 'b', b: 'b', ventures: ['w'] }])).toBe('Party,Other party,Ventures,Which\r\n"B, Ltd","B, Ltd",1,"W ""w"""\r\n');
});

test('no name is run as a formula by a spreadsheet', async () => {
  const rows = (await table([{ a: 'a', b: 'c', ventures: ['v'] }, { a: 'd', b: 'e', ventures: ['w'] }])).split('\r\n').slice(1);
  const cells = rows.join(',').split(',').map((cell) => cell.replace(/^"/, ''));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(rows[0]).toContain("'=HYPERLINK");
});

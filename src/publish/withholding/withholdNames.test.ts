import { expect, test } from 'vitest';
import { nameMask } from './nameMask';

const named = (name: string, ...aliases: string[]) => ({ name, aliases });

test.each([
  ['Orascom’s network', '[withheld]’s network'],
  ['ORASCOM TELECOM and orascom', '[withheld] and [withheld]'],
  ['Orascom-Telecom', '[withheld]'],
  ['https://x.example/tag/orascom-telecom/', 'https://x.example/tag/[withheld]/'],
  ['Orascomania', 'Orascomania'],
  ['Koryo Bank lent it', 'Koryo Bank lent it'],
  ['the Bank lent it', 'the Bank lent it'],
  ['who asked the WHO', 'who asked the [withheld]'],
  ['由朝鲜电信经营', '由[withheld]经营'],
  ['Société Générale, société générale', '[withheld], [withheld]'],
  ['', ''],
])('“%s” becomes “%s”', (text, without) => {
  const hidden = [named('Orascom', 'Orascom Telecom'), named('Koryo'), named('WHO'), named('朝鲜电信'), named('Société Générale'), named('X')];
  expect(nameMask(hidden, [named('Koryo Bank', 'the Bank')])(text)).toBe(without);
});

test('what is a name of somebody shown as well stays', () => {
  expect(nameMask([named('Alpha', 'Post')], [named('Beta', 'Post')])('Post and Alpha')).toBe('Post and [withheld]');
});

import { expect, test } from 'vitest';
import type { ColumnMeaning, OneTableMapping, TableRole } from '../../formats';
import { asRole, missingIn, withDetail, withMeaning } from './editMapping';

const tableOf = (role: TableRole, ...meanings: ColumnMeaning[]): OneTableMapping => ({
  name: 't', role, header: 0, columns: meanings.map((as, index) => ({ column: `c${index}`, index, as })),
});
const meaningsIn = (table: OneTableMapping) => table.columns.map((c) => c.as);

test('a meaning that only one column can have is taken from the one that had it', () => {
  expect(meaningsIn(withMeaning(tableOf('relationships', 'from', 'to', 'property'), 2, 'to'))).toEqual(['from', 'property', 'to']);
  expect(meaningsIn(withMeaning(tableOf('entities', 'name', 'alias', 'property'), 2, 'alias'))).toEqual(['name', 'alias', 'alias']);
});

test('a table of another kind keeps what its columns mean as far as that kind has it', () => {
  expect(meaningsIn(asRole(tableOf('relationships', 'from', 'to', 'start', 'ignore'), 'entities'))).toEqual([
    'property', 'property', 'start', 'ignore',
  ]);
  expect(meaningsIn(asRole(tableOf('entities', 'name', 'id'), 'claims'))).toEqual(['ignore', 'ignore']);
});

test('what is missing is said until both ends, or a name, are there', () => {
  expect(missingIn(tableOf('relationships', 'from', 'property'))).toContain('“to: id or name”');
  expect(missingIn(tableOf('relationships', 'from', 'toName'))).toBeUndefined();
  expect(missingIn(tableOf('entities', 'property'))).toContain('name');
  expect(missingIn(tableOf('ignore'))).toBeUndefined();
});

test('what more is said of a column goes when it is taken back or when the column means something else', () => {
  const dated = withDetail(tableOf('relationships', 'from', 'to', 'start'), 2, { dateOrder: 'MDY' });
  expect(dated.columns[2]).toMatchObject({ as: 'start', dateOrder: 'MDY' });
  expect(withDetail(dated, 2, {}).columns[2]).toEqual({ column: 'c2', index: 2, as: 'start' });
  expect(withMeaning(dated, 2, 'label').columns[2]).toEqual({ column: 'c2', index: 2, as: 'label' });
});

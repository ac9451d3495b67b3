import { describe, expect, it } from 'vitest';
import { inOrder, matching, nextOrder, type GridColumn } from './gridOrder';

interface Row {
  name: string;
  ties?: number;
}

const name: GridColumn<Row> = { id: 'name', label: 'Name', width: '1fr', value: (r) => r.name };
const ties: GridColumn<Row> = { id: 'ties', label: 'Ties', width: '60px', value: (r) => r.ties, figures: true };
const columns = [name, ties];
const rows: Row[] = [{ name: 'Koryolink', ties: 9 }, { name: 'Énergie', ties: 10 }, { name: 'enigma' }, { name: 'Star JV', ties: 2 }];
const names = (list: readonly Row[]) => list.map((r) => r.name);

describe('the order of a table', () => {
  it('is as the rows came until a column is chosen', () => {
    expect(inOrder(rows, columns, undefined)).toEqual(rows);
  });

  it('puts figures in order of size and what is unknown last, either way', () => {
    expect(names(inOrder(rows, columns, { column: 'ties', descending: false }))).toEqual(['Star JV', 'Koryolink', 'Énergie', 'enigma']);
    expect(names(inOrder(rows, columns, { column: 'ties', descending: true }))).toEqual(['Énergie', 'Koryolink', 'Star JV', 'enigma']);
  });

  it('puts names in the order of the alphabet whatever their accents and case', () => {
    expect(names(inOrder(rows, columns, { column: 'name', descending: false }))).toEqual(['Énergie', 'enigma', 'Koryolink', 'Star JV']);
  });

  it('turns from one way to the other and back to none', () => {
    const once = nextOrder(ties, undefined);
    const twice = nextOrder(ties, once);
    expect([once, twice, nextOrder(ties, twice)]).toEqual([
      { column: 'ties', descending: true }, { column: 'ties', descending: false }, undefined,
    ]);
    expect(nextOrder(name, once)).toEqual({ column: 'name', descending: false });
  });
});

describe('the filter of a table', () => {
  it('finds every word in any column, accents and case aside', () => {
    expect(names(matching(rows, columns, 'energie'))).toEqual(['Énergie']);
    expect(names(matching(rows, columns, 'koryo 9'))).toEqual(['Koryolink']);
    expect(matching(rows, columns, 'koryo 10')).toEqual([]);
    expect(matching(rows, columns, '  ')).toBe(rows);
  });
});

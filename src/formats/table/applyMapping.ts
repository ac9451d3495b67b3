import type { DatasetBuilder } from '../builder';
import type { ColumnMapping, OneTableMapping, TableMapping } from './mapping';
import { folded, textOf, type RawTable } from './rawTable';

/** A table and how it is read, its columns where the file has them. */
export interface AppliedTable {
  readonly table: RawTable;
  readonly mapping: OneTableMapping;
}

/**
 * Puts a mapping on the tables of a file: by name; where there are as many tables as the mapping has, by place. Columns
 * are found by their header, at their place first. What file and mapping do not have in common is reported: tables
 * without a mapping are left out, columns without one too.
 */
export function applyMapping(mapping: TableMapping, tables: readonly RawTable[], builder: DatasetBuilder): AppliedTable[] {
  const applied: AppliedTable[] = [];
  for (const [i, table] of tables.entries()) {
    const found =
      mapping.tables.find(({ name }) => name === table.name)
      ?? (tables.length === mapping.tables.length ? unnamed(mapping, tables, i) : undefined);
    if (!found)
      builder.warn(
        'unmapped-table', table.name, 'The mapping has no table of this name; it was left out.',
        'Add it to the mapping, or guess the mapping anew.', table.name,
      );
    applied.push({
      table, mapping: found ? placed(found, table, builder) : { name: table.name, role: 'ignore', header: null, columns: [] },
    });
  }
  for (const one of mapping.tables) {
    if (
      one.role !== 'ignore'
      && !applied.some((a) => a.mapping.name === one.name || a.table.name === one.name)
      && tables.length !== mapping.tables.length
    ) {
      builder.warn(
        'missing-table', one.name, 'The mapping has a table of this name, and the file has none.',
        'Open the file that the mapping was made for, or guess the mapping anew.', one.name,
      );
    }
  }
  return applied;
}

/** The mapping at the same place, unless it is another table's by its name. */
function unnamed(mapping: TableMapping, tables: readonly RawTable[], place: number): OneTableMapping | undefined {
  const at = mapping.tables[place]!;
  return tables.some(({ name }) => name === at.name) ? undefined : at;
}

function placed(mapping: OneTableMapping, table: RawTable, builder: DatasetBuilder): OneTableMapping {
  if (mapping.role === 'ignore' || mapping.header === null) return { ...mapping, name: table.name };
  const headers = headersOf(table, mapping.header);
  const taken = new Set<number>();
  const columns = mapping.columns.flatMap((column): ColumnMapping[] => {
    const index = placeOf(column, headers, taken);
    if (index === undefined) {
      if (column.as !== 'ignore')
        builder.warn(
          'missing-column', table.name, `The mapping has a column “${column.column}” that the table has not.`,
          'Open the file that the mapping was made for, or guess the mapping anew.', column.column,
        );
      return [];
    }
    taken.add(index);
    return [{ ...column, index }];
  });
  const unmapped = headers.filter((header, index) => !taken.has(index) && header.trim() !== '');
  if (unmapped.length > 0)
    builder.warn(
      'unmapped-column', table.name, `${unmapped.length} columns are not in the mapping; they were ignored.`,
      'Add them to the mapping, or guess it anew.', unmapped.join(', '),
    );
  return { ...mapping, name: table.name, columns };
}

function headersOf(table: RawTable, row: number): string[] {
  let n = 0;
  for (const { cells } of table.rows()) if (n++ === row) return cells.map(textOf);
  return [];
}

/** Where a column stands: at its place where the header there is the same, else where else that header is. */
function placeOf(column: ColumnMapping, headers: readonly string[], taken: ReadonlySet<number>): number | undefined {
  const is = (index: number) => !taken.has(index) && folded(headers[index] ?? '') === folded(column.column);
  if (is(column.index)) return column.index;
  if (folded(column.column) === '') return taken.has(column.index) ? undefined : column.index;
  const found = headers.findIndex((_, index) => is(index));
  return found === -1 ? undefined : found;
}

import { columnMeanings, type TableMapping } from '../formats';

/** What each column of each table was taken for, in lines for a terminal; none for a file without tables. */
export function columnLines(mapping: TableMapping | undefined): string[] {
  return (mapping?.tables ?? []).flatMap(({ name, role, columns }) => {
    if (role === 'ignore') return [`table “${name}” was left out`];
    const headers = columns.map(({ column, index }) => (column.trim() === '' ? `column ${index + 1}` : column));
    const width = Math.min(40, Math.max(0, ...headers.map((header) => header.length)));
    return [`columns of “${name}” (${role})`, ...columns.map(({ as }, i) => `  ${headers[i]!.padEnd(width)}  ${columnMeanings[as].label}`)];
  });
}

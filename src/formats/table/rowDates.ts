import type { UNKNOWN_END} from '../../model';
import { type PartialDate } from '../../model';
import type { ColumnMeaning } from './columnMeanings';
import { dateIn, openEndIn } from './dateText';
import type { MappedRow } from './mappedRow';
import type { TableOptions } from './mapping';

/** The date of a meaning of a row. What is none, or says more than a date holds, is kept as a property and reported. */
export function dateOfRow(row: MappedRow, as: ColumnMeaning, options: TableOptions): PartialDate | undefined {
  const found = row.found(as);
  if (!found) return undefined;
  const { date, whole } = dateIn(found.text, found.column.dateOrder ?? options.dateOrder);
  if (date === undefined)
    row.builder.warn(
      'bad-date', row.at, `“${found.column.column.trim()}” does not hold a valid date here; the cell was kept as a property.`,
      'Write YYYY-MM-DD of a day that exists, YYYY-MM or YYYY; in a workbook format the cell as a date.', found.text,
    );
  if (!whole) row.keep(found.column);
  return date;
}

/** The start and end of a row. A word for what goes on ("present") is no end. */
export function intervalOf(row: MappedRow, options: TableOptions): { start?: PartialDate; end?: PartialDate | typeof UNKNOWN_END } {
  const start = dateOfRow(row, 'start', options);
  const said = openEndIn(row.text('end'));
  const end = said === 'open' ? undefined : (said ?? dateOfRow(row, 'end', options));
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

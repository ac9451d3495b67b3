import { useState } from 'react';
import type { ColumnMapping } from '../../../formats';
import type { TableReading } from '../../../workspace';
import { ColumnHead } from './ColumnHead';
import { doubtsOf } from './doubtsOf';

/** So many columns are shown at once. */
const COLUMNS = 40;

/** The first rows of a table below a choice for each column of what it means. */
export function TableGrid({ reading, table }: { reading: TableReading; table: number }) {
  const [shown, setShown] = useState(COLUMNS);
  const { name, header, rows, total } = reading.preview.tables[table]!;
  const mapped = reading.mapping.tables[table]!;
  const doubts = doubtsOf(reading.preview).tables[table]!.columns;
  const byPlace = new Map(mapped.columns.map((c) => [c.index, c]));
  const guessed = new Map(reading.preview.mapping.tables[table]?.columns.map((c) => [c.index, c]));
  const columns = header.slice(0, shown).map((text, index): ColumnMapping => byPlace.get(index) ?? { column: text, index, as: 'ignore' });
  const means = ({ index, as }: ColumnMapping) =>
    mapped.role === 'ignore' || as === 'ignore'
      ? 'left-out'
      : doubts.has(index) && same(byPlace.get(index), guessed.get(index))
        ? 'doubtful'
        : undefined;
  return (
    <>
      <div className="mapping-scroll" role="region" aria-label={`First rows of ${name}`} tabIndex={0}>
        <table className="mapping-grid">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.index} scope="col" className={means(column)}>
                  <ColumnHead
                    reading={reading}
                    table={table}
                    column={column}
                    doubts={means(column) === 'doubtful' ? doubts.get(column.index)! : []}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              <tr key={i}>
                {columns.map((column) => (
                  <td key={column.index} className={means(column)} title={cells[column.index]}>
                    {cells[column.index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet mapping-total">
        {rowsSaid(total, rows.length, reading.seen)}
        {header.length > shown && (
          <>
            {' '}
            <button type="button" className="text-button" onClick={() => setShown(shown + COLUMNS)}>
              Show more columns ({header.length - shown})
            </button>
          </>
        )}
      </p>
    </>
  );
}

/** The guess stands as it was made. */
function same(column: ColumnMapping | undefined, guessed: ColumnMapping | undefined): boolean {
  return JSON.stringify(column) === JSON.stringify(guessed);
}

function rowsSaid(total: number, shown: number, seen: number): string {
  const first = total > shown ? `, first ${shown} shown` : '';
  if (seen === 1) return `${total.toLocaleString('en')} ${total === 1 ? 'row' : 'rows'}${first}`;
  return `About ${Number((total / seen).toPrecision(2)).toLocaleString('en')} rows, `
    + `the first ${total.toLocaleString('en')} were checked${first}`;
}

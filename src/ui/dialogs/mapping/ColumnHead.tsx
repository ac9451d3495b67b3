import { useState } from 'react';
import { columnMeanings, meaningsOf, type ColumnMapping, type ColumnMeaning, type OneTableMapping } from '../../../formats';
import type { Issue } from '../../../model';
import { withDetail, withMeaning, withTable, type ColumnDetail, type TableReading } from '../../../workspace';
import { useRun } from '../../shell/useWorkspace';
import { detailOf } from './detailOf';

interface Props {
  reading: TableReading;
  table: number;
  column: ColumnMapping;
  doubts: readonly Issue[];
}

/** The head of a column: its header, what it means, what more there is to say of it, and what is doubtful. */
export function ColumnHead({ reading, table, column, doubts }: Props) {
  const run = useRun();
  const mapped = reading.mapping.tables[table]!;
  const title = column.column.trim() || `Column ${column.index + 1}`;
  // By the keyboard a choice runs through others on its way; what it takes from other columns is computed from where it began.
  const [begun, setBegun] = useState<OneTableMapping>();
  const means = (as: ColumnMeaning) =>
    void run('setMapping', withTable(reading.mapping, table, withMeaning(begun ?? mapped, column.index, as)));
  const says = (detail: ColumnDetail) =>
    void run('setMapping', withTable(reading.mapping, table, withDetail(mapped, column.index, detail)));
  const detail = detailOf(column, reading.mapping.options);
  return (
    <>
      <span className="mapping-header" title={title}>{title}</span>
      {mapped.role !== 'ignore' && (
        <select
          className="select"
          data-plain={column.as === 'property' || column.as === 'ignore' || undefined}
          aria-label={`What “${title}” means`}
          value={column.as}
          onFocus={() => setBegun(mapped)}
          onBlur={() => setBegun(undefined)}
          onChange={(e) => means(e.target.value as ColumnMeaning)}
        >
          {meaningsOf(mapped.role).map((id) => (
            <option key={id} value={id}>
              {columnMeanings[id].label}
            </option>
          ))}
        </select>
      )}
      {mapped.role !== 'ignore' && detail && (
        <select
          className="select mapping-detail"
          aria-label={`${detail.label} of “${title}”`}
          value={detail.value}
          onChange={(e) => says(detail.say(e.target.value))}
        >
          {detail.options.map((o) => (
            <option key={o.id} value={o.id}>
              {o.label}
            </option>
          ))}
        </select>
      )}
      {doubts.map((d, i) => (
        <span key={i} className="mapping-doubt">
          <b aria-hidden="true">! </b>
          {d.code === 'unknown-words' ? 'Some values are unknown. They are listed above.' : d.message}
        </span>
      ))}
    </>
  );
}

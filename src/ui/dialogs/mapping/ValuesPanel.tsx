import { useState } from 'react';
import {
  kindOfValues, valueByWord, valuesTaken,
  type ColumnMapping, type ValueCount, type ValueKind, type ValueMapping,
} from '../../../formats';
import { withTable, withValue, type TableReading } from '../../../workspace';
import { useRun } from '../../shell/useWorkspace';
import { valueAnswer, valueChoices, valueOfAnswer, type ChoiceGroup } from './valueChoices';

interface Props {
  reading: TableReading;
  table: number;
}

/** The values of the columns that say types, each with how many rows have it and what it means. */
export function ValuesPanel({ reading, table }: Props) {
  const mapped = reading.mapping.tables[table]!;
  if (mapped.role === 'ignore') return null;
  return <>{mapped.columns.map((column) => {
    const kind = kindOfValues(mapped, column);
    return kind && <ColumnValues key={column.index} reading={reading} table={table} column={column} kind={kind} />;
  })}</>;
}

function ColumnValues({ reading, table, column, kind }: Props & { column: ColumnMapping; kind: ValueKind }) {
  const run = useRun();
  const mapped = reading.mapping.tables[table]!;
  const counts = unknownFirst(reading.preview.tables[table]!.values[column.index] ?? [], kind);
  const taken = valuesTaken(column, counts, kind);
  const unknown = taken.filter(({ as }) => as === null).length;
  // What is settled stays in view: the list closes only by hand.
  const [open] = useState(unknown > 0);
  const title = column.column.trim() || `Column ${column.index + 1}`;
  if (counts.length === 0) return null;
  const say = (value: ValueMapping) => void run('setMapping', withTable(reading.mapping, table, withValue(mapped, column.index, value)));
  return (
    <details className="mapping-values" open={open}>
      <summary>
        Values of “{title}”: {counts.length}{unknown > 0 && <b className="mapping-unknown">, {unknown} unknown</b>}
      </summary>
      {unknown > 0 && <p className="mapping-values-hint">{unknownHint(kind)}</p>}
      <ul className="mapping-value-list" aria-label={`Values of “${title}”`}>
        {taken.map((value, i) => (
          <ValueRow key={value.value} value={value} count={counts[i]!.count} groups={valueChoices(kind)} onSay={say} />
        ))}
      </ul>
    </details>
  );
}

function ValueRow({
  value, count, groups, onSay,
}: {
  value: ValueMapping;
  count: number;
  groups: readonly ChoiceGroup[];
  onSay: (value: ValueMapping) => void;
}) {
  return (
    <li className="mapping-value" data-unknown={value.as === null || undefined}>
      <span className="mapping-value-text" title={value.value}>
        {value.value}
      </span>
      <span className="quiet figure mapping-value-count">
        {count.toLocaleString('en')} {count === 1 ? 'row' : 'rows'}
      </span>
      <select
        className="select"
        aria-label={`Meaning of “${value.value}”`}
        value={valueAnswer(value)}
        onChange={(e) => onSay(valueOfAnswer(value.value, e.target.value))}
      >
        {groups.map(({ label, options }) => {
          const listed = options.map((o) => (
            <option key={o.id} value={o.id}>
              {o.label}
            </option>
          ));
          return label === '' ? (
            listed
          ) : (
            <optgroup key={label} label={label}>
              {listed}
            </optgroup>
          );
        })}
      </select>
    </li>
  );
}

/** Values whose word is not known stand first, wherever they are settled by now. */
function unknownFirst(counts: readonly ValueCount[], kind: ValueKind): ValueCount[] {
  const known = (value: string) => valueByWord(value, kind).as !== null;
  return [...counts.filter(({ value }) => !known(value)), ...counts.filter(({ value }) => known(value))];
}

function unknownHint(kind: ValueKind): string {
  return kind === 'relationship'
    ? 'Choose a meaning for each unknown value. Otherwise it is kept as a label of “is linked to”, or of “owns” in rows with a share.'
    : 'Choose a type for each unknown value. Otherwise its entities get the default type.';
}

import { useMemo } from 'react';
import { put, shareBounds, weakness, type Relationship } from '../../model';
import { tableRows, type RelationshipRow } from '../../workspace';
import { LineSample } from '../parts/LineSample';
import { StatusBadge } from '../parts/StatusBadge';
import { useRun, useShown } from '../shell/useWorkspace';
import { useMarks } from './useMarks';
import { cellEdits, type CellEdit } from './cellEdits';
import { DataGrid, type DrawnColumn } from './DataGrid';

const COLUMNS: readonly DrawnColumn<RelationshipRow>[] = [
  {
    id: 'from',
    label: 'From',
    width: 'minmax(100px, 1.4fr)',
    value: (r) => r.fromName,
    cell: (r) => (
      <span className="cut" title={r.fromName}>
        {r.fromName}
      </span>
    ),
  },
  {
    id: 'verb',
    label: 'Relationship',
    width: 'minmax(130px, 1.5fr)',
    value: (r) => r.verb,
    cell: (r) => (
      <>
        <LineSample family={r.family} status={r.status} />
        <span className="cut" title={r.verb}>
          {r.verb}
        </span>
      </>
    ),
  },
  {
    id: 'to',
    label: 'To',
    width: 'minmax(100px, 1.4fr)',
    value: (r) => r.toName,
    cell: (r) => (
      <span className="cut" title={r.toName}>
        {r.toName}
      </span>
    ),
  },
  {
    id: 'share',
    label: 'Share',
    width: '80px',
    value: (r) => (r.relationship.share === undefined ? undefined : shareBounds(r.relationship.share).max),
    cell: (r) => r.share,
    figures: true,
  },
  {
    id: 'dates',
    label: 'Dates',
    width: 'minmax(112px, 170px)',
    value: (r) => r.relationship.start ?? r.relationship.end,
    cell: (r) => (
      <span className="cut figure" title={r.held === 'possibly' ? `${r.dates}: may not have held then` : r.dates}>
        {r.held === 'possibly' && (
          <>
            <span className="possibly-mark" aria-hidden="true">
              ?
            </span>
            <span className="unseen">may not have held then, </span>{' '}
          </>
        )}
        {r.dates}
      </span>
    ),
  },
  { id: 'status', label: 'Status', width: '88px', value: (r) => weakness(r.status), cell: (r) => <StatusBadge status={r.status} /> },
  { id: 'sources', label: 'Sources', width: '74px', value: (r) => r.sources, cell: (r) => r.sources, figures: true },
];

/** The relationships that are drawn. */
export function RelationshipTable({ sought }: { sought: string }) {
  const rows = useShown((s) => tableRows(s).relationships);
  const selected = useShown((s) => (s.selection?.kind === 'relationship' ? s.selection.id : undefined));
  const run = useRun();
  const marks = useMarks('relationships');
  const columns = useMemo(
    () =>
      COLUMNS.map((column) => {
        const edit = cellEdits.relationships[column.id];
        return edit ? { ...column, edit: editOf(edit, run) } : column;
      }),
    [run],
  );
  return (
    <DataGrid
      label="Relationships"
      rows={rows}
      columns={columns}
      sought={sought}
      selected={selected}
      onSelect={(id) => run('selectRelationship', id)}
      marks={marks}
    />
  );
}

function editOf(edit: CellEdit<Relationship>, run: ReturnType<typeof useRun>): NonNullable<DrawnColumn<RelationshipRow>['edit']> {
  return {
    text: (row) => edit.text(row.relationship),
    put: (row, text) => void run('putRecord', put('relationships', edit.read(row.relationship, text))),
  };
}

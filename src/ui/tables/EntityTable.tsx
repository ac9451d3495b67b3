import { useMemo } from 'react';
import { structureNotes } from '../../analysis';
import { put, type Entity } from '../../model';
import { percentText } from '../../drawing';
import { tableRows, type EntityRow } from '../../workspace';
import { EntityIcon } from '../parts/EntityIcon';
import { useRun, useShown } from '../shell/useWorkspace';
import { useMarks } from './useMarks';
import { cellEdits, type CellEdit } from './cellEdits';
import { DataGrid, type DrawnColumn } from './DataGrid';

const COLUMNS: readonly DrawnColumn<EntityRow>[] = [
  {
    id: 'name',
    label: 'Name',
    width: 'minmax(150px, 2.4fr)',
    value: (r) => r.name,
    cell: (r) => (
      <>
        <EntityIcon type={r.type} />
        <b className="cut" title={r.name}>
          <bdi>{r.name}</bdi>
        </b>
      </>
    ),
  },
  { id: 'type', label: 'Type', width: '100px', value: (r) => r.typeLabel, cell: (r) => r.typeLabel },
  { id: 'country', label: 'Country', width: '78px', value: (r) => r.jurisdiction, cell: (r) => r.jurisdiction },
  {
    id: 'aliases',
    label: 'Also',
    width: 'minmax(70px, 1.2fr)',
    value: (r) => r.aliases,
    cell: (r) => (
      <span className="cut quiet" title={r.aliases}>
        {r.aliases}
      </span>
    ),
  },
  {
    id: 'dates',
    label: 'Dates',
    width: 'minmax(112px, 170px)',
    value: (r) => r.entity.start ?? r.entity.end,
    cell: (r) => (
      <span className="cut figure" title={r.dates}>
        {r.dates}
      </span>
    ),
  },
  { id: 'ties', label: 'Ties', width: '56px', value: (r) => r.ties, cell: (r) => r.ties, figures: true },
  {
    id: 'degree', label: 'Tied to', note: structureNotes.degree, width: '72px', value: (r) => r.place?.degree, cell: (r) => r.place?.degree,
    figures: true,
  },
  {
    id: 'betweenness', label: 'Between', note: structureNotes.betweenness, width: '80px', value: (r) => r.place?.betweenness,
    cell: (r) => r.place?.betweenness !== undefined && percentText(r.place.betweenness), figures: true,
  },
  {
    id: 'community', label: 'Group', note: structureNotes.community, width: '66px', value: (r) => r.place && r.place.community + 1,
    cell: (r) => r.place && r.place.community + 1, figures: true,
  },
  {
    id: 'component', label: 'Part', note: structureNotes.component, width: '58px', value: (r) => r.place && r.place.component + 1,
    cell: (r) => r.place && r.place.component + 1, figures: true,
  },
];

/** The entities that are drawn, with their places in the whole network. */
export function EntityTable({ sought }: { sought: string }) {
  const rows = useShown((s) => tableRows(s).entities);
  const selected = useShown((s) => (s.selection?.kind === 'entity' ? s.selection.id : undefined));
  const run = useRun();
  const marks = useMarks('entities');
  const columns = useMemo(
    () =>
      COLUMNS.map((column) => {
        const edit = cellEdits.entities[column.id];
        return edit ? { ...column, edit: editOf(edit, run) } : column;
      }),
    [run],
  );
  return (
    <>
      <StructureNote />
      <DataGrid
        label="Entities"
        rows={rows}
        columns={columns}
        sought={sought}
        selected={selected}
        onSelect={(id) => run('selectEntity', id)}
        marks={marks}
      />
    </>
  );
}

/** What the figures of the whole network can and cannot tell, and what has become of them. */
function StructureNote() {
  const structure = useShown((s) => s.structure);
  const run = useRun();
  if (!structure || structure.phase === 'asking') return <p className="table-note quiet" role="status">Computing network measures…</p>;
  if (structure.phase === 'failed')
    return (
      <p className="table-note" role="alert">
        {structure.message}{' '}
        <button type="button" className="text-button" onClick={() => run('askStructure')}>
          try again
        </button>
      </p>
    );
  return (
    <details className="table-note quiet">
      <summary>Tied to, between, group and part are of the whole network under the filter: hints where to look, not findings</summary>
      <dl>
        <dt>Tied to</dt><dd>{structureNotes.degree}</dd>
        <dt>Between</dt><dd>{structureNotes.betweenness}</dd>
        <dt>Group</dt><dd>{structureNotes.community}</dd>
        <dt>Part</dt><dd>{structureNotes.component}</dd>
      </dl>
    </details>
  );
}

function editOf(edit: CellEdit<Entity>, run: ReturnType<typeof useRun>): NonNullable<DrawnColumn<EntityRow>['edit']> {
  return {
    text: (row) => edit.text(row.entity),
    put: (row, text) => void run('putRecord', put('entities', edit.read(row.entity, text))),
  };
}

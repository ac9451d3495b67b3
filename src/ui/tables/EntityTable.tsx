import { tableRows, type EntityRow } from '../../workspace';
import { EntityIcon } from '../parts/EntityIcon';
import { useRun, useShown } from '../shell/useWorkspace';
import { DataGrid, type DrawnColumn } from './DataGrid';

const COLUMNS: readonly DrawnColumn<EntityRow>[] = [
  { id: 'name', label: 'Name', width: 'minmax(160px, 2.4fr)', value: (r) => r.name, cell: (r) => <><EntityIcon type={r.type} /><b className="cut" title={r.name}>{r.name}</b></> },
  { id: 'type', label: 'Type', width: '110px', value: (r) => r.typeLabel, cell: (r) => r.typeLabel },
  { id: 'country', label: 'Country', width: '80px', value: (r) => r.jurisdiction, cell: (r) => r.jurisdiction },
  { id: 'aliases', label: 'Also', width: 'minmax(90px, 1.6fr)', value: (r) => r.aliases, cell: (r) => <span className="cut quiet" title={r.aliases}>{r.aliases}</span> },
  { id: 'dates', label: 'Dates', width: '128px', value: (r) => r.entity.start ?? r.entity.end, cell: (r) => <span className="cut figure">{r.dates}</span> },
  { id: 'ties', label: 'Ties', width: '64px', value: (r) => r.ties, cell: (r) => r.ties, figures: true },
];

/** The entities that are drawn. */
export function EntityTable({ sought }: { sought: string }) {
  const rows = useShown((s) => tableRows(s).entities);
  const selected = useShown((s) => (s.selection?.kind === 'entity' ? s.selection.id : undefined));
  const run = useRun();
  return <DataGrid label="Entities" rows={rows} columns={COLUMNS} sought={sought} selected={selected} onSelect={(id) => run('selectEntity', id)} />;
}

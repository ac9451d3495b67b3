import { tableRoles, type OneTableMapping, type TableRole } from '../../../formats';
import {
  compareText, entityTypeIds, entityTypes, relationshipTypeIds, relationshipTypes, type EntityType, type RelationshipType,
} from '../../../model';
import { asRole, missingIn, withTable, type TableReading } from '../../../workspace';
import { useRun } from '../../shell/useWorkspace';
import { Choice } from './Choice';
import { doubtsOf } from './doubtsOf';
import { TableGrid } from './TableGrid';

const ROLES: Readonly<Record<TableRole, string>> = {
  relationships: 'a relationship', entities: 'an entity', claims: 'what a source says', sources: 'a source', ignore: 'left out',
};
/** The rows among which the header can be chosen. */
const HEADER_ROWS = 15;

const ENTITY_TYPES = entityTypeIds.map((id) => ({ id, label: entityTypes[id].label }));
const RELATIONSHIP_TYPES = relationshipTypeIds.map((id) => ({ id, label: relationshipTypes[id].verb })).sort((a, b) => compareText(a.label, b.label));
const DIRECTED = [{ id: 'yes', label: 'from → to' }, { id: 'no', label: 'has no direction' }] as const;

/** One table: what its rows are, what is true of them where no column says it, and its columns. */
export function TablePanel({ reading, table }: { reading: TableReading; table: number }) {
  const run = useRun();
  const mapped = reading.mapping.tables[table];
  const previewed = reading.preview.tables[table];
  if (!mapped || !previewed) return null;
  const { options } = reading.mapping;
  const change = (patch: Partial<OneTableMapping>) => void run('setMapping', withTable(reading.mapping, table, patch));
  const missing = missingIn(mapped);
  const doubts = mapped.role === 'ignore' ? [] : doubtsOf(reading.preview).tables[table]!.table;
  return (
    <div className="mapping-table">
      <div className="mapping-row" role="group" aria-label="The table">
        <Choice label="Each row is" value={mapped.role} options={tableRoles.map((id) => ({ id, label: ROLES[id] }))} onChange={(role) => change(asRole(mapped, role))} />
        <HeaderChoice header={mapped.header} onChange={(header) => void run('reshape', { table, header })} />
        {mapped.role === 'relationships' && (
          <>
            <Choice<RelationshipType> label="Type, where no column says it" value={mapped.relationshipType ?? options.relationshipType} options={RELATIONSHIP_TYPES} onChange={(relationshipType) => change({ relationshipType })} />
            <Choice label="A tie" value={(mapped.directed ?? options.directed) ? 'yes' : 'no'} options={DIRECTED} onChange={(directed) => change({ directed: directed === 'yes' })} />
          </>
        )}
        {(mapped.role === 'relationships' || mapped.role === 'entities') && (
          <Choice<EntityType> label={mapped.role === 'entities' ? 'Type, where no column says it' : 'Its ends are'} value={mapped.entityType ?? options.entityType} options={ENTITY_TYPES} onChange={(entityType) => change({ entityType })} />
        )}
      </div>
      {missing && <p className="field-message mapping-missing" role="alert">{missing} Say which one it is.</p>}
      {doubts.length > 0 && <ul className="mapping-doubts" aria-label="Doubts about the table">{doubts.map((d, i) => <li key={i}>{d.message}</li>)}</ul>}
      <TableGrid reading={reading} table={table} />
    </div>
  );
}

/** Where the header stands: rows are counted from 1, blank ones not. */
function HeaderChoice({ header, onChange }: { header: number | null; onChange: (header: number | null) => void }) {
  const rows = Array.from({ length: Math.max(HEADER_ROWS, (header ?? 0) + 1) }, (_, i) => ({ id: String(i), label: `row ${i + 1}` }));
  return <Choice label="Headers are in" value={header === null ? '' : String(header)} options={[{ id: '', label: 'no row' }, ...rows]} onChange={(row) => onChange(row === '' ? null : Number(row))} />;
}

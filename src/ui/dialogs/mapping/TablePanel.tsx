import { tableRoles, type OneTableMapping, type TableRole } from '../../../formats';
import {
  compareText, entityTypeIds, entityTypes, relationshipTypeIds, relationshipTypes, type EntityType, type RelationshipType,
} from '../../../model';
import { asRole, missingIn, withTable, type TableReading } from '../../../workspace';
import { useRun } from '../../shell/useWorkspace';
import { Choice } from './Choice';
import { doubtsOf } from './doubtsOf';
import { TableGrid } from './TableGrid';
import { ValuesPanel } from './ValuesPanel';

const ROLES: Readonly<Record<TableRole, string>> = {
  relationships: 'a relationship', entities: 'an entity', claims: 'a claim', sources: 'a source', notes: 'a note', ignore: 'ignored',
};
/** The rows among which the header can be chosen. */
const HEADER_ROWS = 15;

const ENTITY_TYPES = entityTypeIds.map((id) => ({ id, label: entityTypes[id].label }));
const RELATIONSHIP_TYPES = relationshipTypeIds
  .map((id) => ({ id, label: relationshipTypes[id].verb }))
  .sort((a, b) => compareText(a.label, b.label));
const DIRECTED = [{ id: 'yes', label: 'from → to' }, { id: 'no', label: 'none' }] as const;

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
        <Choice
          label="Each row is"
          value={mapped.role}
          options={tableRoles.map((id) => ({ id, label: ROLES[id] }))}
          onChange={(role) => change(asRole(mapped, role))}
        />
        <HeaderChoice header={mapped.header} onChange={(header) => void run('reshape', { table, header })} />
        {mapped.role === 'relationships' && (
          <>
            <Choice<RelationshipType>
              label="Default type"
              value={mapped.relationshipType ?? options.relationshipType}
              options={RELATIONSHIP_TYPES}
              onChange={(relationshipType) => change({ relationshipType })}
            />
            <FittingChoices reading={reading} mapped={mapped} onChange={change} />
            <Choice
              label="Direction"
              value={(mapped.directed ?? options.directed) ? 'yes' : 'no'}
              options={DIRECTED}
              onChange={(directed) => change({ directed: directed === 'yes' })}
            />
          </>
        )}
        {(mapped.role === 'relationships' || mapped.role === 'entities') && (
          <Choice<EntityType>
            label={mapped.role === 'entities' ? 'Default type' : 'Default entity type'}
            value={mapped.entityType ?? options.entityType}
            options={ENTITY_TYPES}
            onChange={(entityType) => change({ entityType })}
          />
        )}
      </div>
      {missing && <p className="field-message mapping-missing" role="alert">{missing}</p>}
      {doubts.length > 0 && (
        <ul className="mapping-doubts" aria-label="Questions about the table">
          {doubts.map((d, i) => (
            <li key={i}>{d.message}</li>
          ))}
        </ul>
      )}
      <ValuesPanel reading={reading} table={table} />
      <TableGrid reading={reading} table={table} />
    </div>
  );
}

const ADDED = [{ id: 'added', label: 'also makes “owns”' }, { id: 'none', label: 'stays with that type' }] as const;
const FITTED = [{ id: 'fitted', label: 'turned' }, { id: 'asWritten', label: 'as written' }] as const;

/** What becomes of shares beside other types and of ends that do not fit, once there are such rows. */
function FittingChoices({
  reading: { counts }, mapped, onChange,
}: {
  reading: TableReading;
  mapped: OneTableMapping;
  onChange: (patch: Partial<OneTableMapping>) => void;
}) {
  const has = (code: string) => counts?.issues.some((issue) => issue.code === code) ?? false;
  const shares =
    has('share-beside-type') || mapped.ownership !== undefined || (counts === undefined && mapped.columns.some(({ as }) => as === 'share'));
  const turned = has('turned-ends') || mapped.ends !== undefined;
  return (
    <>
      {shares && (
        <Choice
          label="Share with another type"
          value={mapped.ownership ?? 'added'}
          options={ADDED}
          onChange={(ownership) => onChange({ ownership })}
        />
      )}
      {turned && (
        <Choice label="Reversed relationships" value={mapped.ends ?? 'fitted'} options={FITTED} onChange={(ends) => onChange({ ends })} />
      )}
    </>
  );
}

/** Where the header stands: rows are counted from 1, blank ones not. */
function HeaderChoice({ header, onChange }: { header: number | null; onChange: (header: number | null) => void }) {
  const rows = Array.from({ length: Math.max(HEADER_ROWS, (header ?? 0) + 1) }, (_, i) => ({ id: String(i), label: `row ${i + 1}` }));
  return (
    <Choice
      label="Header"
      value={header === null ? '' : String(header)}
      options={[{ id: '', label: 'none' }, ...rows]}
      onChange={(row) => onChange(row === '' ? null : Number(row))}
    />
  );
}

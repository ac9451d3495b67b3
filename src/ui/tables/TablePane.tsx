import { useState } from 'react';
import { Segments } from '../parts/Segments';
import { useRun, useShown } from '../shell/useWorkspace';
import { CheckSheet } from '../checks/CheckSheet';
import { AddEntityRow, AddTieRow } from './AddRow';
import { EntityTable } from './EntityTable';
import { RelationshipTable } from './RelationshipTable';
import './tables.css';

const TABLES = [
  { id: 'entities', label: 'Entities' }, { id: 'relationships', label: 'Relationships' }, { id: 'claims', label: 'Check sheet' },
] as const;

/** What is drawn, as tables: sorted, filtered, and selecting in step with the chart; and every claim, to be checked. */
export default function TablePane() {
  const table = useShown((s) => s.view.table);
  const run = useRun();
  const [sought, setSought] = useState('');
  return (
    <div className="table-pane">
      <div className="table-tools">
        <Segments label="Table of" value={table} options={TABLES} onChange={(id) => run('showTable', id)} />
        <label className="field">
          <span className="unseen">Filter the rows</span>
          <input type="search" placeholder="filter the rows" value={sought} onChange={(e) => setSought(e.target.value)} />
        </label>
      </div>
      {table === 'entities' && <><EntityTable sought={sought} /><AddEntityRow /></>}
      {table === 'relationships' && <><RelationshipTable sought={sought} /><AddTieRow /></>}
      {table === 'claims' && <CheckSheet sought={sought} />}
    </div>
  );
}
